using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace VideoIndex.Onnx.Tests.Catalogue;

/// <summary>The part of JSON Schema that models/manifest.schema.json uses; a word it does not know fails the test.</summary>
internal sealed class Schema(JsonNode root)
{
    private static readonly string[] Said = ["$schema", "title", "description", "$defs"];

    public IReadOnlyList<string> Faults(JsonNode? value) => [.. Faults(value, root.AsObject(), "$")];

    private IEnumerable<string> Faults(JsonNode? value, JsonObject schema, string at) =>
        schema.Where(rule => !Said.Contains(rule.Key)).SelectMany(rule => Faults(value, schema, rule.Key, rule.Value!, at));

    private IEnumerable<string> Faults(JsonNode? value, JsonObject schema, string rule, JsonNode wanted, string at) => rule switch
    {
        "$ref" => Faults(value, root["$defs"]![$"{wanted}"["#/$defs/".Length..]]!.AsObject(), at),
        "type" => Unless(IsOf(value, $"{wanted}"), $"{at} is no {wanted}"),
        "enum" => Unless(wanted.AsArray().Any(one => JsonNode.DeepEquals(one, value)), $"{at} is none of its words"),
        "not" => Unless(Faults(value, wanted.AsObject(), at).Any(), $"{at} is what it may not be"),
        "pattern" => Unless(value is not JsonValue || Regex.IsMatch($"{value}", $"{wanted}"), $"{at} is of another form"),
        "maxLength" => Unless($"{value}".Length <= (int)wanted, $"{at} is too long"),
        "minimum" => Unless(Number(value) is not { } number || number >= (decimal)wanted, $"{at} is too small"),
        "maximum" => Unless(Number(value) is not { } number || number <= (decimal)wanted, $"{at} is too large"),
        "minItems" => Unless(value is not JsonArray array || array.Count >= (int)wanted, $"{at} has too few"),
        "maxItems" => Unless(value is not JsonArray array || array.Count <= (int)wanted, $"{at} has too many"),
        "items" => value is JsonArray list ? list.SelectMany((one, index) => Faults(one, wanted.AsObject(), $"{at}[{index}]")) : [],
        "required" => wanted.AsArray().SelectMany(name => Unless(value is JsonObject found && found.ContainsKey($"{name}"), $"{at} has no {name}")),
        "properties" => value is JsonObject fields
            ? fields.Where(field => wanted[field.Key] is not null).SelectMany(field => Faults(field.Value, wanted[field.Key]!.AsObject(), $"{at}.{field.Key}"))
            : [],
        "additionalProperties" => value is JsonObject fields
            ? fields.Where(field => schema["properties"]![field.Key] is null).Select(field => $"{at}.{field.Key} is not known")
            : [],
        _ => throw new InvalidOperationException($"The schema says {rule}, which is not known here."),
    };

    private static IEnumerable<string> Unless(bool holds, string fault) => holds ? [] : [fault];

    private static decimal? Number(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number ? value.GetValue<decimal>() : null;

    private static bool IsOf(JsonNode? value, string type) => (type, value?.GetValueKind()) switch
    {
        ("string", JsonValueKind.String) or ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => Number(value) is { } number && number == decimal.Truncate(number),
        _ => false,
    };
}
