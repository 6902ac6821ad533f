namespace VideoIndex.Search.Stemming.Languages;

/// <summary>Takes German endings off (snowballstem.org, "German stemming algorithm", with the rule of Snowball 2.3 that takes ae, oe and ue for umlauts).</summary>
/// <remarks>Folded words have no umlauts and no ß; the algorithm takes them away at its end, so nothing is lost.</remarks>
internal sealed class GermanStemmer : Stemmer
{
    private static readonly string[] First = Endings.Of("em ern er e en es s");
    private static readonly string[] Second = Endings.Of("en er est st");
    private static readonly string[] Third = Endings.Of("end ung ig ik isch lich heit keit");

    /// <inheritdoc/>
    public override StemLanguages Language => StemLanguages.German;

    /// <inheritdoc/>
    public override string StartOf(string stem)
    {
        var start = base.StartOf(stem);
        return start[..(start.AsSpan().IndexOfAny('a', 'o', 'u') is var at and >= 0 ? at + 1 : start.Length)]; // an e may have stood behind it
    }

    /// <inheritdoc/>
    private protected override string Stem(Letters word)
    {
        word.MarkBetweenVowels("uy");
        word = WithoutUmlauts(word);
        var regions = Regions.OfGermanic(word);
        Inflected(word, regions.R1);
        Compared(word, regions.R1);
        Derived(word, regions);
        return word.ToString();
    }

    private Letters WithoutUmlauts(Letters word)
    {
        var plain = new Letters("", Vowels);
        for (var at = 0; at < word.Length; at++)
        {
            plain.Replace("", word[at].ToString());
            var umlaut = word[at] is 'a' or 'o' || word[at] is 'u' && (at == 0 || word[at - 1] != 'q');
            at += umlaut && at + 1 < word.Length && word[at + 1] == 'e' ? 1 : 0;
        }

        return plain;
    }

    private static void Inflected(Letters word, int r1)
    {
        var ending = word.Ending(First);
        if (ending.Length == 0 || word.Before(ending) < r1 || ending == "s" && !"bdfghklmnrt".Contains(word[word.Length - 2]))
        {
            return;
        }

        word.Cut(ending.Length);
        if (ending is "e" or "en" or "es" && word.Ends("niss"))
        {
            word.Cut();
        }
    }

    private static void Compared(Letters word, int r1)
    {
        var ending = word.Ending(Second);
        var before = word.Before(ending);
        if (ending.Length > 0 && before >= r1 && (ending != "st" || before >= 4 && "bdfghklmnt".Contains(word[before - 1])))
        {
            word.Cut(ending.Length);
        }
    }

    private static void Derived(Letters word, Regions regions)
    {
        var ending = word.Ending(Third);
        if (ending.Length == 0 || word.Before(ending) < regions.R2 || ending is "ig" or "ik" or "isch" && word.Ends("e" + ending))
        {
            return;
        }

        word.Cut(ending.Length);
        switch (ending)
        {
            case "end" or "ung" when !word.Ends("eig"):
                word.TryCut("ig", regions.R2);
                break;
            case "lich" or "heit":
                _ = word.TryCut("er", regions.R1) || word.TryCut("en", regions.R1);
                break;
            case "keit":
                _ = word.TryCut("lich", regions.R2) || word.TryCut("ig", regions.R2);
                break;
        }
    }
}
