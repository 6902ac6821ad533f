using System.Text.Json;
using System.Text.Json.Nodes;

namespace VideoIndex.Elasticsearch.Tests.Cluster;

/// <summary>Counts. It understands <c>composite</c> of terms, <c>terms</c>, <c>filter</c>, <c>avg</c> and <c>max</c>, one inside another.</summary>
internal static class Aggregator
{
    /// <summary>Returns what is asked of some documents.</summary>
    public static JsonObject Of(JsonElement asked, IReadOnlyList<Document> documents)
    {
        var told = new JsonObject();
        foreach (var one in asked.EnumerateObject())
        {
            told[one.Name] = One(one.Value, documents);
        }

        return told;
    }

    private static JsonObject One(JsonElement asked, IReadOnlyList<Document> documents)
    {
        var inner = asked.TryGetProperty("aggregations", out var more) ? more : default;
        var (kind, body) = asked.EnumerateObject().Where(member => member.Name != "aggregations").Select(member => (member.Name, member.Value)).Single();
        switch (kind)
        {
            case "filter":
                var test = new QueryReader().Read(body);
                return Bucket(new JsonObject(), [.. documents.Where(test)], inner);
            case "terms":
                return Terms(body, documents, inner);
            case "composite":
                return Composite(body, documents, inner);
            case "avg" or "max":
                var numbers = documents.SelectMany(document => document.Values(body.GetProperty("field").GetString()!)).Select(value => value.GetDouble()).ToList();
                return new JsonObject { ["value"] = numbers is [] ? null : kind == "avg" ? numbers.Average() : numbers.Max() };
            default:
                throw new UnknownException($"the aggregation '{kind}'");
        }
    }

    private static JsonObject Terms(JsonElement body, IReadOnlyList<Document> documents, JsonElement inner)
    {
        var field = body.GetProperty("field").GetString()!;
        var buckets = documents.SelectMany(document => document.Values(field).Select(value => value.GetString()!).Distinct().Select(value => (value, document)))
            .GroupBy(one => one.value, one => one.document)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Take(body.GetProperty("size").GetInt32());
        return new JsonObject
        {
            ["doc_count_error_upper_bound"] = 0,
            ["sum_other_doc_count"] = 0,
            ["buckets"] = new JsonArray([.. buckets.Select(group => Bucket(new JsonObject { ["key"] = group.Key }, [.. group], inner))]),
        };
    }

    private static JsonObject Composite(JsonElement body, IReadOnlyList<Document> documents, JsonElement inner)
    {
        var sources = body.GetProperty("sources").EnumerateArray().Select(source => source.EnumerateObject().Single())
            .Select(source => (source.Name, Field: source.Value.GetProperty("terms").GetProperty("field").GetString()!)).ToList();
        var after = body.TryGetProperty("after", out var given) ? sources.Select(source => Key(given.GetProperty(source.Name))).ToList() : null;
        var page = documents.Where(document => sources.TrueForAll(source => document.Values(source.Field).Count == 1))
            .GroupBy(document => sources.Select(source => Key(document.Values(source.Field)[0])).ToList(), Keys.Same)
            .Where(group => after is null || Keys.Order.Compare(group.Key, after) > 0)
            .OrderBy(group => group.Key, Keys.Order).Take(body.GetProperty("size").GetInt32()).ToList();
        var told = new JsonObject
        {
            ["buckets"] = new JsonArray([.. page.Select(group => Bucket(new JsonObject { ["key"] = Spelled(sources, group.Key) }, [.. group], inner))]),
        };
        if (page is [.., var last])
        {
            told["after_key"] = Spelled(sources, last.Key);
        }

        return told;
    }

    private static JsonObject Spelled(List<(string Name, string Field)> sources, List<object> key)
    {
        var spelled = new JsonObject();
        foreach (var (at, source) in sources.Index())
        {
            spelled[source.Name] = key[at] is long number ? number : (string)key[at];
        }

        return spelled;
    }

    private static JsonObject Bucket(JsonObject bucket, IReadOnlyList<Document> documents, JsonElement inner)
    {
        bucket["doc_count"] = documents.Count;
        if (inner.ValueKind == JsonValueKind.Object)
        {
            foreach (var (name, told) in Of(inner, documents).ToList())
            {
                bucket[name] = told!.DeepClone();
            }
        }

        return bucket;
    }

    private static object Key(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetInt64() : value.GetString()!;
}

/// <summary>Lists of numbers and texts, compared one after the other.</summary>
internal static class Keys
{
    public static readonly Comparer<List<object>> Order = Comparer<List<object>>.Create((one, other) =>
        one.Zip(other).Select(pair => pair is (long left, long right) ? left.CompareTo(right) : pair is (double less, double more) ? less.CompareTo(more) : string.CompareOrdinal((string)pair.First, (string)pair.Second)).FirstOrDefault(order => order != 0));

    public static readonly IEqualityComparer<List<object>> Same = EqualityComparer<List<object>>.Create(
        (one, other) => one!.SequenceEqual(other!), key => key.Aggregate(0, HashCode.Combine));
}
