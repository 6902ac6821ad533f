using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace VideoIndex.Search.Folding;

/// <summary>What each character is searched as: its compatibility form (Unicode NFKD), in lower case, without accents.</summary>
/// <remarks>
/// The product runs without ICU, where <see cref="string.Normalize()"/> returns its text unchanged; so the forms are
/// written down in <c>folding.txt</c>, made from the Unicode Character Database by the script beside it.
/// </remarks>
internal static class FoldingTable
{
    private static readonly FrozenDictionary<int, string> Forms;
    private static readonly FrozenDictionary<(int Letter, int Mark), int> Pairs;

    static FoldingTable()
    {
        var forms = new Dictionary<int, string>();
        var pairs = new Dictionary<(int, int), int>();
        using var lines = new StreamReader(typeof(FoldingTable).Assembly.GetManifestResourceStream("folding.txt")!);
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var (codes, form) = (line[..line.IndexOf(' ')], line[(line.IndexOf(' ') + 1)..]);
            if (codes.Split('+') is [var letter, var mark])
            {
                pairs.Add((Code(letter), Code(mark)), Rune.GetRuneAt(form, 0).Value);
            }
            else
            {
                forms.Add(Code(codes), form);
            }
        }

        (Forms, Pairs) = (forms.ToFrozenDictionary(), pairs.ToFrozenDictionary());
    }

    /// <summary>Returns what stands for a character in a search; empty when nothing does.</summary>
    public static string Fold(Rune rune)
    {
        if (rune.IsAscii)
        {
            return char.IsAsciiLetterOrDigit((char)rune.Value) ? Rune.ToLowerInvariant(rune).ToString() : "";
        }

        return Forms.TryGetValue(rune.Value, out var form) ? form
            : IsWritten(rune) ? Rune.ToLowerInvariant(rune).ToString()
            : "";
    }

    /// <summary>Joins a character with the mark after it where the two are another letter, not an accented one.</summary>
    /// <remarks>The kana か and its voicing mark are が, another sound; an é is an e all the same.</remarks>
    public static Rune? Compose(Rune letter, Rune mark) =>
        Pairs.TryGetValue((letter.Value, mark.Value), out var joined) ? new Rune(joined) : Hangul.Compose(letter, mark);

    /// <summary>Returns whether the character continues the one before it rather than standing for itself.</summary>
    public static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsWritten(Rune rune) => Rune.IsLetter(rune) || Rune.IsNumber(rune) || IsMark(rune);

    private static int Code(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
