using System.Text.Json.Nodes;
using VideoIndex.Elasticsearch.Transport;

namespace VideoIndex.Elasticsearch.Searching.Asking;

/// <summary>Writes Elasticsearch's queries, always in their long forms: the short ones are no part of its published schema.</summary>
internal static class Queries
{
    /// <summary>Everything.</summary>
    public static JsonObject All => new() { ["match_all"] = new JsonObject() };

    /// <summary>Nothing.</summary>
    public static JsonObject None => new() { ["match_none"] = new JsonObject() };

    /// <summary>One of the values of a field is this one.</summary>
    public static JsonObject Term(string field, JsonNode value) => On("term", field, new JsonObject { ["value"] = value });

    /// <summary>One of the values of a field is one of these.</summary>
    public static JsonObject Terms(string field, IEnumerable<string> values) => new() { ["terms"] = new JsonObject { [field] = Json.Texts(values) } };

    /// <summary>A number or a date lies in a stretch.</summary>
    public static JsonObject Range(string field, JsonObject bounds) => On("range", field, bounds);

    /// <summary>One of the words of a field begins so.</summary>
    public static JsonObject Prefix(string field, string value) => On("prefix", field, new JsonObject { ["value"] = value });

    /// <summary>The words follow each other in a field.</summary>
    public static JsonObject Phrase(string field, string words) => On("match_phrase", field, new JsonObject { ["query"] = words });

    /// <summary>A field has the words, as its analyzer takes them.</summary>
    public static JsonObject Match(string field, string words, double boost) => On("match", field, new JsonObject { ["query"] = words, ["operator"] = "and", ["boost"] = boost });

    /// <summary>All hold.</summary>
    public static JsonObject Every(IReadOnlyList<JsonObject> queries) =>
        queries switch { [] => All, [var only] => only, _ => Bool("filter", queries) };

    /// <summary>One holds at least.</summary>
    public static JsonObject Any(IReadOnlyList<JsonObject> queries)
    {
        if (queries is [] or [_])
        {
            return queries is [var only] ? only : None;
        }

        var any = Bool("should", queries);
        any["bool"]!["minimum_should_match"] = 1;
        return any;
    }

    /// <summary>All hold; what else holds makes it better.</summary>
    public static JsonObject Ranked(IReadOnlyList<JsonObject> filters, IEnumerable<JsonObject> better)
    {
        var ranked = Bool("filter", filters);
        ranked["bool"]!["should"] = Json.Array(better.Select(Copy));
        return ranked;
    }

    /// <summary>It does not hold.</summary>
    public static JsonObject Not(JsonObject query) => Bool("must_not", [query]);

    /// <summary>Gives a query a name that hits are told to answer to.</summary>
    public static JsonObject Named(JsonObject query, string name)
    {
        var named = Bool("filter", [query]);
        named["bool"]!["_name"] = name;
        return named;
    }

    private static JsonObject Bool(string how, IEnumerable<JsonObject> queries) => new() { ["bool"] = new JsonObject { [how] = Json.Array(queries.Select(Copy)) } };

    private static JsonObject On(string kind, string field, JsonObject body) => new() { [kind] = new JsonObject { [field] = body } };

    // A node has one parent at most: what stands in two places is written twice.
    private static JsonNode Copy(JsonObject query) => query.Parent is null ? query : query.DeepClone();
}
