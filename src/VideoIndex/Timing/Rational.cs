using System.Globalization;

namespace VideoIndex.Timing;

/// <summary>An exact fraction in lowest terms, with a positive denominator.</summary>
/// <remarks>
/// Container time bases (1/30000) and frame rates (30000/1001) are fractions of integers, so every time this
/// product handles is one too. Arithmetic is exact; a result that does not fit 64 bits throws
/// <see cref="OverflowException"/> rather than losing a frame. The default value is zero.
/// </remarks>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    // Stored as "denominator - 1" so that default(Rational) is 0/1, a valid zero, and not 0/0.
    private readonly long _denominatorLessOne;

    /// <summary>Creates the fraction <paramref name="numerator"/> / <paramref name="denominator"/>, reduced.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="denominator"/> is not positive.</exception>
    public Rational(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var divisor = GreatestCommonDivisor(numerator, denominator);
        Numerator = (long)(numerator / divisor);
        _denominatorLessOne = (long)(denominator / divisor) - 1;
    }

    private Rational(Int128 numerator, Int128 denominator)
    {
        var divisor = GreatestCommonDivisor(numerator, denominator);
        Numerator = checked((long)(numerator / divisor));
        _denominatorLessOne = checked((long)(denominator / divisor)) - 1;
    }

    /// <summary>Gets the top of the fraction; it carries the sign.</summary>
    public long Numerator { get; }

    /// <summary>Gets the bottom of the fraction; always positive.</summary>
    public long Denominator => _denominatorLessOne + 1;

    /// <summary>Returns the largest integer that is not greater than this value.</summary>
    public long Floor()
    {
        var (quotient, remainder) = Math.DivRem(Numerator, Denominator);
        return remainder < 0 ? quotient - 1 : quotient;
    }

    /// <summary>Returns the nearest integer; a half rounds up.</summary>
    public long Round() => (this + new Rational(1, 2)).Floor();

    /// <summary>Reads "30000/1001" or "25", the form <see cref="ToString"/> writes; "25/1" is read too.</summary>
    /// <returns><see langword="false"/> if the text is not a fraction with a positive denominator.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Rational value)
    {
        value = default;
        var slash = text.IndexOf('/');
        var top = slash < 0 ? text : text[..slash];
        var bottom = slash < 0 ? "1" : text[(slash + 1)..];
        if (!long.TryParse(top, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var numerator)
            || !long.TryParse(bottom, NumberStyles.None, CultureInfo.InvariantCulture, out var denominator)
            || denominator <= 0)
        {
            return false;
        }

        value = new Rational(numerator, denominator);
        return true;
    }

    /// <summary>Returns the nearest double; for display and statistics only, never for arithmetic on times.</summary>
    public double ToDouble() => (double)Numerator / Denominator;

    /// <inheritdoc/>
    public int CompareTo(Rational other) =>
        ((Int128)Numerator * other.Denominator).CompareTo((Int128)other.Numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Rational other) =>
        Numerator == other.Numerator && _denominatorLessOne == other._denominatorLessOne;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, _denominatorLessOne);

    /// <summary>Returns "30000/1001", or "25" when the denominator is one.</summary>
    public override string ToString() => Denominator == 1 ? $"{Numerator}" : $"{Numerator}/{Denominator}";

    /// <summary>Adds two fractions exactly.</summary>
    public static Rational operator +(Rational left, Rational right) => new(
        (Int128)left.Numerator * right.Denominator + (Int128)right.Numerator * left.Denominator,
        (Int128)left.Denominator * right.Denominator);

    /// <summary>Negates a fraction.</summary>
    public static Rational operator -(Rational value) => new(-(Int128)value.Numerator, value.Denominator);

    /// <summary>Subtracts two fractions exactly.</summary>
    public static Rational operator -(Rational left, Rational right) => left + -right;

    /// <summary>Multiplies two fractions exactly.</summary>
    public static Rational operator *(Rational left, Rational right) => new(
        (Int128)left.Numerator * right.Numerator,
        (Int128)left.Denominator * right.Denominator);

    /// <summary>Divides two fractions exactly.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static Rational operator /(Rational left, Rational right) => right.Numerator == 0
        ? throw new DivideByZeroException()
        : new Rational(
            (Int128)left.Numerator * right.Denominator * Math.Sign(right.Numerator),
            (Int128)left.Denominator * Int128.Abs(right.Numerator));

    /// <summary>Compares for equality.</summary>
    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    /// <summary>Compares for inequality.</summary>
    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    /// <summary>Compares order.</summary>
    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    /// <summary>Compares order.</summary>
    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    /// <summary>Compares order.</summary>
    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    /// <summary>Compares order.</summary>
    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    private static Int128 GreatestCommonDivisor(Int128 a, Int128 b)
    {
        (a, b) = (Int128.Abs(a), Int128.Abs(b));
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
