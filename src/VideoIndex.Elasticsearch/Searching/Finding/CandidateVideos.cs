using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using VideoIndex.Elasticsearch.Documents;
using VideoIndex.Elasticsearch.Searching.Asking;
using VideoIndex.Elasticsearch.Transport;
using VideoIndex.Videos;

namespace VideoIndex.Elasticsearch.Searching.Finding;

/// <summary>A video that may have an answer.</summary>
/// <param name="Video">The video.</param>
/// <param name="Entered">Its number in the order of the library.</param>
/// <param name="Counts">How many of its things each ask of the plan found.</param>
/// <param name="Things">How many of its things any of them found.</param>
internal sealed record CandidateVideo(VideoId Video, long Entered, IReadOnlyList<long> Counts, long Things)
{
    /// <summary>Gets what else was counted of them, as Elasticsearch told it.</summary>
    public JsonElement Told { get; init; }
}

/// <summary>Finds the videos that have of everything what an answer needs, in the order they came into the library, a thousand of them a search.</summary>
/// <remarks>Elasticsearch joins no documents: each query is counted by itself in the bucket of each video, and the counts are put together here.</remarks>
internal static class CandidateVideos
{
    private const int Page = 1000;

    /// <summary>Returns them.</summary>
    /// <param name="snapshot">The state of the index.</param>
    /// <param name="plan">What is asked.</param>
    /// <param name="bounds">Which videos, by their numbers: those after the first and up to the second.</param>
    /// <param name="also">What else is counted in each video; null for nothing.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async IAsyncEnumerable<CandidateVideo> OfAsync(
        Snapshot snapshot, QuestionPlan plan, (long After, long UpTo) bounds, JsonObject? also, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        JsonObject? after = null;
        do
        {
            var reply = await snapshot.SearchAsync(Body(plan, bounds, also, after), cancellationToken).ConfigureAwait(false);
            var told = reply.Root.At("aggregations").At("videos");
            foreach (var bucket in told.At("buckets").Items())
            {
                if (Read(bucket, plan) is { } video && plan.Need.IsMet(video.Counts))
                {
                    yield return video;
                }
            }

            after = told.At("after_key") is { ValueKind: JsonValueKind.Object } key ? JsonObject.Create(key) : null;
        }
        while (after is not null);
    }

    /// <summary>Returns the query for everything any of the asks finds.</summary>
    public static JsonObject Query(QuestionPlan plan, (long After, long UpTo) bounds) => Queries.Every(
    [
        Queries.Range(DocumentFields.Entered, new JsonObject { ["gt"] = bounds.After, ["lte"] = bounds.UpTo }),
        Queries.Any([.. plan.Asks.Select(ask => (JsonObject)ask.Query.DeepClone())]),
    ]);

    private static JsonObject Body(QuestionPlan plan, (long After, long UpTo) bounds, JsonObject? also, JsonObject? after)
    {
        var composite = new JsonObject
        {
            ["size"] = Page,
            ["sources"] = new JsonArray(Source("entered", DocumentFields.Entered), Source("video", DocumentFields.Video)),
        };
        if (after is not null)
        {
            composite["after"] = after;
        }

        var counted = (JsonObject?)also?.DeepClone() ?? [];
        if (plan.Asks.Count > 1)
        {
            foreach (var (at, ask) in plan.Asks.Index())
            {
                counted[Name(at)] = new JsonObject { ["filter"] = ask.Query.DeepClone() };
            }
        }

        var videos = new JsonObject { ["composite"] = composite };
        if (counted.Count > 0)
        {
            videos["aggregations"] = counted;
        }

        return new JsonObject
        {
            ["size"] = 0,
            ["track_total_hits"] = false,
            ["query"] = Query(plan, bounds),
            ["aggregations"] = new JsonObject { ["videos"] = videos },
        };
    }

    private static JsonObject Source(string name, string field) =>
        new JsonObject { [name] = new JsonObject { ["terms"] = new JsonObject { ["field"] = field } } };

    private static CandidateVideo? Read(JsonElement bucket, QuestionPlan plan)
    {
        if (!VideoId.TryParse(bucket.At("key").At("video").Text(), out var video) || bucket.At("key").At("entered").Whole() is not { } entered)
        {
            return null;
        }

        var all = bucket.At("doc_count").Whole() ?? 0;
        IReadOnlyList<long> counts = plan.Asks.Count == 1 ? [all] : [.. plan.Asks.Index().Select(ask => bucket.At(Name(ask.Index)).At("doc_count").Whole() ?? 0)];
        return new CandidateVideo(video, entered, counts, all) { Told = bucket };
    }

    private static string Name(int at) => string.Create(CultureInfo.InvariantCulture, $"ask-{at}");
}
