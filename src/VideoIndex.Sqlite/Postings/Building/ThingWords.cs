using VideoIndex.Search;
using VideoIndex.Search.Evaluation;
using VideoIndex.Transcripts;

namespace VideoIndex.Sqlite.Postings.Building;

/// <summary>Divides things into words.</summary>
internal sealed class ThingWords
{
    /// <summary>How far apart the words of two texts of one thing are counted: no phrase runs from one into the next.</summary>
    public const int Gap = 2;

    private char[] _folded = new char[256];

    /// <summary>Takes a word.</summary>
    /// <param name="word">The word, folded.</param>
    /// <param name="place">Its number.</param>
    public delegate void Take(ReadOnlySpan<char> word, int place);

    /// <summary>Returns how many words of a joint come before its border; 0 for what is none.</summary>
    public static int Border(SearchableSpan thing) => thing.Joint is var (before, _)
        ? Words.In(string.Concat(before.Words.TakeLast(UtteranceJoints.MostWords).Select(word => word.Text)).Trim()).Count
        : 0;

    /// <summary>Gives out the words of a thing in order.</summary>
    /// <returns>How many they are.</returns>
    public int Of(SearchableSpan thing, Take take)
    {
        var (place, words) = (0, 0);
        foreach (var text in thing.Texts)
        {
            var count = text.AsSpan().ContainsAnyExceptInRange('\0', '\u007F') ? Any(text, place, take) : Ascii(text, place, take);
            place += count + Gap;
            words += count;
        }

        return words;
    }

    private static int Any(string text, int place, Take take)
    {
        var words = Words.In(text);
        foreach (var word in words)
        {
            take(word.Folded, place++);
        }

        return words.Count;
    }

    // What Words says of ASCII, four times as fast: letters and digits are words, letters small; all else parts them.
    private int Ascii(string text, int place, Take take)
    {
        if (_folded.Length < text.Length)
        {
            _folded = new char[2 * text.Length];
        }

        var (first, start) = (place, -1);
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsAsciiLetterOrDigit(text[at]))
            {
                _folded[at] = char.ToLowerInvariant(text[at]);
                start = start < 0 ? at : start;
            }
            else if (start >= 0)
            {
                take(_folded.AsSpan(start..at), place++);
                start = -1;
            }
        }

        if (start >= 0)
        {
            take(_folded.AsSpan(start..text.Length), place++);
        }

        return place - first;
    }
}
