namespace VideoIndex.Search.Answers;

/// <summary>How the whole answer, not only the page, is spread over one kind of value.</summary>
/// <param name="Name">What is counted: one of <see cref="All"/>.</param>
/// <param name="Values">The values, most moments first, then by name.</param>
public sealed record Facet(string Name, IReadOnlyList<FacetValue> Values)
{
    /// <summary>Gets all facets: <c>video brand object speaker language status collection recorded</c>; the last by month.</summary>
    public static IReadOnlyList<string> All { get; } = ["video", "brand", "object", "speaker", "language", "status", "collection", "recorded"];
}

/// <summary>One value of a facet.</summary>
/// <param name="Value">The value: a brand's name, a video's id.</param>
/// <param name="Moments">How many moments of the answer have it.</param>
/// <param name="Videos">How many videos those are in.</param>
public sealed record FacetValue(string Value, long Moments, long Videos);
