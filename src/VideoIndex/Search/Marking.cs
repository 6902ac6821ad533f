using System.Text;
using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Transcripts;

namespace VideoIndex.Search;

/// <summary>Finds the words of a term in the text that matched, and marks them there.</summary>
public static class Marking
{
    /// <summary>Opens marked words.</summary>
    public const char Open = '\u0002';

    /// <summary>Closes marked words.</summary>
    public const char Close = '\u0003';

    /// <summary>Returns the text unchanged but for U+0002 and U+0003 around what the wording matches; null when it matches nothing.</summary>
    public static string? Mark(string text, Wording wording)
    {
        var places = WordingPlaces.Of(text, wording);
        if (places.Count == 0)
        {
            return null;
        }

        var marked = new StringBuilder(text.Length + 2 * places.Count);
        var reached = 0;
        foreach (var match in places)
        {
            var (start, end) = UnsureWords.Whole(text, match.Start, match.End);
            marked.Append(text, reached, start - reached).Append(Open).Append(text, start, end - start).Append(Close);
            reached = end;
        }

        return marked.Append(text, reached, text.Length - reached).ToString();
    }
}
