using System.Text.Json;

namespace VideoIndex.Elasticsearch.Tests.Cluster;

/// <summary>A document as the fake keeps it, its fields taken apart when they are first asked for.</summary>
internal sealed class Document(string id, string routing, long version, JsonElement source)
{
    private readonly Dictionary<string, IReadOnlyList<JsonElement>> _values = [];
    private readonly Dictionary<string, IReadOnlyList<IReadOnlyList<string>>> _tokens = [];

    public string Id => id;

    public string Routing => routing;

    public long Version => version;

    public JsonElement Source => source;

    /// <summary>Returns the values of a field, <c>origin.kind</c> included.</summary>
    public IReadOnlyList<JsonElement> Values(string field)
    {
        if (!_values.TryGetValue(field, out var values))
        {
            var at = source;
            foreach (var name in field.Split('.'))
            {
                at = at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out var member) ? member : default;
            }

            values = at.ValueKind switch { JsonValueKind.Undefined or JsonValueKind.Null => [], JsonValueKind.Array => [.. at.EnumerateArray()], _ => [at] };
            _values[field] = values;
        }

        return values;
    }

    /// <summary>Returns what a field of words has between blanks, text by text.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Tokens(string field)
    {
        if (!_tokens.TryGetValue(field, out var tokens))
        {
            tokens = [.. Values(field).Select(text => text.GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
            _tokens[field] = tokens;
        }

        return tokens;
    }
}
