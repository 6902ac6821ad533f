using VideoIndex.Search;
using VideoIndex.Search.Evaluation;
using VideoIndex.Sqlite.Postings.Segments;
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
    /// <param name="field">The field it is found under.</param>
    /// <param name="place">Its number.</param>
    public delegate void Take(ReadOnlySpan<char> word, byte field, int place);

    /// <summary>Returns how many words of a joint come before its border; 0 for what is none.</summary>
    public static int Border(SearchableSpan thing) => thing.Joint is var (before, _)
        ? Words.In(string.Concat(before.Words.TakeLast(UtteranceJoints.MostWords).Select(word => word.Text)).Trim()).Count
        : 0;

    /// <summary>Gives out the words of a thing in order; those of a video's folder come last, under a field of their own.</summary>
    /// <returns>How many they are, without those.</returns>
    public int Of(SearchableSpan thing, Take take)
    {
        var (place, words, field) = (0, 0, TermKeys.Of(TermKeys.FieldOf(thing)));
        foreach (var text in thing.Texts)
        {
            var count = Of(text, field, place, take);
            place += count + Gap;
            words += count;
        }

        if (thing.Folder is { } folder)
        {
            Of(folder, TermKeys.Of(TermKeys.Folder), place, take);
        }

        return words;
    }

    private int Of(string text, byte field, int place, Take take) =>
        text.AsSpan().ContainsAnyExceptInRange('\0', '\u007F') ? Any(text, field, place, take) : Ascii(text, field, place, take);

    private static int Any(string text, byte field, int place, Take take)
    {
        var words = Words.In(text);
        foreach (var word in words)
        {
            take(word.Folded, field, place++);
        }

        return words.Count;
    }

    // What Words says of ASCII, four times as fast: letters and digits are words, letters small; all else parts them.
    private int Ascii(string text, byte field, int place, Take take)
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
                take(_folded.AsSpan(start..at), field, place++);
                start = -1;
            }
        }

        if (start >= 0)
        {
            take(_folded.AsSpan(start..text.Length), field, place++);
        }

        return place - first;
    }
}
