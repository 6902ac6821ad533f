namespace VideoIndex.Speech.Honesty.Phrases;

/// <summary>
/// What speech models are known to write where nobody speaks: they were taught with subtitles, and learned what subtitles say over silence. A person
/// may say any of it; so a phrase alone never condemns, only the sound does.
/// </summary>
public static partial class KnownPhrases
{
    private static readonly HashSet<string> Whole = [.. Lines(Farewells)];
    private static readonly string[] Beginnings = [.. Lines(Credits)];
    private static readonly string[] Names = [.. Lines(Makers)];
    private static readonly int Longest = Whole.Max(phrase => phrase.Length);

    /// <summary>Returns whether a text is one of the phrases, or several of them one after another; case, spaces and marks do not matter.</summary>
    public static bool Are(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var letters = Letters.Of(text);
        return letters.Length > 0
            && (Follow(letters)
                || Beginnings.Any(words => letters.StartsWith(words, StringComparison.Ordinal))
                || Names.Any(name => letters.Contains(name, StringComparison.Ordinal)));
    }

    // Whether the letters are made of whole phrases, end to end.
    private static bool Follow(string letters)
    {
        var reached = new bool[letters.Length + 1];
        reached[0] = true;
        for (var from = 0; from < letters.Length; from++)
        {
            for (var length = 1; reached[from] && length <= Math.Min(Longest, letters.Length - from); length++)
            {
                reached[from + length] |= Whole.Contains(letters.Substring(from, length));
            }
        }

        return reached[^1];
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(Letters.Of).Where(phrase => phrase.Length > 0);
}
