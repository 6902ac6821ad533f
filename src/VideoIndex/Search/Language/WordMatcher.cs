using VideoIndex.Search.Stemming;

namespace VideoIndex.Search.Language;

/// <summary>A pattern made ready to be held against many words.</summary>
public sealed class WordMatcher
{
    private readonly WordPattern _pattern;
    private readonly IReadOnlyList<(Stemmer Language, string Stem)> _stems = [];

    /// <summary>Makes a pattern ready.</summary>
    public WordMatcher(WordPattern pattern)
    {
        _pattern = pattern;
        Start = pattern.Match == WordMatch.Fuzzy ? "" : pattern.Folded;
        if (pattern.Match == WordMatch.Stem)
        {
            _stems = Stemmers.Stems(pattern.Folded, pattern.Languages);
            Start = _stems.Select(stem => stem.Language.StartOf(stem.Stem)).Aggregate(Start, CommonStart);
        }
    }

    /// <summary>Gets how every word that matches starts: a sorted list of words need be looked through only where its words start so. Empty for patterns that may be misspelt.</summary>
    public string Start { get; }

    /// <summary>Returns whether a folded word is what the pattern asks for.</summary>
    public bool Matches(string folded) => _pattern.Match switch
    {
        WordMatch.Prefix => folded.StartsWith(_pattern.Folded, StringComparison.Ordinal),
        WordMatch.Fuzzy => EditDistance.IsWithin(_pattern.Folded, folded, _pattern.Edits),
        WordMatch.Stem => folded == _pattern.Folded || HasStem(folded),
        _ => folded == _pattern.Folded,
    };

    private bool HasStem(string folded)
    {
        if (!folded.StartsWith(Start, StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var (language, stem) in _stems)
        {
            if (language.Stem(folded) == stem)
            {
                return true;
            }
        }

        return false;
    }

    private static string CommonStart(string one, string other) => one[..one.AsSpan().CommonPrefixLength(other)];
}
