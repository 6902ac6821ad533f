namespace VideoIndex.Search.Conditions;

/// <summary>What a term asks beyond its words. Each is null where it is not asked.</summary>
public sealed record TermConditions
{
    /// <summary>Gets conditions that ask nothing.</summary>
    public static TermConditions None { get; } = new();

    /// <summary>Gets how many such things must be on screen at once: <c>count(person)>=5</c>.</summary>
    public Limit? Count { get; init; }

    /// <summary>Gets how long it must hold without a gap, in seconds: <c>FOR >= 2s</c>.</summary>
    public Limit? For { get; init; }

    /// <summary>Gets what part of the picture it must take, from 0 to 1: <c>AREA > 2%</c>.</summary>
    public Limit? Area { get; init; }

    /// <summary>Gets where in the picture its middle must be: one of <see cref="ScreenText.PictureZone.All"/>.</summary>
    public string? Zone { get; init; }

    /// <summary>Gets whether it asks for a place in the picture.</summary>
    public bool AsksForPlace => Area is not null || Zone is not null;
}
