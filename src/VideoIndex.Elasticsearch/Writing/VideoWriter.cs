using System.Text.Json;
using System.Text.Json.Nodes;
using VideoIndex.Elasticsearch.Documents;
using VideoIndex.Elasticsearch.Transport;
using VideoIndex.Videos;

namespace VideoIndex.Elasticsearch.Writing;

/// <summary>Puts videos into an index and takes them out. Nothing of it is seen before the index is refreshed.</summary>
/// <param name="client">The cluster.</param>
/// <param name="index">The index, or the alias that is written to.</param>
/// <param name="isAlias">Whether it is an alias.</param>
internal sealed class VideoWriter(ClusterClient client, string index, bool isAlias)
{
    private readonly BulkWriter _bulk = new(client);

    /// <summary>Writes one state of a video, and has what is left of earlier ones deleted. What is newer already stays.</summary>
    public async Task<BulkReport> ReplaceAsync(VideoDocuments video, CancellationToken cancellationToken)
    {
        var routing = video.Video.ToString();
        var documents = video.Things.Select(thing => new BulkDocument(
            DocumentId.Of(video.Video, thing), routing, video.Generation, DocumentWriter.Write(video, thing)));
        var report = await _bulk.WriteAsync(index, isAlias, documents, cancellationToken).ConfigureAwait(false);
        await DeleteAsync(routing, [Earlier(video.Generation)], cancellationToken).ConfigureAwait(false);
        return report;
    }

    /// <summary>Returns the place in the order of the library that a video was given when it was first written; null where it is not there.</summary>
    public async Task<long?> EnteredAsync(VideoId video, CancellationToken cancellationToken)
    {
        var id = Uri.EscapeDataString(FormattableString.Invariant($"{video}:video:0"));
        var request = ClusterRequest.Get($"{index}/_doc/{id}?routing={video}&_source_includes={DocumentFields.Entered}");
        var reply = await client.SendAsync(request, cancellationToken, 404).ConfigureAwait(false);
        return reply.Root.At("_source").At(DocumentFields.Entered).Whole();
    }

    /// <summary>Takes a video out.</summary>
    public Task RemoveAsync(VideoId video, CancellationToken cancellationToken) => DeleteAsync(video.ToString(), [], cancellationToken);

    // What was overwritten since the index was last refreshed is found, and not deleted: conflicts are expected.
    private async Task DeleteAsync(string video, IEnumerable<JsonNode> which, CancellationToken cancellationToken)
    {
        var query = new JsonObject
        {
            ["bool"] = new JsonObject
            {
                ["filter"] = Json.Array([new JsonObject { ["term"] = new JsonObject { [DocumentFields.Video] = new JsonObject { ["value"] = video } } }, .. which]),
            },
        };
        var request = ClusterRequest.Post($"{index}/_delete_by_query?routing={video}&conflicts=proceed", new JsonObject { ["query"] = query });
        var reply = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (reply.Root.At("timed_out").ValueKind == JsonValueKind.True || reply.Root.At("failures").Items().Any())
        {
            throw Refusals.Unreachable(client.Host, "could not delete what is out of date", null);
        }
    }

    private static JsonObject Earlier(long generation) =>
        new() { ["range"] = new JsonObject { [DocumentFields.Generation] = new JsonObject { ["lt"] = generation } } };
}
