namespace VideoIndex.Tags;

/// <summary>How sure a model is of what it says, from 0 to 1. The default value is 0, not sure at all.</summary>
public readonly record struct Confidence : IComparable<Confidence>
{
    /// <summary>Creates a confidence.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not between 0 and 1.</exception>
    public Confidence(double value)
    {
        if (!(value >= 0 && value <= 1)) // written this way round so that NaN is refused too
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A confidence is between 0 and 1.");
        }

        Value = value;
    }

    /// <summary>Gets the number.</summary>
    public double Value { get; }

    /// <inheritdoc/>
    public int CompareTo(Confidence other) => Value.CompareTo(other.Value);

    /// <summary>Compares order.</summary>
    public static bool operator <(Confidence left, Confidence right) => left.CompareTo(right) < 0;

    /// <summary>Compares order.</summary>
    public static bool operator >(Confidence left, Confidence right) => left.CompareTo(right) > 0;

    /// <summary>Compares order.</summary>
    public static bool operator <=(Confidence left, Confidence right) => left.CompareTo(right) <= 0;

    /// <summary>Compares order.</summary>
    public static bool operator >=(Confidence left, Confidence right) => left.CompareTo(right) >= 0;
}
