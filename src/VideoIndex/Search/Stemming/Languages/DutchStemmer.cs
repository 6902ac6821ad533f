namespace VideoIndex.Search.Stemming.Languages;

/// <summary>Takes Dutch endings off (snowballstem.org, M. F. Porter's "Dutch stemming algorithm").</summary>
/// <remarks>The algorithm takes accents away but for è, which it holds for a vowel as e is; folded words have none.</remarks>
internal sealed class DutchStemmer : Stemmer
{
    private static readonly string[] First = Endings.Of("heden en ene s se");
    private static readonly string[] Last = Endings.Of("end ing ig lijk baar bar");
    private static readonly string[] Doubles = ["kk", "dd", "tt"];
    private static readonly string[] LongVowels = ["aa", "ee", "oo", "uu"];

    /// <inheritdoc/>
    public override StemLanguages Language => StemLanguages.Dutch;

    /// <inheritdoc/>
    private protected override string Stem(Letters word)
    {
        Mark(word);
        var regions = Regions.OfGermanic(word);
        var ending = word.Ending(First);
        var before = word.Before(ending);
        switch (ending)
        {
            case "heden" when before >= regions.R1:
                word.Replace(ending, "heid");
                break;
            case "en" or "ene":
                CutEn(word, ending, regions.R1);
                break;
            case "s" or "se" when before >= regions.R1 && word.IsConsonant(before - 1) && word[before - 1] != 'j':
                word.Cut(ending.Length);
                break;
        }

        var hadE = CutE(word, regions.R1);
        if (!word.Ends("cheid") && word.TryCut("heid", regions.R2) && word.Ends("en"))
        {
            CutEn(word, "en", regions.R1);
        }

        Derived(word, regions, hadE);
        Shorten(word);
        return word.ToString();
    }

    private static void Mark(Letters word)
    {
        word[0] = word[0] == 'y' ? 'Y' : word[0];
        for (var at = 1; at < word.Length; at++)
        {
            if (word.IsVowel(at - 1) && (word[at] == 'y' || word[at] == 'i' && word.IsVowel(at + 1)))
            {
                word[at] = char.ToUpperInvariant(word[at]);
                at += word[at] == 'I' ? 1 : 0;
            }
        }
    }

    private static void CutEn(Letters word, string ending, int r1)
    {
        var before = word.Before(ending);
        if (before >= r1 && word.IsConsonant(before - 1) && !word.Ends("gem" + ending))
        {
            word.Cut(ending.Length);
            Undouble(word);
        }
    }

    private static bool CutE(Letters word, int r1)
    {
        if (!word.Ends("e", r1) || !word.IsConsonant(word.Length - 2))
        {
            return false;
        }

        word.Cut();
        Undouble(word);
        return true;
    }

    private static void Undouble(Letters word) => word.Cut(word.Ending(Doubles).Length / 2);

    private static void Derived(Letters word, Regions regions, bool hadE)
    {
        var ending = word.Ending(Last);
        if (ending.Length == 0 || word.Before(ending) < regions.R2 || ending == "ig" && word.Ends("eig") || ending == "bar" && !hadE)
        {
            return;
        }

        word.Cut(ending.Length);
        switch (ending)
        {
            case "lijk":
                CutE(word, regions.R1);
                break;
            case "end" or "ing" when word.Ends("eig") || !word.TryCut("ig", regions.R2):
                Undouble(word);
                break;
        }
    }

    // maan is man, brood is brod: as they are in manen and broden.
    private static void Shorten(Letters word)
    {
        var last = word.Length - 1;
        if (last < 3 || !word.IsConsonant(last) || word[last] == 'I' || !word.IsConsonant(last - 3))
        {
            return;
        }

        var consonant = word[last];
        word.Cut();
        word.Cut(word.Ending(LongVowels).Length / 2);
        word.Replace("", consonant.ToString());
    }
}
