using VideoIndex.Search.Language;

namespace VideoIndex.Search.Evaluation;

/// <summary>Finds what a question asks for in a text.</summary>
public static class WordingPlaces
{
    /// <summary>Returns where a wording, or what says the same, stands in a text, in UTF-16 units; places that touch or overlap are one.</summary>
    /// <remarks>A class of things is the whole of its label: <c>bear</c> is not in <c>teddy bear</c>.</remarks>
    public static IReadOnlyList<(int Start, int End)> Of(string text, Wording wording) => Joined([.. All(text, Words.In(text), wording).Order()]);

    /// <summary>Returns whether every wording stands in one of the texts.</summary>
    public static bool AllIn(IReadOnlyList<string> texts, IReadOnlyList<Wording> wordings)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(wordings);
        if (wordings is [])
        {
            return true;
        }

        var read = texts.Select(text => (Text: text, Words: Words.In(text))).ToList();
        return wordings.All(wording => read.Exists(text => All(text.Text, text.Words, wording).Any()));
    }

    private static IEnumerable<(int Start, int End)> All(string text, IReadOnlyList<Word> words, Wording wording)
    {
        var own = wording.Labels is [] ? Phrases(words, wording.Words) : wording.Labels.Contains(text) ? [(0, text.Length)] : [];
        return own.Concat(wording.Alternatives.SelectMany(other => All(text, words, other)));
    }

    private static IEnumerable<(int Start, int End)> Phrases(IReadOnlyList<Word> words, IReadOnlyList<WordPattern> sought)
    {
        for (var at = 0; sought.Count > 0 && at + sought.Count <= words.Count; at++)
        {
            var length = 0;
            while (length < sought.Count && sought[length].Matches(words[at + length].Folded))
            {
                length++;
            }

            if (length == sought.Count)
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
