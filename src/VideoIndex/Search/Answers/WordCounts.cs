namespace VideoIndex.Search.Answers;

/// <summary>How common the words of a question are in a library, for ranking. Kept through all pages of an answer, so that moments keep their places.</summary>
/// <param name="Things">How many things there are.</param>
/// <param name="WordsEach">How many words a thing has in the mean.</param>
/// <param name="Having">How many things have what each pattern of the question asks for: those of <see cref="Relevance.Patterns"/>, in order.</param>
public sealed record WordCounts(long Things, double WordsEach, IReadOnlyList<long> Having)
{
    /// <summary>Gets what is known where nobody counted: all words are as common as each other.</summary>
    public static WordCounts None { get; } = new(0, 1, []);
}
