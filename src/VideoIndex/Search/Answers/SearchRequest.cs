using VideoIndex.Search.Language;
using VideoIndex.Videos;

namespace VideoIndex.Search.Answers;

/// <summary>A question, and how much of its answer is wanted.</summary>
/// <param name="Question">What is asked, its words already given their alternatives.</param>
public sealed record SearchRequest(Question Question)
{
    /// <summary>Gets the one video it is asked of; null for all.</summary>
    public VideoId? In { get; init; }

    /// <summary>Gets the most moments to return, from 1 to 100,000.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Gets the order in which moments are taken.</summary>
    public SearchOrder Order { get; init; } = SearchOrder.Best;

    /// <summary>Gets where the page before ended: its <see cref="SearchAnswer.Next"/>; null for the first page.</summary>
    public string? After { get; init; }

    /// <summary>Gets which facets are wanted: names of <see cref="Facet.All"/>.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];

    /// <summary>Gets whether it is to be told how the answer was come by.</summary>
    public bool Explain { get; init; }

    /// <summary>Gets the labels that are noise: things that say nothing else are passed over. Folded.</summary>
    public IReadOnlySet<string> Noise { get; init; } = new HashSet<string>();

    /// <summary>Gets what the label of a thing is counted and shown as in facets; as itself unless a vocabulary says otherwise.</summary>
    public Func<string, string> Shown { get; init; } = label => label;
}

/// <summary>The order in which moments are taken.</summary>
public enum SearchOrder
{
    /// <summary>The best first; shown by video, the video with the best first, the moments of one in time order.</summary>
    Best,

    /// <summary>Video by video in the order they came into the library, by time.</summary>
    Time,
}
