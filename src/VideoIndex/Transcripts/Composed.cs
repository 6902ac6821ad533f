using System.Text;

namespace VideoIndex.Transcripts;

/// <summary>Puts letters and their accents together: <c>e</c> and U+0301 become <c>é</c>, two halves of a kana one.</summary>
/// <remarks>
/// <see cref="string.Normalize()"/> does nothing under <c>InvariantGlobalization</c>, and a word typed on a Mac must still
/// be found by one typed elsewhere. The pairs are those of Unicode's canonical composition in the basic plane; characters
/// that Unicode replaces by one other (the Angstrom sign) are left alone.
/// </remarks>
internal static class Composed
{
    private static readonly Dictionary<(char Letter, char Mark), char> Pairs = ReadPairs();

    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u02FF'))
        {
            return text;
        }

        var letters = new StringBuilder(text.Length);
        var starter = -1; // where the letter is that marks are joined to
        foreach (var mark in InOrder(text))
        {
            var last = letters.Length - 1;
            var joins = starter >= 0 && (starter == last || (IsMark(mark) && ClassOf(letters[last]) < ClassOf(mark)));
            if (joins && Pair(letters[starter], mark) is { } pair)
            {
                letters[starter] = pair;
                continue;
            }

            letters.Append(mark);
            starter = IsMark(mark) ? starter : letters.Length - 1;
        }

        return letters.ToString();
    }

    private static char? Pair(char letter, char mark)
    {
        if (letter is >= '\u1100' and < '\u1113' && mark is >= '\u1161' and < '\u1176') // Hangul: lead and vowel
        {
            return (char)(0xAC00 + ((letter - 0x1100) * 21 + (mark - 0x1161)) * 28);
        }

        if (letter is >= '\uAC00' and <= '\uD7A3' && (letter - 0xAC00) % 28 == 0 && mark is > '\u11A7' and < '\u11C3') // tail
        {
            return (char)(letter + (mark - 0x11A7));
        }

        return Pairs.TryGetValue((letter, mark), out var pair) ? pair : null;
    }

    // Marks after one letter, sorted by where they sit (below before above), as Unicode orders them.
    private static IEnumerable<char> InOrder(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            while (end < text.Length && IsMark(text[end]))
            {
                end++;
            }

            yield return text[at];
            foreach (var mark in text[(at + 1)..end].OrderBy(ClassOf))
            {
                yield return mark;
            }

            at = end;
        }
    }

    private static bool IsMark(char c) => c is (>= '\u0300' and <= '\u036F') or '\u3099' or '\u309A' or (>= '\u0653' and <= '\u0655');

    private static int ClassOf(char mark) => mark switch
    {
        '\u3099' or '\u309A' => 8,
        '\u0327' or '\u0328' => 202,
        '\u031B' => 216,
        '\u0655' or (>= '\u0316' and <= '\u0333') or (>= '\u0339' and <= '\u033C') => 220,
        '\u0345' => 240,
        _ => 230,
    };

    private static Dictionary<(char Letter, char Mark), char> ReadPairs()
    {
        var pairs = new Dictionary<(char Letter, char Mark), char>();
        foreach (var (mark, letters) in CompositionTable.Rows)
        {
            for (var at = 0; at < letters.Length; at += 2)
            {
                pairs[(letters[at], mark)] = letters[at + 1];
            }
        }

        return pairs;
    }
}
