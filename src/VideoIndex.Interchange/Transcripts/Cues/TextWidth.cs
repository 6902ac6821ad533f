using System.Globalization;
using System.Text;

namespace VideoIndex.Interchange.Transcripts.Cues;

/// <summary>Measures text as it stands on a screen: a narrow character is one column, a wide one two, an accent of its own none (after Unicode's annex 11).</summary>
internal static class TextWidth
{
    /// <summary>Returns the columns of a text.</summary>
    public static int Columns(string text) => text.EnumerateRunes().Sum(Columns);

    /// <summary>Returns how many characters people read: half ones where narrow characters count half.</summary>
    public static decimal Characters(string text, bool isWide) =>
        isWide ? Columns(text) / 2m : text.EnumerateRunes().Count(rune => Columns(rune) > 0);

    /// <summary>Returns whether a character is written as wide as it is high.</summary>
    public static bool IsWide(Rune rune) => rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF)
        or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE4F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
        or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);

    /// <summary>Returns the language that most letters show by being Japanese, Chinese or Korean; null where most are neither.</summary>
    public static string? ScriptOf(IEnumerable<string> texts)
    {
        var (all, wide, kana, hangul) = (0, 0, 0, 0);
        foreach (var rune in texts.SelectMany(text => text.EnumerateRunes()).Where(Rune.IsLetter))
        {
            all++;
            wide += IsWide(rune) ? 1 : 0;
            kana += rune.Value is >= 0x3041 and <= 0x30FF ? 1 : 0;
            hangul += rune.Value is >= 0xAC00 and <= 0xD7A3 ? 1 : 0;
        }

        return 2 * wide <= all ? null : 2 * hangul > wide ? "ko" : 10 * kana > wide ? "ja" : "zh";
    }

    private static int Columns(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0 : IsWide(rune) ? 2 : 1;
}
