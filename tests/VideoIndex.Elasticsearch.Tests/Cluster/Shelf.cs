using System.Text.Json;

namespace VideoIndex.Elasticsearch.Tests.Cluster;

/// <summary>One index: what was written, and what of it searches see since it was last refreshed.</summary>
internal sealed class Shelf(string name, JsonElement mappings)
{
    private readonly Dictionary<string, Document> _live = [];

    public string Name => name;

    /// <summary>Gets what searches see.</summary>
    public IReadOnlyList<Document> Seen { get; private set; } = [];

    public int Count => _live.Count;

    public void Refresh() => Seen = [.. _live.Values];

    public Document? Get(string id) => _live.GetValueOrDefault(id);

    /// <summary>Writes a document by external versions. Returns the status of its answer, and for a refusal its type and reason.</summary>
    public (int Status, string Type, string Reason) Put(string id, string? routing, long version, JsonElement? source)
    {
        if (routing is null)
        {
            return (400, "routing_missing_exception", $"routing is required for [{name}]/[{id}]");
        }

        if (_live.TryGetValue(id, out var there) && there.Version >= version)
        {
            return (409, "version_conflict_engine_exception", $"[{id}]: version conflict, current version [{there.Version}] is higher or equal to the one provided [{version}]");
        }

        if (source is not { } document)
        {
            return _live.Remove(id) ? (200, "", "") : (404, "", "");
        }

        if (Wrong(document, mappings, "") is { } wrong)
        {
            return (400, "strict_dynamic_mapping_exception", wrong);
        }

        _live[id] = new Document(id, routing, version, document);
        return (there is null ? 201 : 200, "", "");
    }

    /// <summary>Deletes what searches see and what answers a query. What was overwritten since is a conflict.</summary>
    public (int Deleted, int Conflicts) Delete(Func<Document, bool> test, string? routing)
    {
        var (deleted, conflicts) = (0, 0);
        foreach (var seen in Seen.Where(document => (routing is null || document.Routing == routing) && test(document)))
        {
            if (_live.GetValueOrDefault(seen.Id) != seen)
            {
                conflicts++;
            }
            else
            {
                _live.Remove(seen.Id);
                deleted++;
            }
        }

        return (deleted, conflicts);
    }

    // As "dynamic": "strict" does, and each value as the type of its field wants it.
    private static string? Wrong(JsonElement document, JsonElement mapping, string at)
    {
        var known = mapping.GetProperty("properties");
        foreach (var member in document.EnumerateObject())
        {
            if (!known.TryGetProperty(member.Name, out var field))
            {
                return $"mapping set to strict, dynamic introduction of [{at}{member.Name}] is not allowed";
            }

            if (field.TryGetProperty("enabled", out var enabled) && !enabled.GetBoolean())
            {
                continue;
            }

            if (field.TryGetProperty("properties", out _))
            {
                if (Wrong(member.Value, field, $"{at}{member.Name}.") is { } inner)
                {
                    return inner;
                }

                continue;
            }

            var type = field.GetProperty("type").GetString()!;
            var values = member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray().ToList() : [member.Value];
            if (!values.TrueForAll(value => IsOf(type, value)))
            {
                return $"failed to parse field [{at}{member.Name}] of type [{type}]";
            }
        }

        return null;
    }

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "keyword" or "text" => value.ValueKind == JsonValueKind.String,
        "long" or "date" => value.TryGetInt64(out _),
        "integer" => value.TryGetInt32(out _),
        "double" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "long_range" => value.GetProperty("gte").GetInt64() < value.GetProperty("lt").GetInt64(),
        _ => false,
    };
}
