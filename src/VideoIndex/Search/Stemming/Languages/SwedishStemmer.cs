namespace VideoIndex.Search.Stemming.Languages;

/// <summary>Takes Swedish endings off (snowballstem.org, "Swedish stemming algorithm").</summary>
/// <remarks>In folded words å and ä are a, and ö is o. All are vowels to the algorithm; -lost stands for -löst.</remarks>
internal sealed class SwedishStemmer : Stemmer
{
    private static readonly string[] Main = Endings.Of(
        "a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or as arnas ernas ornas es ades andes ens arens hetens erns at andet het ast s");

    private static readonly string[] Pairs = ["dd", "gd", "nn", "dt", "gt", "kt", "tt"];
    private static readonly string[] Other = Endings.Of("lig ig els lost fullt");

    /// <inheritdoc/>
    public override StemLanguages Language => StemLanguages.Swedish;

    /// <inheritdoc/>
    private protected override string Stem(Letters word)
    {
        var r1 = Regions.OfGermanic(word).R1;
        var ending = word.Ending(Main, r1);
        if (ending != "s" || "bcdfghjklmnoprtvy".Contains(word[word.Length - 2]))
        {
            word.Cut(ending.Length);
        }

        word.Cut(word.Ending(Pairs, r1).Length / 2);
        ending = word.Ending(Other, r1);
        word.Cut(ending is "lost" or "fullt" ? 1 : ending.Length);
        return word.ToString();
    }
}
