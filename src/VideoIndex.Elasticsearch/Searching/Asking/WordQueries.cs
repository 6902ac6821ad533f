using System.Text.Json.Nodes;
using VideoIndex.Elasticsearch.Documents;
using VideoIndex.Elasticsearch.Indices;
using VideoIndex.Search.Language;
using VideoIndex.Search.Stemming;

namespace VideoIndex.Elasticsearch.Searching.Asking;

/// <summary>Asks for words and phrases. It may find too much and, but for misspellings of which there are very many, never too little: the core decides.</summary>
/// <param name="words">The field of the words.</param>
/// <param name="stems">The field of their stems.</param>
internal sealed class WordQueries(string words, string stems)
{
    /// <summary>How many words a misspelling is looked for among at most. Elasticsearch's own default is 50.</summary>
    public const int MostExpansions = 1000;

    /// <summary>Asks among what things say.</summary>
    public static WordQueries OfTexts { get; } = new(DocumentFields.Words, DocumentFields.Stems);

    /// <summary>Asks among the names of folders.</summary>
    public static WordQueries OfFolders { get; } = new(DocumentFields.FolderWords, DocumentFields.FolderStems);

    /// <summary>Asks for a wording, or for what says the same.</summary>
    public JsonObject Of(Wording wording) => Queries.Any([Own(wording), .. wording.Alternatives.Select(Of)]);

    /// <summary>Returns what makes a thing that has a wording better, as Elastic's analyzers and the synonyms take it: it adds to the score and chooses nothing.</summary>
    public static IEnumerable<JsonObject> Ranking(Wording wording)
    {
        var typed = string.Join(' ', wording.Words.Select(word => word.Folded));
        var fields = wording.Words.Select(word => word.Languages).Aggregate(StemLanguages.None, (all, next) => all | next);
        yield return Queries.Match(DocumentFields.Words, typed, 2);
        yield return Queries.Match(DocumentFields.Standard, typed, .5);
        foreach (var language in Stemmers.All.Where(stemmer => fields.HasFlag(stemmer.Language)))
        {
            var (code, _) = IndexTemplate.Languages.Single(known => known.Analyzer.Equals(language.Language.ToString(), StringComparison.OrdinalIgnoreCase));
            yield return Queries.Match($"{DocumentFields.Text}.{code}", typed, 1);
        }
    }

    private JsonObject Own(Wording wording)
    {
        if (wording.Labels is [_, ..])
        {
            return Queries.Terms(DocumentFields.Label, wording.Labels);
        }

        return wording.Words.Count > 1 && wording.Words.All(word => word.Match == WordMatch.Exact)
            ? Queries.Phrase(words, string.Join(' ', wording.Words.Select(word => word.Folded)))
            : Queries.Every([.. wording.Words.Distinct().Select(Of)]);
    }

    private JsonObject Of(WordPattern word) => word.Match switch
    {
        WordMatch.Stem => Queries.Terms(stems, Stemmers.Stems(word.Folded, word.Languages).Select(stem => stem.Stem).Append(word.Folded).Distinct()),
        WordMatch.Prefix => Queries.Prefix(words, word.Folded),
        WordMatch.Fuzzy when word.Edits > 0 => new JsonObject
        {
            ["fuzzy"] = new JsonObject
            {
                [words] = new JsonObject { ["value"] = word.Folded, ["fuzziness"] = word.Edits, ["transpositions"] = true, ["prefix_length"] = 0, ["max_expansions"] = MostExpansions },
            },
        },
        _ => Queries.Term(words, word.Folded),
    };
}
