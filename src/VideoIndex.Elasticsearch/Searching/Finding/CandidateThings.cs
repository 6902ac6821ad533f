using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using VideoIndex.Elasticsearch.Documents;
using VideoIndex.Elasticsearch.Searching.Asking;
using VideoIndex.Elasticsearch.Transport;
using VideoIndex.Search.Evaluation;

namespace VideoIndex.Elasticsearch.Searching.Finding;

/// <summary>A thing of a video, and which of the plan's asks found it.</summary>
/// <param name="Thing">The thing.</param>
/// <param name="Asks">The numbers of the asks.</param>
internal sealed record CandidateThing(SearchableSpan Thing, IReadOnlyList<int> Asks);

/// <summary>Fetches the things of some videos that may answer, each with the names of the queries it answers to.</summary>
/// <param name="snapshot">The state of the index.</param>
/// <param name="plan">What is asked.</param>
/// <param name="page">The most hits of one search.</param>
internal sealed class CandidateThings(Snapshot snapshot, QuestionPlan plan, int page)
{
    // Rising, by their names alone: the published schema has no objects for the order of fields.
    private static readonly string[] Order = [DocumentFields.Video, DocumentFields.Start, DocumentFields.Field, DocumentFields.Number];

    /// <summary>Gets how many were fetched.</summary>
    public long Fetched { get; private set; }

    /// <summary>Returns them by video, those of each in order.</summary>
    public async Task<ILookup<string, CandidateThing>> OfAsync(IReadOnlyList<CandidateVideo> videos, CancellationToken cancellationToken)
    {
        var things = new List<(string Video, CandidateThing Thing)>();
        JsonArray? after = null;
        do
        {
            var reply = await snapshot.SearchAsync(Body(videos, after), cancellationToken).ConfigureAwait(false);
            var hits = reply.Root.At("hits").At("hits").Items().ToList();
            things.AddRange(hits.Select(Read));
            after = hits.Count == page ? JsonArray.Create(hits[^1].GetProperty("sort")) : null;
        }
        while (after is not null);
        Fetched += things.Count;
        return things.ToLookup(one => one.Video, one => one.Thing);
    }

    private JsonObject Body(IReadOnlyList<CandidateVideo> videos, JsonArray? after)
    {
        var named = plan.Asks.Index().Where(ask => ask.Item.Kind != AskKind.Video)
            .Select(ask => Queries.Named((JsonObject)ask.Item.Query.DeepClone(), ask.Index.ToString(CultureInfo.InvariantCulture)));
        var body = new JsonObject
        {
            ["size"] = page,
            ["track_total_hits"] = false,
            ["_source"] = new JsonObject { ["excludes"] = new JsonArray(DocumentFields.Words, DocumentFields.Stems, DocumentFields.Shots) },
            ["query"] = Queries.Every([Queries.Terms(DocumentFields.Video, videos.Select(video => video.Video.ToString())), Queries.Any([.. named])]),
            ["sort"] = Json.Texts(Order),
        };
        if (after is not null)
        {
            body["search_after"] = after;
        }

        return body;
    }

    /// <summary>Reads a hit.</summary>
    public static (string Video, CandidateThing Thing) Read(JsonElement hit)
    {
        var source = hit.GetProperty("_source");
        List<int> asks = [.. hit.At("matched_queries").Items().Select(name => int.Parse(name.GetString()!, CultureInfo.InvariantCulture))];
        return (source.GetProperty(DocumentFields.Video).GetString()!, new CandidateThing(DocumentReader.Read(source), asks));
    }
}
