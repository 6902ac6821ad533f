using static VideoIndex.Search.Stemming.Languages.DerivedEndings;

namespace VideoIndex.Search.Stemming.Languages;

/// <summary>Takes Italian endings off (snowballstem.org, "Italian stemming algorithm").</summary>
/// <remarks>Folded words have no accents: -ita, -era and -ira are taken for -ità, -erà and -irà as well; -ero and -iro are not, so that numero and numeri stay one.</remarks>
internal sealed class ItalianStemmer : Stemmer
{
    private static readonly string[] Pronouns = Endings.Of("""
        ci gli la le li lo mi ne si ti vi sene gliela gliele glieli glielo gliene mela mele meli melo mene tela tele teli telo tene cela cele celi celo cene vela vele veli velo vene
        """);

    private static readonly string[] OfVerbs = Endings.Of("""
        ammo ando ano are arono asse assero assi assimo ata ate ati ato ava avamo avano avate avi avo emmo enda ende endi endo era erai eranno ere erebbe erebbero
        erei eremmo eremo ereste eresti erete erono essero ete eva evamo evano evate evi evo iamo immo ira irai iranno ire irebbe irebbero irei iremmo iremo ireste
        iresti irete irono isca iscano isce isci isco iscono issero ita ite iti ito iva ivamo ivano ivate ivi ivo ono uta ute uti uto ar ir
        """);

    private static readonly DerivedEndings Derived = new(
        new Rule("anza anze ico ici ica ice iche ichi ismo ismi abile abili ibile ibili ista iste isti oso osi osa ose mente atrice atrici ante anti", Region.R2),
        new Rule("azione azioni atore atori", Region.R2, "", "ic"),
        new Rule("logia logie", Region.R2, "log"),
        new Rule("uzione uzioni usione usioni", Region.R2, "u"),
        new Rule("enza enze", Region.R2, "ente"),
        new Rule("amento amenti imento imenti", Region.Rv),
        new Rule("amente", Region.R1, "", "iv at", "os", "ic", "abil"),
        new Rule("ita", Region.R2, "", "abil", "ic", "iv"),
        new Rule("ivo ivi iva ive", Region.R2, "", "at ic"));

    /// <inheritdoc/>
    public override StemLanguages Language => StemLanguages.Italian;

    /// <inheritdoc/>
    private protected override string Vowels => "aeiou";

    /// <inheritdoc/>
    private protected override string Stem(Letters word)
    {
        Mark(word);
        var regions = Regions.OfRomance(word);
        Pronoun(word, regions.Rv);
        if (!Derived.TryTake(word, regions))
        {
            word.Cut(word.Ending(OfVerbs, regions.Rv).Length);
        }

        if (word.TryCut("a", regions.Rv) || word.TryCut("e", regions.Rv) || word.TryCut("i", regions.Rv) || word.TryCut("o", regions.Rv))
        {
            word.TryCut("i", regions.Rv);
        }

        word.Cut(word.Ends("ch", regions.Rv) || word.Ends("gh", regions.Rv) ? 1 : 0);
        return word.ToString();
    }

    private static void Mark(Letters word)
    {
        for (var at = 1; at < word.Length; at++)
        {
            word[at] = word[at] == 'u' && word[at - 1] == 'q' ? 'U' : word[at];
        }

        word.MarkBetweenVowels("ui");
    }

    private static void Pronoun(Letters word, int rv)
    {
        var pronoun = word.Ending(Pronouns);
        if (pronoun.Length == 0)
        {
            return;
        }

        if (word.Ends("ando" + pronoun, rv) || word.Ends("endo" + pronoun, rv))
        {
            word.Cut(pronoun.Length);
        }
        else if (word.Ends("ar" + pronoun, rv) || word.Ends("er" + pronoun, rv) || word.Ends("ir" + pronoun, rv))
        {
            word.Replace(pronoun, "e");
        }
    }
}
