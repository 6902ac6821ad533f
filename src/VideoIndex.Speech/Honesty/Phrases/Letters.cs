using System.Globalization;
using System.Text;

namespace VideoIndex.Speech.Honesty.Phrases;

/// <summary>What is left of text without spaces, marks and capitals: by this texts are compared, and measured.</summary>
internal static class Letters
{
    private const int MostWordsOfSounds = 4;

    /// <summary>Returns the letters and digits of a text, in lower case.</summary>
    public static string Of(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                letters.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return letters.ToString();
    }

    /// <summary>Returns how long a text is to say, in letters of a script that writes sounds.</summary>
    /// <param name="letters">Its letters.</param>
    /// <param name="sign">How many letters one sign of a script that writes syllables or words is worth.</param>
    public static double Count(string letters, double sign) => letters.EnumerateRunes().Sum(rune => IsSign(rune) ? sign : 1);

    /// <summary>
    /// Returns whether text is but a note on sounds, and no speech: signs of music, or a few words in brackets (<c>[Applause]</c>).
    /// </summary>
    public static bool AreOfSounds(string text)
    {
        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > MostWordsOfSounds)
        {
            return false;
        }

        var depth = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '(' or '[' or '（' or '【' or '［':
                    depth++;
                    break;
                case ')' or ']' or '）' or '】' or '］':
                    depth--;
                    break;
                default:
                    if (depth <= 0 && Rune.IsLetterOrDigit(rune))
                    {
                        return false;
                    }

                    break;
            }
        }

        return true;
    }

    // Hiragana, katakana, Chinese signs with their extensions, Hangul syllables.
    private static bool IsSign(Rune rune) => rune.Value is (>= 0x3040 and <= 0x30ff) or (>= 0x3400 and <= 0x9fff) or (>= 0xac00 and <= 0xd7a3)
        or (>= 0xf900 and <= 0xfaff) or (>= 0x20000 and <= 0x3ffff);
}
