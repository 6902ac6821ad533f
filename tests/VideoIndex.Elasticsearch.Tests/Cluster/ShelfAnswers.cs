using System.Text.Json;
using System.Text.Json.Nodes;

namespace VideoIndex.Elasticsearch.Tests.Cluster;

/// <summary>What an index answers to requests.</summary>
internal static class ShelfAnswers
{
    public static JsonObject Refreshed(this Shelf shelf)
    {
        shelf.Refresh();
        return new JsonObject { ["_shards"] = new JsonObject { ["total"] = 1, ["successful"] = 1, ["failed"] = 0 } };
    }

    public static JsonObject GetDocument(this Shelf shelf, string id) => shelf.Get(id) is { } document
        ? new JsonObject { ["_id"] = id, ["found"] = true, ["_source"] = JsonNode.Parse(document.Source.GetRawText()) }
        : new JsonObject { ["_id"] = id, ["found"] = false };

    public static JsonObject Deleted(this Shelf shelf, Asked asked)
    {
        if (asked.Parameter("conflicts") != "proceed")
        {
            throw new UnknownException("a deletion that conflicts stop");
        }

        var (deleted, conflicts) = shelf.Delete(new QueryReader().Read(asked.Json.GetProperty("query")), asked.Parameter("routing"));
        return new JsonObject { ["took"] = 1, ["timed_out"] = false, ["deleted"] = deleted, ["version_conflicts"] = conflicts, ["failures"] = new JsonArray() };
    }

    public static JsonObject Written(this Shelf shelf, Asked asked)
    {
        if (asked.Headers["Content-Type"] != "application/x-ndjson" || asked.Body is not [.., (byte)'\n'])
        {
            throw new RefusedException(400, "illegal_argument_exception", "The bulk request must be terminated by a newline [\\n]");
        }

        var items = new JsonArray();
        var lines = asked.Lines;
        for (var at = 0; at < lines.Count; at++)
        {
            var action = JsonDocument.Parse(lines[at]).RootElement.EnumerateObject().Single();
            if (action.Value.GetProperty("version_type").GetString() != "external")
            {
                throw new UnknownException("versions that are not external");
            }

            var id = action.Value.GetProperty("_id").GetString()!;
            var routing = action.Value.TryGetProperty("routing", out var given) ? given.GetString() : null;
            var source = action.Name == "delete" ? default(JsonElement?) : JsonDocument.Parse(lines[++at]).RootElement;
            items.Add((JsonNode)Item(action.Name, id, shelf.Put(id, routing, action.Value.GetProperty("version").GetInt64(), source)));
        }

        return new JsonObject { ["took"] = 1, ["errors"] = items.Any(item => item![item.AsObject().First().Key]!["error"] is not null), ["items"] = items };
    }

    private static JsonObject Item(string action, string id, (int Status, string Type, string Reason) told)
    {
        var answer = new JsonObject { ["_id"] = id, ["status"] = told.Status };
        if (told.Type != "")
        {
            answer["error"] = new JsonObject { ["type"] = told.Type, ["reason"] = told.Reason };
        }

        return new JsonObject { [action] = answer };
    }
}
