using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Catalog;

/// <summary>Reads and writes the rows of the table <c>video</c>.</summary>
internal static class VideoTable
{
    private const string Columns =
        """
        id, path, bytes, modified, added, state, code, sentence, probe, extent_starts, extent_ends, coverage, frames,
        rate, timecode_frame, timecode_rate, timecode_drop, timecode_starts, meter, notes, run
        """;

    private const string Upsert =
        $"""
        INSERT INTO video (ordinal, {Columns})
        VALUES ($ordinal, $id, $path, $bytes, $modified, $added, $state, $code, $sentence, $probe, $extent_starts, $extent_ends,
                $coverage, $frames, $rate, $timecode_frame, $timecode_rate, $timecode_drop, $timecode_starts, $meter, $notes, $run)
        ON CONFLICT (id) DO UPDATE SET
            (path, bytes, modified, added, state, code, sentence, probe, extent_starts, extent_ends,
             coverage, frames, rate, timecode_frame, timecode_rate, timecode_drop, timecode_starts, meter, notes, run)
            = ($path, $bytes, $modified, $added, $state, $code, $sentence, $probe, $extent_starts, $extent_ends,
               $coverage, $frames, $rate, $timecode_frame, $timecode_rate, $timecode_drop, $timecode_starts, $meter, $notes, $run)
        RETURNING ordinal
        """;

    /// <summary>Writes a video over what was known of it and returns its ordinal, which it keeps for life.</summary>
    /// <param name="connection">The connection, a transaction open.</param>
    /// <param name="video">The video.</param>
    /// <param name="ordinal">The ordinal of one that is new, which nobody has had; null for the next.</param>
    public static long Write(SqliteConnection connection, Video video, long? ordinal = null) => connection.Number(
        Upsert,
        ("$ordinal", ordinal),
        ("$id", video.Id.ToString()),
        ("$path", video.Path),
        ("$bytes", video.Bytes),
        ("$modified", video.Modified.ToString("O", CultureInfo.InvariantCulture)),
        ("$added", video.Added.ToString("O", CultureInfo.InvariantCulture)),
        ("$state", NameOf(video.State)),
        ("$code", video.Code),
        ("$sentence", video.Sentence),
        ("$probe", video.Probe is { } probe ? JsonSerializer.Serialize(probe, CatalogJson.Default.MediaProbe) : null),
        ("$extent_starts", video.Extent.Start.Text()),
        ("$extent_ends", video.Extent.End.Text()),
        ("$coverage", video.Coverage?.ToString()),
        ("$frames", video.Frames),
        ("$rate", video.Rate?.ToString()),
        ("$timecode_frame", video.Timecodes?.First.Frame),
        ("$timecode_rate", video.Timecodes?.First.Rate.ToString()),
        ("$timecode_drop", video.Timecodes?.First.DropFrame),
        ("$timecode_starts", video.Timecodes?.FirstFrame.Text()),
        ("$meter", video.Meter is { } meter ? JsonSerializer.Serialize(meter, CatalogJson.Default.Meter) : null),
        ("$notes", JsonSerializer.Serialize(video.Notes, CatalogJson.Default.IReadOnlyListString)),
        ("$run", video.Run));

    /// <summary>Returns the videos a condition holds for: <c>WHERE id = $id</c>.</summary>
    public static List<Video> Read(
        SqliteConnection connection, string condition, params ReadOnlySpan<(string Name, object? Value)> values) =>
        connection.Rows($"SELECT {Columns} FROM video {condition}", ReadRow, values);

    /// <summary>Returns a video's ordinal, or null.</summary>
    public static long? OrdinalOf(SqliteConnection connection, VideoId id) =>
        connection.Rows("SELECT ordinal FROM video WHERE id = $id", row => (long?)row.GetInt64(0), ("$id", id.ToString()))
            .FirstOrDefault();

    private static Video ReadRow(SqliteDataReader row) => new()
    {
        Id = VideoId.TryParse(row.GetString(0), out var id) ? id : throw new FormatException("A video's id is not 32 hex digits."),
        Path = row.GetString(1),
        Bytes = row.GetInt64(2),
        Modified = Moment(row.GetString(3)),
        Added = Moment(row.GetString(4)),
        State = Enum.Parse<VideoState>(row.GetString(5), ignoreCase: true),
        Code = row.TextOrNull(6),
        Sentence = row.TextOrNull(7),
        Probe = row.TextOrNull(8) is { } probe ? JsonSerializer.Deserialize(probe, CatalogJson.Default.MediaProbe) : null,
        Extent = row.Span(9),
        Coverage = row.TextOrNull(11) is { } coverage ? Exact.Fraction(coverage) : null,
        Frames = row.GetInt64(12),
        Rate = row.TextOrNull(13) is { } rate ? Exact.Rate(rate) : null,
        Timecodes = row.IsDBNull(14) ? null : ReadTimecodes(row),
        Meter = row.TextOrNull(18) is { } meter ? JsonSerializer.Deserialize(meter, CatalogJson.Default.Meter) : null,
        Notes = JsonSerializer.Deserialize(row.GetString(19), CatalogJson.Default.IReadOnlyListString)!,
        Run = row.GetInt32(20),
    };

    private static TimecodeTrack ReadTimecodes(SqliteDataReader row)
    {
        var first = Timecode.FromFrame(row.GetInt64(14), Exact.Rate(row.GetString(15)), row.GetBoolean(16));
        return new TimecodeTrack(first, Exact.Time(row.GetString(17)));
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);

    private static string NameOf(VideoState state) => state switch
    {
        VideoState.Accepted => "accepted",
        VideoState.Ok => "ok",
        VideoState.Degraded => "degraded",
        VideoState.Rejected => "rejected",
        VideoState.Quarantined => "quarantined",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There is no such state."),
    };
}
