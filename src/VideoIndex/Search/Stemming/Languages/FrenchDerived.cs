namespace VideoIndex.Search.Stemming.Languages;

/// <summary>The endings that make one French word of another: the first step of <see cref="FrenchStemmer"/>.</summary>
internal static class FrenchDerived
{
    private static readonly string[] All = Endings.Of("""
        ance iqUe isme able iste eux ances iqUes ismes ables istes atrice ateur ation atrices ateurs ations logie logies usion ution usions utions ence ences ement ements
        ite ites if ive ifs ives eaux aux euse euses issement issements amment emment ment ments
        """);

    /// <summary>Takes the longest of the endings off. Returns false where nothing was taken off, and after -ment, behind which the ending of a verb may stand.</summary>
    public static bool TryTake(Letters word, Regions regions)
    {
        var ending = word.Ending(All);
        var before = word.Before(ending);
        var (inR1, inR2, inRv) = (before >= regions.R1, before >= regions.R2, before >= regions.Rv);
        switch (ending)
        {
            case "":
                return false;
            case "eaux":
                word.Cut();
                return true;
            case "aux":
                return inR1 && Put(word, ending, "al");
            case "euse" or "euses" when !inR2:
                return inR1 && Put(word, ending, "eux");
            case "issement" or "issements":
                return inR1 && word.IsConsonant(before - 1) && word.TryCut(ending);
            case "ement" or "ements":
                return inRv && word.TryCut(ending) && AfterEment(word, regions);
            case "amment" or "emment":
                _ = inRv && Put(word, ending, ending[..1] + "nt");
                return false;
            case "ment" or "ments":
                word.Cut(before > regions.Rv && word.IsVowel(before - 1) ? ending.Length : 0);
                return false;
            default:
                return inR2 && word.TryCut(ending) && AfterOthers(word, ending, regions);
        }
    }

    private static bool AfterEment(Letters word, Regions regions)
    {
        if (word.Ends("iv"))
        {
            _ = word.TryCut("iv", regions.R2) && word.TryCut("at", regions.R2);
        }
        else if (word.Ends("eus"))
        {
            _ = word.TryCut("eus", regions.R2) || word.Ends("eus", regions.R1) && Put(word, "eus", "eux");
        }
        else if (word.Ends("abl") || word.Ends("iqU"))
        {
            word.Cut(word.Before("abl") >= regions.R2 ? 3 : 0);
        }
        else if (word.Ends("ier", regions.Rv) || word.Ends("Ier", regions.Rv))
        {
            word.Replace("ier", "i");
        }

        return true;
    }

    private static bool AfterOthers(Letters word, string ending, Regions regions)
    {
        switch (ending.TrimEnd('s'))
        {
            case "logie":
                return Put(word, "", "log");
            case "usion" or "ution":
                return Put(word, "", "u");
            case "ence":
                return Put(word, "", "ent");
            case "atrice" or "ateur" or "ation":
                return AfterIc(word, regions);
            case "ite" when word.Ends("abil"):
                return word.TryCut("abil", regions.R2) || Put(word, "abil", "abl");
            case "ite" when word.Ends("ic"):
                return AfterIc(word, regions);
            case "ite":
                word.TryCut("iv", regions.R2);
                return true;
            case "if" or "ive":
                return !word.TryCut("at", regions.R2) || AfterIc(word, regions);
            default:
                return true;
        }
    }

    private static bool AfterIc(Letters word, Regions regions) => !word.Ends("ic") || word.TryCut("ic", regions.R2) || Put(word, "ic", "iqU");

    private static bool Put(Letters word, string ending, string by)
    {
        word.Replace(ending, by);
        return true;
    }
}
