using System.Text.Json;
using System.Text.Json.Nodes;

namespace VideoIndex.Interchange.Tests.Sidecars;

/// <summary>Spoils a side-car value by value, in ways that are never right; its checksum is taken out first, which would refuse them all.</summary>
internal static class Mutations
{
    private const string Marker = "\"@@\"";

    public static IEnumerable<(string What, string Json)> Of(JsonObject file, JsonSchema schema)
    {
        file.Remove("sha256");
        var kind = file["format"]!.GetValue<string>() == "videoindex-video" ? "videoFile" : "libraryFile";
        return At(file, file, schema.Root["$defs"]![kind]!.AsObject(), schema, "");
    }

    private static IEnumerable<(string What, string Json)> At(JsonObject file, JsonNode? value, JsonObject schema, JsonSchema all, string path)
    {
        var meant = all.Resolved(schema);
        foreach (var wrong in path == "" ? [] : Wrongs(meant, value!))
        {
            yield return ($"{path} as {wrong}", With(file, value!, wrong));
        }

        if (value is JsonObject found)
        {
            foreach (var spoilt in Members(file, found, meant, path))
            {
                yield return spoilt;
            }
        }

        var parts = value switch
        {
            JsonArray list => list.Select((one, at) => (Path: $"{path}/{at}", Value: one, Schema: meant["items"]!.AsObject())),
            JsonObject table when meant["properties"] is JsonObject properties => table.Select(one => (Path: $"{path}/{one.Key}", one.Value, Schema: properties[one.Key]!.AsObject())),
            _ => [],
        };
        foreach (var spoilt in parts.ToList().SelectMany(part => At(file, part.Value, part.Schema, all, part.Path)))
        {
            yield return spoilt;
        }
    }

    private static IEnumerable<string> Wrongs(JsonObject meant, JsonNode value)
    {
        var kind = value.GetValueKind();
        yield return "null";
        yield return kind == JsonValueKind.Object ? "[]" : "{}";
        yield return kind == JsonValueKind.Array ? "17" : "[[]]";
        yield return kind is JsonValueKind.True or JsonValueKind.False ? "\"true\"" : "true";
        yield return kind == JsonValueKind.String ? "17" : "\"17\"";
        if (kind == JsonValueKind.Number)
        {
            yield return "99999999999999999999";
            yield return meant["type"]?.GetValue<string>() == "number" ? "1.5e300" : "1.5";
        }

        if (meant["pattern"] is not null || meant["enum"] is not null || meant["const"] is not null)
        {
            yield return kind == JsonValueKind.String ? "\"no such?\"" : "0";
        }

        if (meant["pattern"]?.GetValue<string>().Contains("(/", StringComparison.Ordinal) is true)
        {
            foreach (var fraction in (string[])["1/0", "1.5", "1e3", "/3", "1/-3", " 1", "", "99999999999999999999/1"])
            {
                yield return $"\"{fraction}\"";
            }
        }

        foreach (var backwards in Backwards(value))
        {
            yield return backwards;
        }
    }

    // What no schema can tell: a span that ends before it starts, and packed bytes that are damaged or of another length.
    private static IEnumerable<string> Backwards(JsonNode value)
    {
        if (value is JsonObject found && found["start"] is not null && found["end"] is not null)
        {
            yield return Changed(found, "end", "\"-1\"");
        }

        if (value is JsonObject packed && packed["brotli"] is not null)
        {
            yield return Changed(packed, "bytes", "3");
            yield return Changed(packed, "brotli", "[\"AAAA\"]");
            yield return Changed(packed, "brotli", "[null]");
        }
    }

    private static IEnumerable<(string What, string Json)> Members(JsonObject file, JsonObject found, JsonObject meant, string path)
    {
        if (meant["properties"] is null)
        {
            yield break;
        }

        yield return ($"{path} with a member nobody knows", With(file, found, found.ToJsonString()[..^1] + (found.Count == 0 ? "" : ",") + "\"unknown\":1}"));
        foreach (var (name, value) in found.ToList())
        {
            yield return ($"{path} with {name} twice", With(file, found, found.ToJsonString()[..^1] + $",\"{name}\":{value!.ToJsonString()}}}"));
            if (meant["required"]!.AsArray().Any(one => one!.GetValue<string>() == name))
            {
                var without = found.DeepClone().AsObject();
                without.Remove(name);
                yield return ($"{path} without {name}", With(file, found, without.ToJsonString()));
            }
        }
    }

    private static string Changed(JsonObject found, string name, string json)
    {
        var changed = found.DeepClone().AsObject();
        changed[name] = JsonNode.Parse(json);
        return changed.ToJsonString();
    }

    // As text, so that what JSON's own objects cannot hold (a member twice) can be said.
    private static string With(JsonObject file, JsonNode value, string json)
    {
        if (ReferenceEquals(file, value))
        {
            return json;
        }

        var marker = JsonNode.Parse(Marker)!;
        value.ReplaceWith(marker);
        var text = file.ToJsonString();
        marker.ReplaceWith(value);
        return text.Replace(Marker, json, StringComparison.Ordinal);
    }
}
