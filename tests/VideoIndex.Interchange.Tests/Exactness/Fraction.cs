using System.Globalization;
using System.Numerics;

namespace VideoIndex.Interchange.Tests.Exactness;

/// <summary>A fraction of any size. The judge has arithmetic of its own, so that it does not share a fault with what it judges.</summary>
internal readonly record struct Fraction : IComparable<Fraction>
{
    private readonly BigInteger _bottomLessOne;

    public Fraction(BigInteger top, BigInteger bottom)
    {
        var shared = BigInteger.GreatestCommonDivisor(top, bottom) * (bottom.Sign < 0 ? -1 : 1);
        Top = top / shared;
        _bottomLessOne = bottom / shared - 1;
    }

    public BigInteger Top { get; }

    public BigInteger Bottom => _bottomLessOne + 1;

    public bool IsWhole => Bottom == 1;

    public static implicit operator Fraction(long whole) => new(whole, 1);

    public static Fraction operator +(Fraction left, Fraction right) => new(left.Top * right.Bottom + right.Top * left.Bottom, left.Bottom * right.Bottom);

    public static Fraction operator -(Fraction left, Fraction right) => left + (right * -1);

    public static Fraction operator *(Fraction left, Fraction right) => new(left.Top * right.Top, left.Bottom * right.Bottom);

    public static Fraction operator /(Fraction left, Fraction right) => new(left.Top * right.Bottom, left.Bottom * right.Top);

    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    public static Fraction Min(Fraction one, Fraction other) => one < other ? one : other;

    public static Fraction Max(Fraction one, Fraction other) => one > other ? one : other;

    /// <summary>Reads <c>1001/30000</c>, <c>1001/30000s</c>, <c>36.036</c> or <c>-7</c>, to the last digit.</summary>
    public static Fraction Read(string text)
    {
        var number = text.EndsWith('s') ? text[..^1] : text;
        if (number.Split('/') is [var top, var bottom])
        {
            return new Fraction(Whole(top), Whole(bottom));
        }

        var point = number.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? new Fraction(Whole(number), 1) : new Fraction(Whole(number.Remove(point, 1)), BigInteger.Pow(10, number.Length - point - 1));
    }

    public int CompareTo(Fraction other) => (Top * other.Bottom).CompareTo(other.Top * Bottom);

    public BigInteger Floor() => (Top - ((Top % Bottom + Bottom) % Bottom)) / Bottom;

    public override string ToString() => IsWhole ? $"{Top}" : $"{Top}/{Bottom}";

    private static BigInteger Whole(string text) => BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
