using Microsoft.Data.Sqlite;
using VideoIndex.Events;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Events;

/// <summary>Writes events in the transaction of what they tell of.</summary>
internal static class OutboxTable
{
    /// <summary>How many events are kept. One who listens and falls back further misses some, and sees it by the gap in the sequence.</summary>
    public const long Kept = 100_000;

    /// <summary>Adds an event, and lets the oldest go.</summary>
    /// <param name="connection">The connection, a transaction open.</param>
    /// <param name="clock">What tells when.</param>
    /// <param name="draft">The event.</param>
    /// <param name="video">The video it goes with when that is removed; null for none.</param>
    public static void Add(SqliteConnection connection, StoreClock clock, EventDraft draft, VideoId? video)
    {
        connection.Run(
            "INSERT INTO outbox (type, subject, at, data, video) VALUES ($type, $subject, $at, $data, $video)",
            ("$type", draft.Type),
            ("$subject", draft.Subject),
            ("$at", clock.TodayText),
            ("$data", draft.Details),
            ("$video", video?.ToString() ?? ""));
        connection.Run("DELETE FROM outbox WHERE sequence <= last_insert_rowid() - $kept", ("$kept", Kept));
    }

    /// <summary>Deletes what was told of a video.</summary>
    public static void Forget(SqliteConnection connection, VideoId video) =>
        connection.Run("DELETE FROM outbox WHERE video = $video", ("$video", video.ToString()));
}
