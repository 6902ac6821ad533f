using System.Text.Json;
using System.Text.Json.Nodes;

namespace VideoIndex.Elasticsearch.Tests.Cluster;

/// <summary>Runs searches on documents. It understands query, size, sort by fields, search_after, _source, aggregations and a point in time, and refuses anything else.</summary>
internal static class Searcher
{
    private static readonly string[] Understood = ["pit", "query", "size", "sort", "search_after", "_source", "aggregations", "track_total_hits"];

    private const string Score = "_score";

    /// <summary>Returns the answer.</summary>
    public static JsonObject Of(JsonElement body, IReadOnlyList<Document> all, string index)
    {
        if (body.EnumerateObject().Select(member => member.Name).Except(Understood).FirstOrDefault() is { } other)
        {
            throw new UnknownException($"'{other}' in a search");
        }

        var size = body.GetProperty("size").GetInt32();
        if (size > 10_000)
        {
            throw new RefusedException(400, "illegal_argument_exception", "Result window is too large");
        }

        var reader = new QueryReader();
        var test = reader.Read(body.GetProperty("query"));
        var found = all.Where(test).ToList();
        var sort = body.TryGetProperty("sort", out var sorted) ? sorted.EnumerateArray().Select(Ascending).ToList() : [];
        var after = body.TryGetProperty("search_after", out var given) ? given.EnumerateArray().Select((value, at) => sort[at] == Score ? -value.GetDouble() : Key(value)).ToList() : null;
        var scores = Scores(body.GetProperty("query"));
        var hits = (sort is [] ? found.Select(document => (Key: new List<object>(), Document: document)) : found.Select(document => (Key: sort.ConvertAll(field => field == Score ? -scores(document) : Value(document, field)), Document: document)).OrderBy(one => one.Key, Keys.Order))
            .Where(one => after is null || Keys.Order.Compare(one.Key, after) > 0).Take(size);
        var answer = new JsonObject
        {
            ["took"] = 1,
            ["timed_out"] = false,
            ["_shards"] = new JsonObject { ["total"] = 1, ["successful"] = 1, ["skipped"] = 0, ["failed"] = 0 },
            ["hits"] = new JsonObject
            {
                ["total"] = new JsonObject { ["value"] = found.Count, ["relation"] = "eq" },
                ["max_score"] = null,
                ["hits"] = new JsonArray([.. hits.Select(one => (JsonNode)Hit(one.Document, one.Key, index, body, reader))]),
            },
        };
        if (body.TryGetProperty("aggregations", out var asked))
        {
            answer["aggregations"] = Aggregator.Of(asked, found);
        }

        return answer;
    }

    private static JsonObject Hit(Document document, List<object> key, string index, JsonElement body, QueryReader reader)
    {
        var hit = new JsonObject { ["_index"] = index, ["_id"] = document.Id, ["_routing"] = document.Routing, ["_score"] = null, ["_source"] = Source(document, body) };
        if (key.Count > 0)
        {
            hit["sort"] = new JsonArray([.. key.Select(value => (JsonNode)(value switch { long number => JsonValue.Create(number), double score => JsonValue.Create(-score), _ => JsonValue.Create((string)value) }))]);
        }

        if (reader.Named is [_, ..])
        {
            hit["matched_queries"] = new JsonArray([.. reader.Named.Where(named => named.Test(document)).Select(named => (JsonNode)JsonValue.Create(named.Name))]);
        }

        return hit;
    }

    private static JsonObject Source(Document document, JsonElement body)
    {
        var (includes, excludes) = body.TryGetProperty("_source", out var asked) ? (Names(asked, "includes"), Names(asked, "excludes")) : ([], []);
        var source = new JsonObject();
        foreach (var member in document.Source.EnumerateObject().Where(member => (includes is [] || includes.Contains(member.Name)) && !excludes.Contains(member.Name)))
        {
            source[member.Name] = JsonNode.Parse(member.Value.GetRawText());
        }

        return source;
    }

    private static List<string> Names(JsonElement asked, string which) => asked.TryGetProperty(which, out var names) ? [.. names.EnumerateArray().Select(name => name.GetString()!)] : [];

    // How many of the queries that make it better hold, each as often as its boost: enough to see that the order is kept to.
    private static Func<Document, double> Scores(JsonElement query)
    {
        if (!query.TryGetProperty("bool", out var body) || !body.TryGetProperty("filter", out _) || !body.TryGetProperty("should", out var better))
        {
            return _ => 0;
        }

        var boosts = better.EnumerateArray().Select(one => (Test: new QueryReader().Read(one), Boost: one.GetProperty("match").EnumerateObject().Single().Value.GetProperty("boost").GetDouble())).ToList();
        return document => boosts.Where(one => one.Test(document)).Sum(one => one.Boost);
    }

    private static string Ascending(JsonElement sort) => sort.ValueKind == JsonValueKind.Object && sort.GetRawText().Replace(" ", "", StringComparison.Ordinal) == """{"_score":{"order":"desc"}}""" ? Score :
        sort.ValueKind == JsonValueKind.String && sort.GetString()![0] != '_' ? sort.GetString()! : throw new UnknownException($"the order {sort}");

    private static object Value(Document document, string field) => document.Values(field) is [var only] ? Key(only) : throw new UnknownException($"sorting by '{field}' of {document.Id}");

    private static object Key(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetInt64() : value.GetString()!;
}
