using VideoIndex.Search.Language;

namespace VideoIndex.Search.Evaluation;

/// <summary>A wording made ready to be looked for in many texts.</summary>
/// <remarks>It is there where it stands, or what says the same. A class of things is the whole of its label: <c>bear</c> is not in <c>teddy bear</c>.</remarks>
public sealed class WordingFinder
{
    private readonly Wording _wording;
    private readonly IReadOnlyList<WordMatcher> _words;
    private readonly IReadOnlyList<WordingFinder> _alternatives;

    /// <summary>Makes a wording ready.</summary>
    public WordingFinder(Wording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        _wording = wording;
        _words = [.. wording.Words.Select(pattern => new WordMatcher(pattern))];
        _alternatives = [.. wording.Alternatives.Select(other => new WordingFinder(other))];
    }

    /// <summary>Returns where it stands in a text, in UTF-16 units; places that touch or overlap are one.</summary>
    public IReadOnlyList<(int Start, int End)> Places(string text) => Joined([.. All(text, Words.In(text)).Order()]);

    /// <summary>Returns whether every one of some wordings stands in one of the texts.</summary>
    public static bool AllIn(IReadOnlyList<string> texts, IReadOnlyList<WordingFinder> wordings)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(wordings);
        if (wordings is [])
        {
            return true;
        }

        var read = texts.Select(text => (Text: text, Words: Words.In(text))).ToList();
        return wordings.All(wording => read.Exists(text => wording.All(text.Text, text.Words).Any()));
    }

    private IEnumerable<(int Start, int End)> All(string text, IReadOnlyList<Word> words)
    {
        var own = _wording.Labels is [] ? Phrases(words) : _wording.Labels.Contains(text) ? [(0, text.Length)] : [];
        return _alternatives is [] ? own : own.Concat(_alternatives.SelectMany(other => other.All(text, words)));
    }

    private IEnumerable<(int Start, int End)> Phrases(IReadOnlyList<Word> words)
    {
        for (var at = 0; _words.Count > 0 && at + _words.Count <= words.Count; at++)
        {
            var length = 0;
            while (length < _words.Count && _words[length].Matches(words[at + length].Folded))
            {
                length++;
            }

            if (length == _words.Count)
            {
                yield return (words[at].At, words[at + length - 1].End);
            }
        }
    }

    // Each character of a Japanese word is a word: what touches is marked as one.
    private static List<(int Start, int End)> Joined(List<(int Start, int End)> places)
    {
        var joined = new List<(int Start, int End)>();
        foreach (var place in places)
        {
            if (joined is [.., var last] && place.Start <= last.End)
            {
                joined[^1] = (last.Start, Math.Max(last.End, place.End));
            }
            else
            {
                joined.Add(place);
            }
        }

        return joined;
    }
}
