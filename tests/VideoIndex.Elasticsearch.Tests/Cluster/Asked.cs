using System.Text;
using System.Text.Json;

namespace VideoIndex.Elasticsearch.Tests.Cluster;

/// <summary>A request as it came.</summary>
/// <param name="Method">HTTP's verb.</param>
/// <param name="Target">The path, without the slash at its beginning, and what follows the question mark.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body; empty for none.</param>
internal sealed record Asked(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Path => Target.Split('?')[0];

    public string Text => Encoding.UTF8.GetString(Body);

    public IReadOnlyList<string> Segments => [.. Path.Split('/').Select(Uri.UnescapeDataString)];

    public IReadOnlyList<string> Lines => Text.Split('\n')[..^1];

    public JsonElement Json => Body.Length == 0 ? default : JsonDocument.Parse(Body).RootElement;

    public string? Parameter(string name) =>
        Target.Split('?', 2) is [_, var query] ? query.Split('&').Select(pair => pair.Split('=', 2)).Where(pair => pair[0] == name).Select(pair => pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : "").FirstOrDefault() : null;
}

/// <summary>An answer, and how it is sent.</summary>
/// <param name="Status">HTTP's number.</param>
/// <param name="Body">The body.</param>
internal sealed record Answer(int Status, string Body)
{
    /// <summary>How much of the body is sent before the connection ends; all of it where null.</summary>
    public int? Sent { get; init; }

    /// <summary>Whether nothing is ever sent.</summary>
    public bool Stalls { get; init; }

    /// <summary>Whether the length is not told beforehand, so that only the end of the connection ends the body.</summary>
    public bool IsUnmeasured { get; init; }

    public string[] Headers { get; init; } = [];

    public static Answer Error(int status, string type, string reason) => new(
        status,
        $$"""{"error":{"root_cause":[{"type":"{{type}}","reason":{{JsonSerializer.Serialize(reason)}}}],"type":"{{type}}","reason":{{JsonSerializer.Serialize(reason)}}},"status":{{status}}}""");
}
