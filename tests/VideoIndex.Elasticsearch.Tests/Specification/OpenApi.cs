using System.Text;
using System.Text.Json;

namespace VideoIndex.Elasticsearch.Tests.Specification;

/// <summary>An OpenAPI document, and whether a request is one that it describes.</summary>
internal sealed class OpenApi
{
    private readonly JsonElement _root;
    private readonly SchemaCheck _check;
    private readonly List<(string[] Segments, JsonElement Path)> _paths;

    public OpenApi(JsonElement root)
    {
        _root = root;
        _check = new SchemaCheck(root.GetProperty("components").GetProperty("schemas"));
        _paths =
        [
            .. root.GetProperty("paths").EnumerateObject().Select(path => (path.Name.Trim('/').Split('/'), path.Value))
                .OrderBy(path => path.Item1.Count(IsParameter)), // a path that is spelt out goes before one with parameters
        ];
    }

    /// <summary>Returns what is wrong with a request, a line each; nothing where it is as described.</summary>
    /// <param name="method">HTTP's verb.</param>
    /// <param name="target">The path, without a slash at its beginning, and what follows the question mark.</param>
    /// <param name="body">The body; null for none.</param>
    public IReadOnlyList<string> Wrong(string method, string target, byte[]? body)
    {
        var (path, query) = target.Split('?', 2) is [var left, var right] ? (left, right) : (target, "");
        var segments = path.Split('/');
        var described = _paths.Find(known => known.Segments.Length == segments.Length && known.Segments.Zip(segments).All(pair => IsParameter(pair.First) || pair.First == pair.Second));
        if (described.Segments is null || !described.Path.TryGetProperty(method.ToLowerInvariant(), out var operation))
        {
            return [$"There is no {method} /{path}."];
        }

        var known = Parameters(operation).ToHashSet();
        var wrong = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')[0]).Where(name => !known.Contains(name)).Select(name => $"There is no parameter {name}.");
        return [.. wrong, .. Body(operation, body)];
    }

    private IEnumerable<string> Body(JsonElement operation, byte[]? body)
    {
        if (!operation.TryGetProperty("requestBody", out var described))
        {
            return body is null ? [] : ["There is a body, and none is described."];
        }

        described = Resolved(described);
        if (body is null)
        {
            return described.TryGetProperty("required", out var required) && required.GetBoolean() ? ["There is no body."] : [];
        }

        var schema = described.GetProperty("content").EnumerateObject().First().Value.GetProperty("schema");
        return schema.TryGetProperty("items", out var line)
            ? Lines(body).SelectMany(one => _check.Wrong(line, one))
            : _check.Wrong(schema, JsonDocument.Parse(body).RootElement, isClosed: true);
    }

    // The lines of a bulk request: what is to be done, and documents, which are any object.
    private static IEnumerable<JsonElement> Lines(byte[] body) =>
        Encoding.UTF8.GetString(body).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement);

    private IEnumerable<string> Parameters(JsonElement operation) =>
        operation.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray().Select(Resolved).Select(one => one.GetProperty("name").GetString()!) : [];

    private JsonElement Resolved(JsonElement element)
    {
        if (!element.TryGetProperty("$ref", out var reference))
        {
            return element;
        }

        return reference.GetString()![2..].Split('/').Aggregate(_root, (at, name) => at.GetProperty(name.Replace("~1", "/", StringComparison.Ordinal)));
    }

    private static bool IsParameter(string segment) => segment.StartsWith('{');
}
