using VideoIndex.Speech.Tokens;

namespace VideoIndex.Speech.Decoding;

/// <summary>The tokens that a sequence begins with, before anything is written: what was said before, the marks, what is known to come first.</summary>
/// <param name="Tokens">All of them.</param>
/// <param name="Start">Where among them the start mark is, behind what was said before.</param>
internal sealed record Beginning(int[] Tokens, int Start)
{
    /// <summary>Puts the beginning of a sequence together, as OpenAI's <c>DecodingTask</c> does.</summary>
    /// <param name="vocabulary">Says what the marks are.</param>
    /// <param name="options">What was said before and so on.</param>
    /// <param name="language">The language that is spoken; null for English.</param>
    /// <param name="textLength">The most tokens that the network can hold.</param>
    public static Beginning Of(SpeechVocabulary vocabulary, DecodingOptions options, string? language, int textLength)
    {
        var tokens = new List<int>();
        if (options.Prompt.Count > 0 && vocabulary.StartOfPrevious is { } previous)
        {
            tokens.Add(previous);
            tokens.AddRange(options.Prompt.TakeLast(textLength / 2 - 1));
        }

        var start = tokens.Count;
        tokens.AddRange(vocabulary.Start(language, options.Translate));
        if (!options.Timestamps)
        {
            tokens.Add(vocabulary.NoTimestamps);
        }

        tokens.AddRange(Cut(options.Prefix, textLength / 2 - options.Most(textLength)));
        return new Beginning([.. tokens], start);
    }

    // The official code cuts by Python's [-n:], which keeps the last n, but everything for 0, and all but the first -n for less than 0.
    private static IEnumerable<int> Cut(IReadOnlyList<int> prefix, int most) =>
        most > 0 ? prefix.TakeLast(most) : prefix.Skip(-most);
}
