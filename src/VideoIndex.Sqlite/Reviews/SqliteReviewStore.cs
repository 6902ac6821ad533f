using Microsoft.Data.Sqlite;
using VideoIndex.Brands;
using VideoIndex.Events;
using VideoIndex.Reviews;
using VideoIndex.Sqlite.Access;
using VideoIndex.Sqlite.Catalog;
using VideoIndex.Sqlite.Events;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Reviews;

/// <summary>Verdicts and people's tags in <c>library.db</c>: every change is one transaction, search and event included.</summary>
internal sealed class SqliteReviewStore(Database database, StoreClock clock) : IReviewStore
{
    public async Task<VideoReviews> ReadAsync(VideoId video, CancellationToken cancellationToken) =>
        VideoReviews.Of(await ReadHistoryAsync(video, cancellationToken).ConfigureAwait(false));

    public Task<IReadOnlyList<ReviewEntry>> ReadHistoryAsync(VideoId video, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<ReviewEntry>>(
        connection => VideoTable.OrdinalOf(connection, video) is { } ordinal ? ReviewTable.Read(connection, ordinal, video) : [], cancellationToken);

    public Task<VideoReviews> ChangeAsync(VideoId video, IReadOnlyList<ReviewChange> changes, string by, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => Change(connection, video, changes, new Stamp(clock.Today, by)), cancellationToken);

    private VideoReviews Change(SqliteConnection connection, VideoId id, IReadOnlyList<ReviewChange> changes, Stamp made)
    {
        if (VideoTable.OrdinalOf(connection, id) is not { } ordinal)
        {
            throw new ReviewException("no-such-video", $"There is no video {id} in the library any more.");
        }

        var video = VideoTable.Read(connection, "WHERE ordinal = $ordinal", ("$ordinal", ordinal)).Single();
        var entries = ReviewTable.Read(connection, ordinal, id);
        var before = entries.Count;
        foreach (var change in changes)
        {
            if (ReviewRules.Entry(video, VideoReviews.Of(entries), change, made) is { } entry)
            {
                entries.Add(ReviewTable.Add(connection, ordinal, entry));
            }
        }

        if (entries.Count > before)
        {
            Show(connection, id, ordinal);
            OutboxTable.Add(connection, clock, EventOf.OfVideo(EventTypes.Reviewed, video), id);
        }

        return VideoReviews.Of(entries);
    }

    // What was found is written anew as it is, and what people say is put beside it on the way.
    private static void Show(SqliteConnection connection, VideoId id, long ordinal)
    {
        var known = new ContentsReader(connection, id, ordinal);
        new ContentsWriter(connection, ordinal).ReplaceMoments(known.ReadTranscripts(), known.ReadTags());
    }
}
