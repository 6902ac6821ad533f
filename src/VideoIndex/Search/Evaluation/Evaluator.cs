using VideoIndex.Search.Language;

namespace VideoIndex.Search.Evaluation;

/// <summary>Answers a question for one video, exactly, by what <see cref="Clause"/> says. Engines find the videos and the candidates; this decides.</summary>
public static class Evaluator
{
    /// <summary>Returns the moments, in order of start, then end; none twice.</summary>
    public static IReadOnlyList<Match> Of(Question question, IEvidence video) => throw new NotSupportedException();
}
