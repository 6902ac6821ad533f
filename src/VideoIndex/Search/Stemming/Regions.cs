namespace VideoIndex.Search.Stemming;

/// <summary>Where the parts of a word begin that an ending must lie in to be taken off (snowballstem.org, "Defining R1 and R2" and "The Romance languages").</summary>
/// <param name="Rv">Where what may be the ending of a verb begins.</param>
/// <param name="R1">Behind the first consonant that follows a vowel.</param>
/// <param name="R2">Behind the next such consonant.</param>
internal readonly record struct Regions(int Rv, int R1, int R2)
{
    /// <summary>Returns the regions of a Germanic word: at least three letters stand before R1. RV is not used.</summary>
    public static Regions OfGermanic(Letters word)
    {
        var r1 = word.RegionAfter(0);
        return word.Length < 3 ? new Regions(word.Length, word.Length, word.Length) : new Regions(word.Length, Math.Max(3, r1), word.RegionAfter(r1));
    }

    /// <summary>Returns the regions of a Spanish, Portuguese or Italian word.</summary>
    public static Regions OfRomance(Letters word)
    {
        var r1 = word.RegionAfter(0);
        return new Regions(VerbRegion(word), r1, word.RegionAfter(r1));
    }

    // Behind the next vowel where the second letter is a consonant; behind the next consonant where both are vowels; else behind the third letter.
    private static int VerbRegion(Letters word)
    {
        if (word.Length < 3 || word.IsVowel(1) && !word.IsVowel(0))
        {
            return Math.Min(3, word.Length);
        }

        var at = 2;
        while (at < word.Length && word.IsVowel(at) == word.IsVowel(1))
        {
            at++;
        }

        return Math.Min(at + 1, word.Length);
    }
}
