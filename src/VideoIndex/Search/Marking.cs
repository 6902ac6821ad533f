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

    /// <summary>Returns the text unchanged but for U+0002 and U+0003 around what the term matches; null when it matches nothing.</summary>
    public static string? Mark(string text, QueryTerm term)
    {
        if (IsClass(text, term) is { } isClass)
        {
            return isClass ? $"{Open}{text}{Close}" : null;
        }

        return Mark(text, Places(text, term));
    }

    /// <summary>Returns the text unchanged but for U+0002 and U+0003 around what the wording matches; null when it matches nothing.</summary>
    public static string? Mark(string text, Wording wording) => Mark(text, new WordingFinder(wording).Places(text));

    private static string? Mark(string text, IReadOnlyList<(int Start, int End)> places)
    {
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

    // A class is the thing itself: "bear" is not in "teddy bear", and "airplane" is what "aeroplane" asks for. Null where words decide.
    private static bool? IsClass(string text, QueryTerm term) => term switch
    {
        { Conditions.Count: not null } => null,
        { IsAny: true } => true,
        { Labels: [_, ..] labels } => labels.Contains(text),
        _ => null,
    };

    /// <summary>Returns where the words of a term stand in a text, in UTF-16 units; those that touch or overlap as one.</summary>
    internal static IReadOnlyList<(int Start, int End)> Places(string text, QueryTerm term)
    {
        var matches = Matches(Words.In(text), Words.In(term.Words), term.Prefix).ToList();
        return matches.Count == 0 ? [] : [.. Joined(matches)];
    }

    private static IEnumerable<(int Start, int End)> Matches(IReadOnlyList<Word> words, IReadOnlyList<Word> sought, bool prefix)
    {
        for (var at = 0; sought.Count > 0 && at + sought.Count <= words.Count; at++)
        {
            var length = 0;
            while (length < sought.Count && Fits(words[at + length], sought[length], prefix && length == sought.Count - 1))
            {
                length++;
            }

            if (length == sought.Count)
            {
                yield return (words[at].At, words[at + length - 1].End);
            }
        }
    }

    private static bool Fits(Word word, Word sought, bool prefix) =>
        prefix ? word.Folded.StartsWith(sought.Folded, StringComparison.Ordinal) : word.Folded == sought.Folded;

    // Matches come in order; those that touch or overlap (each character of a Japanese word) are marked as one.
    private static IEnumerable<(int Start, int End)> Joined(List<(int Start, int End)> matches)
    {
        var (start, end) = matches[0];
        foreach (var next in matches.Skip(1))
        {
            if (next.Start > end)
            {
                yield return (start, end);
                (start, end) = next;
            }

            end = Math.Max(end, next.End);
        }

        yield return (start, end);
    }
}
