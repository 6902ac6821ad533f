namespace VideoIndex.Search.Language;

/// <summary>Decides whether a word is what a pattern asks for. Engines that keep a list of words ask this of each of them once; all others of every word.</summary>
public static class WordPatterns
{
    /// <summary>Returns whether a folded word is what the pattern asks for. Whoever asks of many words keeps a <see cref="WordMatcher"/>.</summary>
    public static bool Matches(this WordPattern pattern, string folded) => new WordMatcher(pattern).Matches(folded);
}
