using System.Text.Json;

namespace VideoIndex.Elasticsearch.Tests.Specification;

/// <summary>
/// Holds JSON against the schemas of an OpenAPI 3.0 document, more strictly than they are written: one of several means any of several; an object that holds exactly
/// one of its properties has no others; and one that nobody extends has only the properties described. Without that, no misspelt name would ever be seen.
/// </summary>
internal sealed class SchemaCheck
{
    private readonly JsonElement _schemas;
    private readonly HashSet<string> _extended = [];

    public SchemaCheck(JsonElement schemas)
    {
        _schemas = schemas;
        FindExtended(schemas);
    }

    /// <summary>Returns what is wrong with a value, a line each.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="value">The value.</param>
    /// <param name="isClosed">Whether an object may have only the properties that the schema itself describes.</param>
    public IReadOnlyList<string> Wrong(JsonElement schema, JsonElement value, bool isClosed = false)
    {
        var wrong = new List<string>();
        Check(schema, value, "", wrong, isClosed && Has(schema, "properties"));
        return wrong;
    }

    // Returns the names of the properties that some schema described.
    private HashSet<string> Check(JsonElement schema, JsonElement value, string at, List<string> wrong, bool isClosed)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return CheckNamed(reference.GetString()!.Split('/')[^1], value, at, wrong);
        }

        if (value.ValueKind == JsonValueKind.Null && schema.TryGetProperty("nullable", out var nullable) && nullable.GetBoolean())
        {
            return [];
        }

        if (schema.TryGetProperty("type", out var type) && !IsOf(type.GetString()!, value))
        {
            wrong.Add($"{at}: is no {type}");
            return [];
        }

        if (schema.TryGetProperty("enum", out var choices) && !choices.EnumerateArray().Any(choice => JsonElement.DeepEquals(choice, value)))
        {
            wrong.Add($"{at}: {value} is none of {choices}");
        }

        var known = new HashSet<string>();
        Parts(schema, value, at, wrong, known);
        if (value.ValueKind == JsonValueKind.Object)
        {
            Members(schema, value, at, wrong, known, isClosed);
        }
        else if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            foreach (var (number, item) in value.EnumerateArray().Index())
            {
                Check(items, item, $"{at}/{number}", wrong, false);
            }
        }

        return known;
    }

    private HashSet<string> CheckNamed(string name, JsonElement value, string at, List<string> wrong)
    {
        var schema = _schemas.GetProperty(name);
        var isOne = Has(schema, "properties") && Is(schema, "minProperties", 1) && Is(schema, "maxProperties", 1);
        var extends = schema.TryGetProperty("allOf", out var all) && all.EnumerateArray().Any(part => Has(part, "properties"));
        var isPlain = !extends && Has(schema, "properties") && !Has(schema, "additionalProperties");
        var known = Check(schema, value, at, wrong, isOne || (isPlain && !_extended.Contains(name)));
        if (extends && !isOne && !_extended.Contains(name) && value.ValueKind == JsonValueKind.Object)
        {
            wrong.AddRange(value.EnumerateObject().Where(member => !known.Contains(member.Name)).Select(member => $"{at}/{member.Name}: unknown to {name}"));
        }

        return known;
    }

    private void Parts(JsonElement schema, JsonElement value, string at, List<string> wrong, HashSet<string> known)
    {
        if (schema.TryGetProperty("allOf", out var all))
        {
            foreach (var part in all.EnumerateArray())
            {
                known.UnionWith(Check(part, value, at, wrong, false));
            }
        }

        foreach (var name in (string[])["oneOf", "anyOf"])
        {
            if (schema.TryGetProperty(name, out var any))
            {
                OneOf(any, value, at, wrong, known);
            }
        }
    }

    private void OneOf(JsonElement any, JsonElement value, string at, List<string> wrong, HashSet<string> known)
    {
        List<string>? least = null;
        var fits = false;
        foreach (var part in any.EnumerateArray())
        {
            var here = new List<string>();
            var names = Check(part, value, at, here, false);
            if (here.Count == 0)
            {
                known.UnionWith(names);
                fits = true;
            }
            else if (least is null || here[0].Length > least[0].Length) // the one that came furthest
            {
                least = here;
            }
        }

        if (!fits)
        {
            wrong.AddRange(least ?? [$"{at}: nothing is allowed here"]);
        }
    }

    private void Members(JsonElement schema, JsonElement value, string at, List<string> wrong, HashSet<string> known, bool isClosed)
    {
        var members = value.EnumerateObject().ToList();
        if (schema.TryGetProperty("required", out var required))
        {
            wrong.AddRange(required.EnumerateArray().Where(name => !Has(value, name.GetString()!)).Select(name => $"{at}: lacks {name}"));
        }

        // How many there may be is meant of those that the schema itself describes: an aggregation is of one kind, and has others inside it beside that.
        var described = schema.TryGetProperty("properties", out var properties);
        var count = described ? members.Count(member => Has(properties, member.Name)) : members.Count;
        if ((schema.TryGetProperty("minProperties", out var least) && count < least.GetInt32()) || (schema.TryGetProperty("maxProperties", out var most) && count > most.GetInt32()))
        {
            wrong.Add($"{at}: has {count} properties");
        }

        var others = schema.TryGetProperty("additionalProperties", out var additional) ? additional : default;
        foreach (var member in members)
        {
            if (described && properties.TryGetProperty(member.Name, out var property))
            {
                known.Add(member.Name);
                Check(property, member.Value, $"{at}/{member.Name}", wrong, false);
            }
            else if (others.ValueKind == JsonValueKind.Object)
            {
                known.Add(member.Name);
                Check(others, member.Value, $"{at}/{member.Name}", wrong, false);
            }
            else if (isClosed || others.ValueKind == JsonValueKind.False)
            {
                wrong.Add($"{at}/{member.Name}: unknown");
            }
        }
    }

    private void FindExtended(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                FindExtended(item);
            }
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        if (element.TryGetProperty("allOf", out var all) && all.ValueKind == JsonValueKind.Array && all.EnumerateArray().Any(part => Has(part, "properties")))
        {
            _extended.UnionWith(all.EnumerateArray().Where(part => Has(part, "$ref")).Select(part => part.GetProperty("$ref").GetString()!.Split('/')[^1]));
        }

        foreach (var member in element.EnumerateObject())
        {
            FindExtended(member.Value);
        }
    }

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => false,
    };

    private static bool Has(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out _);

    private static bool Is(JsonElement element, string name, int number) => element.TryGetProperty(name, out var value) && value.GetInt32() == number;
}
