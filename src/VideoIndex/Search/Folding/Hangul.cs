using System.Text;

namespace VideoIndex.Search.Folding;

/// <summary>Composes Korean syllables from their letters, by the rule in section 3.12 of the Unicode Standard.</summary>
internal static class Hangul
{
    private const int FirstSyllable = 0xAC00;
    private const int FirstLead = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int BeforeFirstTail = 0x11A7;
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Tails = 28; // counting "no tail"

    public static Rune? Compose(Rune first, Rune second)
    {
        var (lead, vowel, tail) = (first.Value - FirstLead, second.Value - FirstVowel, second.Value - BeforeFirstTail);
        if (lead is >= 0 and < Leads && vowel is >= 0 and < Vowels)
        {
            return new Rune(FirstSyllable + (lead * Vowels + vowel) * Tails);
        }

        var syllable = first.Value - FirstSyllable;
        var takesTail = syllable is >= 0 and < Leads * Vowels * Tails && syllable % Tails == 0;
        return takesTail && tail is > 0 and < Tails ? new Rune(first.Value + tail) : null;
    }
}
