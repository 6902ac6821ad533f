using VideoIndex.Timing;

namespace VideoIndex.Search.Conditions;

/// <summary>How a number must compare with another: <c>&gt;=5</c>.</summary>
/// <param name="Comparison">How.</param>
/// <param name="Value">With which number.</param>
public readonly record struct Limit(Comparison Comparison, Rational Value)
{
    /// <summary>Returns whether a number keeps to it.</summary>
    public bool Admits(Rational number) => Comparison switch
    {
        Comparison.More => number > Value,
        Comparison.AtLeast => number >= Value,
        Comparison.Less => number < Value,
        Comparison.AtMost => number <= Value,
        _ => number == Value,
    };
}

/// <summary>How two numbers are compared.</summary>
public enum Comparison
{
    /// <summary><c>&gt;</c></summary>
    More,

    /// <summary><c>&gt;=</c></summary>
    AtLeast,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    AtMost,

    /// <summary><c>=</c></summary>
    Exactly,
}
