using VideoIndex.Search.Stemming;

namespace VideoIndex.Search.Language;

/// <summary>A word or a phrase that is asked for: words that must follow each other.</summary>
/// <param name="Typed">As typed, without quotes and stars.</param>
/// <param name="Words">What each of the words must be; at least one.</param>
public sealed record Wording(string Typed, IReadOnlyList<WordPattern> Words)
{
    /// <summary>Gets where it starts in the question, its field before it included, in UTF-16 units from 0.</summary>
    public int At { get; init; }

    /// <summary>Gets how long it is in the question as typed, in UTF-16 units; 0 for an alternative nobody typed.</summary>
    public int Length { get; init; }

    /// <summary>Gets what says the same: synonyms, narrower words. Each holds as well as the wording itself.</summary>
    public IReadOnlyList<Wording> Alternatives { get; init; } = [];

    /// <summary>Gets the classes of things the words stand for, where they are asked for in <c>object:</c>; none where they are searched as they are.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];
}

/// <summary>What one word must be.</summary>
/// <param name="Folded">The word asked for, folded as <see cref="Word.Folded"/>.</param>
/// <param name="Match">How a word may differ from it.</param>
/// <param name="Edits">How many letters may be added, dropped, changed or swapped with their neighbour, for <see cref="WordMatch.Fuzzy"/>: 0 to 2.</param>
/// <param name="Languages">Whose endings it may have, for <see cref="WordMatch.Stem"/>; see <see cref="Stemmers.Of"/>.</param>
public readonly record struct WordPattern(string Folded, WordMatch Match = WordMatch.Exact, int Edits = 0, StemLanguages Languages = StemLanguages.English);

/// <summary>How a word may differ from the one that is asked for.</summary>
public enum WordMatch
{
    /// <summary>Not at all, but for what folding takes away. What stands in quotes.</summary>
    Exact,

    /// <summary>It may have another ending: <c>goal</c> finds goals. Plain words.</summary>
    Stem,

    /// <summary>It may go on: <c>goal*</c>.</summary>
    Prefix,

    /// <summary>It may be misspelt: <c>gaol~</c>.</summary>
    Fuzzy,
}
