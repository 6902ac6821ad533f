using System.Text.Json.Nodes;
using VideoIndex.Elasticsearch.Indices;
using VideoIndex.Elasticsearch.Transport;

namespace VideoIndex.Elasticsearch.Searching.Finding;

/// <summary>One state of the index, that all searches of one question see (a point in time). It is let go when the question is answered.</summary>
internal sealed class Snapshot : IAsyncDisposable
{
    private const string KeptFor = "2m";

    private readonly ClusterClient _client;
    private string _id;

    private Snapshot(ClusterClient client, string id) => (_client, _id) = (client, id);

    /// <summary>Gets how many searches were made.</summary>
    public int Searches { get; private set; }

    /// <summary>Opens one.</summary>
    /// <exception cref="ElasticsearchException">There is no index (<c>no-search-index</c>), or the cluster does not answer.</exception>
    public static async Task<Snapshot> OpenAsync(ClusterClient client, CancellationToken cancellationToken)
    {
        var names = new IndexNames(client.Settings.Name);
        var reply = await client.SendAsync(ClusterRequest.Post($"{names.Read}/_pit?keep_alive={KeptFor}", null), cancellationToken).ConfigureAwait(false);
        return new Snapshot(client, reply.Root.At("id").Text() ?? throw Refusals.Nonsense(client.Host));
    }

    /// <summary>Searches. An answer that would be of a part of the index only is a failure.</summary>
    public async Task<ClusterReply> SearchAsync(JsonObject body, CancellationToken cancellationToken)
    {
        Searches++;
        body["pit"] = new JsonObject { ["id"] = _id, ["keep_alive"] = KeptFor };
        var reply = await _client.SendAsync(ClusterRequest.Post("_search?allow_partial_search_results=false", body), cancellationToken).ConfigureAwait(false);
        _id = reply.Root.At("pit_id").Text() ?? _id;
        return reply;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _client.SendAsync(ClusterRequest.Delete("_pit", new JsonObject { ["id"] = _id }), CancellationToken.None, 404).ConfigureAwait(false);
        }
        catch (ElasticsearchException)
        {
            // The cluster lets go of it by itself in two minutes.
        }
    }
}
