using System.Globalization;
using Microsoft.Data.Sqlite;
using VideoIndex.Brands;
using VideoIndex.Reviews;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Reviews;

/// <summary>The lines of verdicts and people's tags.</summary>
internal static class ReviewTable
{
    /// <summary>Reads every line of a video, the oldest first.</summary>
    public static List<ReviewEntry> Read(SqliteConnection connection, long ordinal, VideoId video) => connection.Rows(
        """
        SELECT number, what, tag, starts, ends, kind, label, origin_kind, origin_name, origin_version, box, at, by, note
        FROM review_entry
        WHERE video = $video
        ORDER BY number
        """,
        row => new ReviewEntry(
            row.GetInt64(0),
            Enum.Parse<ReviewAct>(row.GetString(1), ignoreCase: true),
            new VideoClaim(video, row.Span(3), row.GetString(5), row.GetString(6), row.Origin(7), row.TextOrNull(10) is { } box ? Exact.Box(box) : null),
            row.IsDBNull(2) ? null : row.GetInt64(2),
            new Stamp(StoreClock.Read(row.GetString(11)), row.GetString(12)),
            row.GetString(13)),
        ("$video", ordinal));

    /// <summary>Adds a line and returns it with its number.</summary>
    public static ReviewEntry Add(SqliteConnection connection, long ordinal, ReviewEntry entry)
    {
        var claim = entry.Claim;
        var number = connection.Number(
            """
            INSERT INTO review_entry (video, what, tag, starts, ends, kind, label, origin_kind, origin_name, origin_version, box, at, by, note)
            VALUES ($video, $what, $tag, $starts, $ends, $kind, $label, $origin_kind, $origin_name, $origin_version, $box, $at, $by, $note)
            RETURNING number
            """,
            ("$video", ordinal),
            ("$what", entry.What.ToString().ToLowerInvariant()),
            ("$tag", entry.Tag),
            ("$starts", claim.Span.Start.Text()),
            ("$ends", claim.Span.End.Text()),
            ("$kind", claim.Kind),
            ("$label", claim.Label),
            ("$origin_kind", claim.Origin.Kind),
            ("$origin_name", claim.Origin.Name),
            ("$origin_version", claim.Origin.Version),
            ("$box", claim.Box?.Text()),
            ("$at", entry.Made.At.ToString("O", CultureInfo.InvariantCulture)),
            ("$by", entry.Made.By),
            ("$note", entry.Note));
        return entry with { Number = number };
    }
}
