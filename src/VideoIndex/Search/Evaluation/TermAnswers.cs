using VideoIndex.Search.Language;

namespace VideoIndex.Search.Evaluation;

/// <summary>Decides which things answer a term, and when.</summary>
public static class TermAnswers
{
    /// <summary>Returns what answers a term with all its conditions, in order of start, then end.</summary>
    /// <param name="term">The term.</param>
    /// <param name="things">What may answer, in order of start, then end, then number.</param>
    /// <param name="looked">What of the video was looked at for such things; null where nobody looked.</param>
    public static IReadOnlyList<Found> Of(TermClause term, IReadOnlyList<SearchableSpan> things, Looked? looked) => throw new NotSupportedException();
}
