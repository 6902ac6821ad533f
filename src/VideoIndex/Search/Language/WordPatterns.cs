namespace VideoIndex.Search.Language;

/// <summary>Decides whether a word is what a pattern asks for. Engines that keep a list of words ask this of each of them once; all others of every word.</summary>
public static class WordPatterns
{
    // As many as a question has words, and what says the same as those.
    private const int MostKept = 2048;

    [ThreadStatic]
    private static Dictionary<WordPattern, WordMatcher>? _matchers;

    /// <summary>Returns whether a folded word is what the pattern asks for. Whoever asks of very many words keeps a <see cref="WordMatcher"/>.</summary>
    public static bool Matches(this WordPattern pattern, string folded) => pattern.Match switch
    {
        WordMatch.Exact => pattern.Folded == folded,
        WordMatch.Stem when pattern.Folded is [var first, ..] && folded is [var other, ..] && first != other => false, // no form of a word begins with another letter
        _ => MatcherOf(pattern).Matches(folded),
    };

    private static WordMatcher MatcherOf(WordPattern pattern)
    {
        var kept = _matchers ??= [];
        if (!kept.TryGetValue(pattern, out var matcher))
        {
            if (kept.Count >= MostKept)
            {
                kept.Clear();
            }

            kept[pattern] = matcher = new WordMatcher(pattern);
        }

        return matcher;
    }
}
