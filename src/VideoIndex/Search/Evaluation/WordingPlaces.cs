using VideoIndex.Search.Language;

namespace VideoIndex.Search.Evaluation;

/// <summary>Finds what a question asks for in one text. Whoever goes through many keeps a <see cref="WordingFinder"/>.</summary>
public static class WordingPlaces
{
    /// <summary>Returns where a wording, or what says the same, stands in a text, in UTF-16 units; places that touch or overlap are one.</summary>
    public static IReadOnlyList<(int Start, int End)> Of(string text, Wording wording) => new WordingFinder(wording).Places(text);

    /// <summary>Returns whether every wording stands in one of the texts.</summary>
    public static bool AllIn(IReadOnlyList<string> texts, IReadOnlyList<Wording> wordings) => WordingFinder.AllIn(texts, [.. wordings.Select(wording => new WordingFinder(wording))]);
}
