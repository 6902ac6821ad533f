using System.Text;

namespace VideoIndex.Search.Folding;

/// <summary>Knows the scripts that are written without spaces, where each character is searched as a word of its own.</summary>
internal static class Script
{
    private static readonly (int First, int Last)[] WithoutSpaces =
    [
        (0x0E01, 0x0EFF), // Thai, Lao
        (0x1000, 0x109F), // Myanmar
        (0x1100, 0x11FF), // Korean letters
        (0x1780, 0x17FF), // Khmer
        (0x2E80, 0x2FDF), // radicals
        (0x3005, 0x3007), // ideographic repetition mark, closing mark, zero
        (0x3021, 0x3029),
        (0x3031, 0x303C),
        (0x3041, 0x31FF), // hiragana, katakana, bopomofo, Korean letters
        (0x3400, 0x4DBF), // ideographs
        (0x4E00, 0x9FFF),
        (0xA960, 0xA97F),
        (0xAC00, 0xD7FF), // Korean syllables
        (0xF900, 0xFAFF),
        (0x1AFF0, 0x1B16F), // old kana
        (0x20000, 0x3FFFF),
    ];

    public static bool HasNoSpaces(Rune rune)
    {
        if (rune.Value < WithoutSpaces[0].First)
        {
            return false;
        }

        foreach (var (first, last) in WithoutSpaces)
        {
            if (rune.Value <= last)
            {
                return rune.Value >= first;
            }
        }

        return false;
    }
}
