using System.Text.Json.Nodes;
using VideoIndex.Elasticsearch.Documents;
using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;

namespace VideoIndex.Elasticsearch.Searching.Asking;

/// <summary>Asks for the things that may answer a term.</summary>
internal static class TermQueries
{
    // Shots and scenes are found by plain words only where these say so by their own name.
    private static readonly string[] Numbered = ["shot", "scene"];

    /// <summary>Returns the query. What is asked beyond the words is left to the core.</summary>
    public static JsonObject Of(TermClause term)
    {
        var parts = new List<JsonObject> { Fields(term) };
        var texts = WordQueries.OfTexts;
        parts.AddRange(term.Wordings.Select(wording => term.Field == "video"
            ? Queries.Any([texts.Of(wording), WordQueries.OfFolders.Of(wording)])
            : texts.Of(wording)));
        if (term.Wordings is not [var only] || !HasPhrase(only))
        {
            parts.Add(Queries.Term(DocumentFields.IsJoint, false));
        }

        return Queries.Every(parts);
    }

    private static JsonObject Fields(TermClause term)
    {
        if (term.Field is { } field)
        {
            return Queries.Term(DocumentFields.Field, field);
        }

        var named = Numbered.Where(name => term.Wordings is [{ Words: [var first, _] }] && first.Folded == name);
        return Queries.Terms(DocumentFields.Field, TermAnswers.Plain.Concat(named));
    }

    private static bool HasPhrase(Wording wording) => wording.Words.Count > 1 || wording.Alternatives.Any(HasPhrase);
}
