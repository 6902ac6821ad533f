using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using VideoIndex.Elasticsearch.Documents;
using VideoIndex.Elasticsearch.Searching.Asking;
using VideoIndex.Elasticsearch.Transport;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Language;

namespace VideoIndex.Elasticsearch.Searching.Finding;

/// <summary>What the library has at all, and how common the words of a question are.</summary>
/// <param name="Last">The number of the video that came last; 0 where there is none.</param>
/// <param name="Fields">The fields something is found in.</param>
/// <param name="Counts">How common the words are.</param>
internal sealed record Survey(long Last, IReadOnlySet<string> Fields, WordCounts Counts)
{
    private const int MostFields = 100;

    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["say"] = "spoken words",
        ["text"] = "on-screen text",
        ["logo"] = "logos",
        ["object"] = "objects",
        ["face"] = "faces",
        ["tag"] = "tags",
        ["colour"] = "colours",
        ["motion"] = "motion",
        ["sound"] = "sounds",
        ["shot"] = "shots",
        ["scene"] = "scenes",
    };

    /// <summary>Makes one, by one search.</summary>
    public static async Task<Survey> OfAsync(Snapshot snapshot, Question question, CancellationToken cancellationToken)
    {
        var wordings = question.Terms().SelectMany(term => term.Wordings.Select(wording => (term, wording))).ToList();
        var having = new JsonObject();
        foreach (var (at, (term, wording)) in wordings.Index())
        {
            having[Name(at)] = new JsonObject { ["filter"] = TermQueries.Of(term with { Wordings = [wording] }) };
        }

        having["fields"] = new JsonObject { ["terms"] = new JsonObject { ["field"] = DocumentFields.Field, ["size"] = MostFields } };
        having["length"] = new JsonObject { ["avg"] = new JsonObject { ["field"] = DocumentFields.Length } };
        having["last"] = new JsonObject { ["max"] = new JsonObject { ["field"] = DocumentFields.Entered } };
        var body = new JsonObject
        {
            ["size"] = 0,
            ["track_total_hits"] = true,
            ["query"] = Queries.Term(DocumentFields.IsJoint, false),
            ["aggregations"] = having,
        };
        var root = (await snapshot.SearchAsync(body, cancellationToken).ConfigureAwait(false)).Root;
        var told = root.At("aggregations");
        var things = root.At("hits").At("total").At("value").Whole() ?? 0;
        return new Survey(
            things == 0 ? 0 : (long)Number(told.At("last")),
            told.At("fields").At("buckets").Items().Select(bucket => bucket.At("key").Text() ?? "").ToHashSet(),
            new WordCounts(things, Number(told.At("length")), [.. wordings.Index().Select(one => told.At(Name(one.Index)).At("doc_count").Whole() ?? 0)]));
    }

    /// <summary>Says when a question asks for a kind of evidence that nothing in the library has.</summary>
    public IReadOnlyList<string> Notes(Question question)
    {
        if (!Fields.Contains("video"))
        {
            return ["There is no video in this library yet."];
        }

        var notes = question.Terms().Select(term => term.Field).Distinct()
            .Select(field => Kinds.TryGetValue(field ?? "", out var kind) && !Fields.Contains(field!) ? $"Nothing in this library has {kind} yet." : null);
        return [.. notes.OfType<string>(), .. VideoIndex.Search.ObjectNotes.Of(question)];
    }

    private static string Name(int at) => string.Create(CultureInfo.InvariantCulture, $"having-{at}");

    private static double Number(JsonElement told) => told.At("value") is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : 0;
}
