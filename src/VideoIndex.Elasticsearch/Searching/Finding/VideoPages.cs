using System.Text.Json;
using System.Text.Json.Nodes;
using VideoIndex.Elasticsearch.Documents;
using VideoIndex.Elasticsearch.Searching.Asking;
using VideoIndex.Elasticsearch.Transport;

namespace VideoIndex.Elasticsearch.Searching.Finding;

/// <summary>Fetches the documents of videos themselves: who looked at them, and the pictures of their shots.</summary>
internal static class VideoPages
{
    private const int Page = 500;

    /// <summary>Returns some fields of the documents, by video.</summary>
    public static async Task<IReadOnlyDictionary<string, JsonElement>> OfAsync(Snapshot snapshot, IEnumerable<string> videos, string field, CancellationToken cancellationToken)
    {
        var pages = new Dictionary<string, JsonElement>();
        foreach (var some in videos.Distinct().Chunk(Page))
        {
            var body = new JsonObject
            {
                ["size"] = some.Length,
                ["track_total_hits"] = false,
                ["_source"] = new JsonObject { ["includes"] = new JsonArray(DocumentFields.Video, field) },
                ["query"] = Queries.Every([Queries.Term(DocumentFields.Field, "video"), Queries.Terms(DocumentFields.Video, some)]),
            };
            var reply = await snapshot.SearchAsync(body, cancellationToken).ConfigureAwait(false);
            foreach (var source in reply.Root.At("hits").At("hits").Items().Select(hit => hit.GetProperty("_source")))
            {
                pages[source.GetProperty(DocumentFields.Video).GetString()!] = source;
            }
        }

        return pages;
    }
}
