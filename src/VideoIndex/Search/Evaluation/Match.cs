using VideoIndex.Looks;
using VideoIndex.Search.Language;
using VideoIndex.Timing;

namespace VideoIndex.Search.Evaluation;

/// <summary>A stretch of a video that answers a clause, and all that makes it.</summary>
/// <param name="Span">When.</param>
/// <param name="Evidence">Everything that speaks for it; the first is what the moment shows.</param>
public sealed record Match(MediaSpan Span, IReadOnlyList<Found> Evidence);

/// <summary>One thing that answers one term.</summary>
/// <param name="Term">The term; null for what is found by its evidence alone.</param>
/// <param name="Thing">The thing. Of several counted ones, the one that is there first.</param>
/// <param name="Span">When it answers: the thing's own span, or that of the words, or of the pieces that keep to the conditions.</param>
public sealed record Found(TermClause? Term, SearchableSpan Thing, MediaSpan Span)
{
    /// <summary>Gets the words that answer, at their own time; null where words have no times.</summary>
    public SpokenPlace? Place { get; init; }

    /// <summary>Gets where in the picture it is then; null for what has no place.</summary>
    public PictureBox? Box { get; init; }

    /// <summary>Gets all the things that were counted, and the fewest and the most at once; null for what was not counted.</summary>
    public (IReadOnlyList<SearchableSpan> Things, int Least, int Most)? Counted { get; init; }
}
