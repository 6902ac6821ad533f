namespace VideoIndex.Search.Answers;

/// <summary>How common the words of a question are in a library, for ranking. Kept through all pages of an answer, so that moments keep their places.</summary>
/// <param name="Things">How many things there are.</param>
/// <param name="WordsEach">How many words a thing has on average.</param>
/// <param name="Having">How many things have each wording of the question: those of its terms in order, of each term its wordings in order.</param>
public sealed record WordCounts(long Things, double WordsEach, IReadOnlyList<long> Having);
