using static VideoIndex.Search.Stemming.Languages.DerivedEndings;

namespace VideoIndex.Search.Stemming.Languages;

/// <summary>Takes Portuguese endings off (snowballstem.org, "Portuguese stemming algorithm").</summary>
/// <remarks>
/// Folded words have no accents: -acao stands for -ação. The algorithm holds ã and õ for a vowel and a consonant; here they are a vowel. Before it begins, -oes is made -ao, so
/// that campeões and campeão are one, which the algorithm leaves apart.
/// </remarks>
internal sealed class PortugueseStemmer : Stemmer
{
    private static readonly string[] OfVerbs = Endings.Of("""
        ada ida ia aria eria iria ara era ira ava asse esse isse aste este iste ei arei erei irei am iam ariam eriam iriam aram eram iram avam em arem erem irem
        assem essem issem ado ido ando endo indo arao erao irao ar er ir as adas idas ias arias erias irias aras eras iras avas es ardes erdes irdes ares eres ires
        asses esses isses astes estes istes is ais eis ieis arieis erieis irieis areis ereis ireis asseis esseis isseis aveis ados idos amos iamos ariamos eriamos
        iriamos aramos eramos iramos avamos emos aremos eremos iremos assemos essemos issemos imos armos ermos irmos eu iu ou
        """);

    private static readonly DerivedEndings Derived = new(
        new Rule("eza ezas ico ica icos icas ismo ismos avel ivel ista istas oso osa osos osas amento amentos imento imentos adora ador acao adoras adores ante antes ancia", Region.R2),
        new Rule("logia logias", Region.R2, "log"),
        new Rule("ucao", Region.R2, "u"),
        new Rule("encia encias", Region.R2, "ente"),
        new Rule("amente", Region.R1, "", "iv at", "os", "ic", "ad"),
        new Rule("mente", Region.R2, "", "ante", "avel", "ivel"),
        new Rule("idade idades", Region.R2, "", "abil", "ic", "iv"),
        new Rule("iva ivo ivas ivos", Region.R2, "", "at"),
        new Rule("ira iras", Region.Rv, "ir") { After = "e" });

    /// <inheritdoc/>
    public override StemLanguages Language => StemLanguages.Portuguese;

    /// <inheritdoc/>
    private protected override string Vowels => "aeiou";

    /// <inheritdoc/>
    private protected override string Stem(Letters word)
    {
        var regions = Regions.OfRomance(word);
        var rv = regions.Rv;
        if (word.Ends("oes", rv))
        {
            word.Replace("oes", "ao");
        }

        if (Derived.TryTake(word, regions) || TryCutVerb(word, rv))
        {
            word.Cut(word.Ends("i", rv) && word.Ends("ci") ? 1 : 0);
        }
        else
        {
            _ = word.TryCut("os", rv) || word.TryCut("a", rv) || word.TryCut("i", rv) || word.TryCut("o", rv);
        }

        if (word.TryCut("e", rv) && word.Length > rv && (word.Ends("gu") || word.Ends("ci")))
        {
            word.Cut();
        }

        return word.ToString();
    }

    private static bool TryCutVerb(Letters word, int rv)
    {
        var ending = word.Ending(OfVerbs, rv);
        word.Cut(ending.Length);
        return ending.Length > 0;
    }
}
