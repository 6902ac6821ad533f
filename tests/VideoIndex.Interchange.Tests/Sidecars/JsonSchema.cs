using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace VideoIndex.Interchange.Tests.Sidecars;

/// <summary>Judges JSON by a schema (2020-12), for the keywords our own schema uses; any other keyword fails, so that none is passed over.</summary>
internal sealed class JsonSchema(JsonObject root)
{
    private static readonly HashSet<string> Said = ["$schema", "$defs", "title", "description", "contentEncoding"];

    /// <summary>The schema of side-cars.</summary>
    public static JsonSchema OfSidecars { get; } = new(JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "docs", "schemas", "sidecar.schema.json")))!.AsObject());

    public JsonObject Root { get; } = root;

    public bool Allows(JsonNode? value) => Allows(Root, value);

    /// <summary>Follows a schema that only names another.</summary>
    public JsonObject Resolved(JsonObject schema) => schema["$ref"] is { } name ? Resolved(Root["$defs"]![name.GetValue<string>().Split('/')[^1]]!.AsObject()) : schema;

    private bool Allows(JsonObject schema, JsonNode? value) => schema.All(keyword => Said.Contains(keyword.Key) || Allows(schema, keyword.Key, keyword.Value!, value));

    private bool Allows(JsonObject schema, string keyword, JsonNode rule, JsonNode? value) => (keyword, value) switch
    {
        ("$ref", _) => Allows(Resolved(schema), value),
        ("type", _) => KindsOf(value).Contains(rule.GetValue<string>()),
        ("const", _) => JsonNode.DeepEquals(rule, value),
        ("enum", _) => rule.AsArray().Any(one => JsonNode.DeepEquals(one, value)),
        ("oneOf", _) => rule.AsArray().Count(one => Allows(one!.AsObject(), value)) == 1,
        ("pattern", JsonValue text) when KindsOf(value).Contains("string") => Regex.IsMatch(text.GetValue<string>(), rule.GetValue<string>().Replace("$", "\\z", StringComparison.Ordinal)),
        ("minLength", JsonValue text) when KindsOf(value).Contains("string") => text.GetValue<string>().Length >= rule.GetValue<int>(),
        ("minimum", JsonValue number) when KindsOf(value).Contains("number") => Number(number) >= Number(rule.AsValue()),
        ("maximum", JsonValue number) when KindsOf(value).Contains("number") => Number(number) <= Number(rule.AsValue()),
        ("items", JsonArray list) => list.All(one => Allows(rule.AsObject(), one)),
        ("required", JsonObject found) => rule.AsArray().All(name => found.ContainsKey(name!.GetValue<string>())),
        ("dependentRequired", JsonObject found) => rule.AsObject().All(one => !found.ContainsKey(one.Key) || one.Value!.AsArray().All(name => found.ContainsKey(name!.GetValue<string>()))),
        ("properties", JsonObject found) => rule.AsObject().All(one => !found.ContainsKey(one.Key) || Allows(one.Value!.AsObject(), found[one.Key])),
        ("additionalProperties", JsonObject found) => found.Where(one => schema["properties"]?[one.Key] is null).All(one => rule is JsonObject more && Allows(more, one.Value)),
        ("pattern" or "minLength" or "minimum" or "maximum" or "items" or "required" or "dependentRequired" or "properties" or "additionalProperties", _) => true,
        _ => throw new NotSupportedException($"The schema says {keyword}, which this reader of it does not know."),
    };

    private static double Number(JsonValue value) => double.Parse(value.ToJsonString(), System.Globalization.NumberStyles.Float, null);

    private static string[] KindsOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or System.Text.Json.JsonValueKind.Null => ["null"],
        System.Text.Json.JsonValueKind.Object => ["object"],
        System.Text.Json.JsonValueKind.Array => ["array"],
        System.Text.Json.JsonValueKind.String => ["string"],
        System.Text.Json.JsonValueKind.Number => value.ToJsonString().Contains('.', StringComparison.Ordinal) || value.ToJsonString().Contains('E', StringComparison.OrdinalIgnoreCase) ? ["number"] : ["number", "integer"],
        _ => ["boolean"],
    };
}
