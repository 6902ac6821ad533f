using VideoIndex.Elasticsearch.Indices;
using VideoIndex.Elasticsearch.Transport;
using VideoIndex.Events;
using VideoIndex.Videos;

namespace VideoIndex.Elasticsearch.Writing;

/// <summary>Takes what happened in the library into Elasticsearch, in order and at least once, from the event it has come to.</summary>
/// <remarks>
/// Every event of a video has the whole video written anew as it is now, with the event's sequence as its generation. What is written is seen all at once: the index
/// is refreshed when the videos of a batch are in, and by nothing else. So no search sees a part of a video, as long as one feed writes at a time.
/// </remarks>
/// <param name="client">The cluster.</param>
/// <param name="outbox">What happened.</param>
/// <param name="source">The videos.</param>
internal sealed class IndexFeed(ClusterClient client, IOutbox outbox, IVideoSource source)
{
    private const int Batch = 200;

    private const long Kept = 100_000; // as many as an outbox keeps

    private readonly IndexAdmin _admin = new(client);

    /// <summary>Gets the name under which is kept how far it has come: one for each cluster and name.</summary>
    public string Consumer => $"elasticsearch {client.Host}/{client.Settings.Name}";

    /// <summary>Takes everything that has happened until now into the index that is written to, making it if need be.</summary>
    /// <exception cref="ElasticsearchException">The cluster did not take it; what it has is kept, and the rest is tried again the next time.</exception>
    public async Task<FeedReport> RunAsync(CancellationToken cancellationToken)
    {
        if (await _admin.BehindAsync(_admin.Names.Write, cancellationToken).ConfigureAwait(false) is null)
        {
            return await new IndexRebuild(client, outbox, source).RunAsync(cancellationToken).ConfigureAwait(false);
        }

        var after = await outbox.PositionAsync(Consumer, cancellationToken).ConfigureAwait(false);
        var report = await RunAsync(_admin.Names.Write, true, after, cancellationToken).ConfigureAwait(false);

        // Events are not kept for ever. Who was away for so many has missed some.
        return report.Last - after < Kept ? report : await new IndexRebuild(client, outbox, source).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes what happened after an event into one index, and keeps no position.</summary>
    internal async Task<FeedReport> RunAsync(string index, bool isAlias, long after, CancellationToken cancellationToken)
    {
        var writer = new VideoWriter(client, index, isAlias);
        var report = new FeedReport(after, 0, []);
        for (var isFirst = true; ; isFirst = false)
        {
            var news = await outbox.ReadAsync(report.Last, Batch, cancellationToken).ConfigureAwait(false);
            if (news is [])
            {
                return report;
            }

            if (isFirst)
            {
                // What a feed that was killed has written is seen from here on, so that it can be deleted.
                await _admin.RefreshAsync(index, cancellationToken).ConfigureAwait(false);
            }

            report = await TakeAsync(writer, news, report, cancellationToken).ConfigureAwait(false);
            await _admin.RefreshAsync(index, cancellationToken).ConfigureAwait(false);
            if (isAlias)
            {
                await outbox.AdvanceAsync(Consumer, report.Last, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<FeedReport> TakeAsync(VideoWriter writer, IReadOnlyList<CloudEvent> news, FeedReport report, CancellationToken cancellationToken)
    {
        var told = new OrderedDictionary<VideoId, (long First, long Last)>();
        foreach (var happened in news)
        {
            if (VideoId.TryParse(happened.Subject, out var video))
            {
                told[video] = (told.TryGetValue(video, out var before) ? before.First : happened.Sequence, happened.Sequence);
            }
        }

        foreach (var (video, (first, last)) in told)
        {
            var entered = await writer.EnteredAsync(video, cancellationToken).ConfigureAwait(false) ?? first;
            report += await WriteAsync(writer, video, last, entered, cancellationToken).ConfigureAwait(false);
        }

        return report with { Last = news[^1].Sequence };
    }

    /// <summary>Writes one video as it is now, or takes it out.</summary>
    internal async Task<FeedReport> WriteAsync(VideoWriter writer, VideoId video, long generation, long entered, CancellationToken cancellationToken)
    {
        if (await source.ReadAsync(video, generation, cancellationToken).ConfigureAwait(false) is not { } documents)
        {
            await writer.RemoveAsync(video, cancellationToken).ConfigureAwait(false);
            return new FeedReport(generation, 1, []);
        }

        var report = await writer.ReplaceAsync(documents with { Entered = entered }, cancellationToken).ConfigureAwait(false);
        return new FeedReport(generation, 1, [.. report.Refused.Select(refused => $"Elasticsearch does not take '{refused.Document}': {refused.Reason}")]) { Things = report.Done };
    }
}

/// <summary>Where a feed has come to.</summary>
/// <param name="Last">The sequence of the last event that is in the index.</param>
/// <param name="Videos">How many times a video was written or taken out.</param>
/// <param name="Complaints">What was refused, a sentence each; none in an index of ours.</param>
public sealed record FeedReport(long Last, int Videos, IReadOnlyList<string> Complaints)
{
    /// <summary>Gets how many things were written.</summary>
    public long Things { get; init; }

    /// <summary>Adds up two reports, the later one second.</summary>
    public static FeedReport operator +(FeedReport earlier, FeedReport later) =>
        new(later.Last, earlier.Videos + later.Videos, [.. earlier.Complaints, .. later.Complaints]) { Things = earlier.Things + later.Things };
}
