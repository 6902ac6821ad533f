using System.Text;
using System.Text.Json.Nodes;

namespace VideoIndex.Elasticsearch.Transport;

/// <summary>One request. Every one of them may be sent twice and does no more than sent once.</summary>
/// <param name="Method">HTTP's verb.</param>
/// <param name="Path">The path and what follows the question mark, without a slash at its beginning.</param>
/// <param name="Body">The body; null for none.</param>
/// <param name="IsLines">Whether the body is JSON line by line, as bulk requests are.</param>
internal sealed record ClusterRequest(HttpMethod Method, string Path, byte[]? Body = null, bool IsLines = false)
{
    /// <summary>Asks.</summary>
    public static ClusterRequest Get(string path) => new(HttpMethod.Get, path);

    /// <summary>Asks whether something is there.</summary>
    public static ClusterRequest Head(string path) => new(HttpMethod.Head, path);

    /// <summary>Takes something away.</summary>
    public static ClusterRequest Delete(string path, JsonObject? body = null) => new(HttpMethod.Delete, path, Bytes(body));

    /// <summary>Puts something in place.</summary>
    public static ClusterRequest Put(string path, JsonObject? body) => new(HttpMethod.Put, path, Bytes(body));

    /// <summary>Has something done.</summary>
    public static ClusterRequest Post(string path, JsonObject? body) => new(HttpMethod.Post, path, Bytes(body));

    private static byte[]? Bytes(JsonObject? body) => body is null ? null : Encoding.UTF8.GetBytes(body.ToJsonString(Json.Plain));
}
