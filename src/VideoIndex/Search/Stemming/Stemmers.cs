using VideoIndex.Search.Stemming.Languages;

namespace VideoIndex.Search.Stemming;

/// <summary>The languages whose endings are known.</summary>
public static class Stemmers
{
    private static readonly Dictionary<string, Stemmer> ByCode = new(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = new EnglishStemmer(),
        ["de"] = new GermanStemmer(),
        ["fr"] = new FrenchStemmer(),
        ["es"] = new SpanishStemmer(),
        ["it"] = new ItalianStemmer(),
        ["pt"] = new PortugueseStemmer(),
        ["nl"] = new DutchStemmer(),
        ["sv"] = new SwedishStemmer(),
    };

    private static readonly Stemmer[] Known = [.. ByCode.Values.OrderBy(stemmer => stemmer.Language)];

    /// <summary>Gets all of them.</summary>
    public static IReadOnlyList<Stemmer> All => Known;

    /// <summary>Returns the languages of ISO 639-1 codes, as <c>en</c> or <c>pt-BR</c>; those whose endings are not known are passed over.</summary>
    public static StemLanguages Of(IEnumerable<string> codes)
    {
        var languages = StemLanguages.None;
        foreach (var code in codes)
        {
            languages |= ByCode.TryGetValue(code.Split('-', '_')[0], out var stemmer) ? stemmer.Language : StemLanguages.None;
        }

        return languages;
    }

    /// <summary>Returns the stems of a folded word, each with its language.</summary>
    public static IReadOnlyList<(Stemmer Language, string Stem)> Stems(string folded, StemLanguages languages)
    {
        var stems = new List<(Stemmer, string)>();
        foreach (var stemmer in Known)
        {
            if (languages.HasFlag(stemmer.Language))
            {
                stems.Add((stemmer, stemmer.Stem(folded)));
            }
        }

        return stems;
    }
}
