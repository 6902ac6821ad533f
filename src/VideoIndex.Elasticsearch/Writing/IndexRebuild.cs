using VideoIndex.Elasticsearch.Indices;
using VideoIndex.Elasticsearch.Transport;
using VideoIndex.Events;

namespace VideoIndex.Elasticsearch.Writing;

/// <summary>Makes an index anew from the library while the old one goes on answering, and puts it in the old one's place in one step.</summary>
/// <remarks>
/// What is written to the old index meanwhile, by whomever, is in the outbox. The new one is filled with what the library has, then brought up to date from the event that
/// was last when the filling began; then the aliases are swapped, and it is brought up to date once more with what reached the old one until the swap. Everything
/// after that goes to the new one. Writing a video twice does no harm. A rebuild that was killed leaves an index nobody reads, and the next one deletes it.
/// </remarks>
/// <param name="client">The cluster.</param>
/// <param name="outbox">What happened.</param>
/// <param name="source">The videos.</param>
internal sealed class IndexRebuild(ClusterClient client, IOutbox outbox, IVideoSource source)
{
    private const int Page = 10_000;

    // Below every event's sequence: those that are in the library already came before all that are still to come.
    private const long Earliest = -1_000_000_000;

    private readonly IndexAdmin _admin = new(client);
    private readonly IndexFeed _feed = new(client, outbox, source);

    /// <summary>Makes the index anew. Returns what is in it.</summary>
    public async Task<FeedReport> RunAsync(CancellationToken cancellationToken)
    {
        var old = await _admin.BehindAsync(_admin.Names.Write, cancellationToken).ConfigureAwait(false);
        var index = _admin.Names.After(old);
        await _admin.DeleteAsync(index, cancellationToken).ConfigureAwait(false);
        await _admin.PrepareAsync(cancellationToken).ConfigureAwait(false);
        await _admin.CreateAsync(index, cancellationToken).ConfigureAwait(false);

        var filled = await FillAsync(index, old, cancellationToken).ConfigureAwait(false);
        var before = await _feed.RunAsync(index, false, filled.Last, cancellationToken).ConfigureAwait(false);
        await _admin.PointAsync(index, old, cancellationToken).ConfigureAwait(false);
        var after = await _feed.RunAsync(index, false, before.Last, cancellationToken).ConfigureAwait(false);
        await outbox.AdvanceAsync(_feed.Consumer, after.Last, cancellationToken).ConfigureAwait(false);
        if (old is not null)
        {
            await _admin.DeleteAsync(old, cancellationToken).ConfigureAwait(false);
        }

        return filled + before + after;
    }

    private async Task<FeedReport> FillAsync(string index, string? old, CancellationToken cancellationToken)
    {
        var last = await EndAsync(cancellationToken).ConfigureAwait(false);
        var (writer, before) = (new VideoWriter(client, index, false), old is null ? null : new VideoWriter(client, old, false));
        var report = new FeedReport(last, 0, []);
        foreach (var (at, video) in (await source.ListAsync(cancellationToken).ConfigureAwait(false)).Index())
        {
            var entered = before is null ? null : await before.EnteredAsync(video, cancellationToken).ConfigureAwait(false);
            report += await _feed.WriteAsync(writer, video, last, entered ?? Earliest + at, cancellationToken).ConfigureAwait(false);
        }

        await _admin.RefreshAsync(index, cancellationToken).ConfigureAwait(false);
        return report with { Last = last };
    }

    private async Task<long> EndAsync(CancellationToken cancellationToken)
    {
        var last = 0L;
        while (await outbox.ReadAsync(last, Page, cancellationToken).ConfigureAwait(false) is [.., var news])
        {
            last = news.Sequence;
        }

        return last;
    }
}
