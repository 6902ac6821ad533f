namespace VideoIndex.Search.Stemming.Languages;

/// <summary>Takes French endings off (snowballstem.org, "French stemming algorithm").</summary>
/// <remarks>
/// Folded words have no accents: -ite stands for -ité, -ee for -ée, and -é is the -e that goes anyway. The endings of -èrent and of the past historic with a circumflex are
/// not taken off: without accents they are those of différent and climat.
/// </remarks>
internal sealed class FrenchStemmer : Stemmer
{
    private static readonly string[] WithI = Endings.Of("""
        i ie ies ir ira irai iraIent irais irait iras irent irez iriez irions irons iront is issaIent issais issait issant issante issantes issants isse issent isses issez
        issiez issions issons it
        """);

    private static readonly string[] OfVerbs = Endings.Of("""
        ions ee ees er era erai eraIent erais erait eras erez eriez erions erons eront ez iez
        a ai aIent ais ait ant ante antes ants as asse assent asses assiez assions
        """);

    private static readonly string[] Doubles = ["enn", "onn", "ett", "ell", "eill"];

    /// <inheritdoc/>
    public override StemLanguages Language => StemLanguages.French;

    /// <inheritdoc/>
    private protected override string Stem(Letters word)
    {
        Mark(word);
        var r1 = word.RegionAfter(0);
        var regions = new Regions(VerbRegion(word), r1, word.RegionAfter(r1));
        if (FrenchDerived.TryTake(word, regions) || TryCutWithI(word, regions.Rv) || TryCutVerb(word, regions))
        {
            if (word.Ends("Y"))
            {
                word.Replace("Y", "i");
            }
        }
        else
        {
            Residual(word, regions);
        }

        word.Cut(word.Ending(Doubles).Length > 0 ? 1 : 0);
        return word.ToString();
    }

    private static void Mark(Letters word)
    {
        for (var at = 0; at < word.Length; at++)
        {
            var (behind, before) = (word.IsVowel(at - 1), word.IsVowel(at + 1));
            var marked = word[at] switch
            {
                'u' => behind && before || at > 0 && word[at - 1] == 'q',
                'i' => behind && before,
                'y' => behind || before,
                _ => false,
            };
            word[at] = marked ? char.ToUpperInvariant(word[at]) : word[at];
        }
    }

    private static int VerbRegion(Letters word)
    {
        if (word.Length >= 3 && (word.IsVowel(0) && word.IsVowel(1) || word.ToString()[..3] is "par" or "col" or "tap"))
        {
            return 3;
        }

        var at = 1;
        while (at < word.Length && !word.IsVowel(at))
        {
            at++;
        }

        return Math.Min(at + 1, word.Length);
    }

    private static bool TryCutWithI(Letters word, int rv)
    {
        var ending = word.Ending(WithI, rv);
        var before = word.Before(ending) - 1;
        return ending.Length > 0 && before >= rv && word.IsConsonant(before) && word.TryCut(ending);
    }

    private static bool TryCutVerb(Letters word, Regions regions)
    {
        var ending = word.Ending(OfVerbs, regions.Rv);
        if (ending.Length == 0 || ending == "ions" && word.Before(ending) < regions.R2)
        {
            return false;
        }

        word.Cut(ending.Length);
        if (ending[0] == 'a')
        {
            word.TryCut("e", regions.Rv);
        }

        return true;
    }

    private static void Residual(Letters word, Regions regions)
    {
        if (word.Ends("s") && word.Length > 1 && word[word.Length - 2] is not ('a' or 'i' or 'o' or 'u' or 's'))
        {
            word.Cut();
        }

        if (word.Ends("ion", regions.Rv))
        {
            var before = word.Before("ion");
            word.Cut(before >= regions.R2 && before > regions.Rv && word[before - 1] is 's' or 't' ? 3 : 0);
        }
        else if (word.TryCut("ier", regions.Rv) || word.TryCut("iere", regions.Rv) || word.TryCut("Ier", regions.Rv) || word.TryCut("Iere", regions.Rv))
        {
            word.Replace("", "i");
        }
        else
        {
            word.TryCut("e", regions.Rv);
        }
    }
}
