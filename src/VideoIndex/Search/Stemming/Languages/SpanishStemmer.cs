using static VideoIndex.Search.Stemming.Languages.DerivedEndings;

namespace VideoIndex.Search.Stemming.Languages;

/// <summary>Takes Spanish endings off (snowballstem.org, "Spanish stemming algorithm").</summary>
/// <remarks>
/// Folded words have no accents: -ia is the -ia of historia and the -ía of comía, -io that of radio and of comió. So that all forms of a word stay one, an i that is
/// left over at the end goes, too; the algorithm itself keeps it.
/// </remarks>
internal sealed class SpanishStemmer : Stemmer
{
    private static readonly string[] Pronouns = Endings.Of("me se sela selo selas selos la le lo las les los nos");
    private static readonly string[] BeforePronouns = Endings.Of("ando iendo ar er ir");
    private static readonly string[] WithY = Endings.Of("ya ye yan yen yeron yendo yo yas yes yais yamos");
    private static readonly string[] WithU = Endings.Of("en es eis emos");

    private static readonly string[] OfVerbs = Endings.Of("""
        en es eis emos
        arian arias aran aras ariais aria areis ariamos aremos ara are erian erias eran eras eriais eria ereis eriamos eremos era ere
        irian irias iran iras iriais iria ireis iriamos iremos ira ire
        aba ada ida ia iera ad ed id ase iese aste iste an aban ian ieran asen iesen aron ieron ado ido ando iendo io ar er ir as abas adas idas ias ieras
        ases ieses is ais abais iais arais ierais aseis ieseis asteis isteis ados idos amos abamos iamos imos aramos ieramos iesemos asemos
        """);

    private static readonly DerivedEndings Derived = new(
        new Rule("anza anzas ico ica icos icas ismo ismos able ables ible ibles ista istas oso osa osos osas amiento amientos imiento imientos", Region.R2),
        new Rule("adora ador acion adoras adores aciones ante antes ancia ancias", Region.R2, "", "ic"),
        new Rule("logia logias", Region.R2, "log"),
        new Rule("ucion uciones", Region.R2, "u"),
        new Rule("encia encias", Region.R2, "ente"),
        new Rule("amente", Region.R1, "", "iv at", "os", "ic", "ad"),
        new Rule("mente", Region.R2, "", "ante", "able", "ible"),
        new Rule("idad idades", Region.R2, "", "abil", "ic", "iv"),
        new Rule("iva ivo ivas ivos", Region.R2, "", "at"));

    /// <inheritdoc/>
    public override StemLanguages Language => StemLanguages.Spanish;

    /// <inheritdoc/>
    private protected override string Vowels => "aeiou";

    /// <inheritdoc/>
    private protected override string Stem(Letters word)
    {
        var regions = Regions.OfRomance(word);
        Pronoun(word, regions.Rv);
        _ = Derived.TryTake(word, regions) || TryCutWithY(word, regions.Rv) || TryCutVerb(word, regions.Rv);
        Residual(word, regions.Rv);
        return word.ToString();
    }

    private static void Pronoun(Letters word, int rv)
    {
        var pronoun = word.Ending(Pronouns);
        if (pronoun.Length > 0 && Array.Exists(BeforePronouns, verb => word.Ends(verb + pronoun, rv) || word.Ends("uyendo" + pronoun, rv - 1)))
        {
            word.Cut(pronoun.Length);
        }
    }

    private static bool TryCutWithY(Letters word, int rv)
    {
        var ending = word.Ending(WithY, rv);
        return ending.Length > 0 && word.Ends("u" + ending) && word.TryCut(ending);
    }

    private static bool TryCutVerb(Letters word, int rv)
    {
        var ending = word.Ending(OfVerbs, rv);
        word.Cut(ending.Length);
        if (WithU.Contains(ending) && word.Ends("gu"))
        {
            word.Cut();
        }

        return ending.Length > 0;
    }

    private static void Residual(Letters word, int rv)
    {
        if (word.TryCut("os", rv) || word.TryCut("a", rv) || word.TryCut("o", rv))
        {
            word.TryCut("i", rv);
        }
        else if (!word.TryCut("i", rv) && word.TryCut("e", rv) && word.Ends("gu") && word.Length > rv)
        {
            word.Cut();
        }
    }
}
