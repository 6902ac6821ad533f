using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Timing;

namespace VideoIndex.Sqlite.Search.Things;

/// <summary>Finds the pictures of moments.</summary>
internal sealed class KeyframeReader(SqliteConnection connection)
{
    /// <summary>Returns the keyframe of the shot on screen at a moment, or of the first shot for a moment before it.</summary>
    public string? Keyframe(long ordinal, MediaTime time)
    {
        // Two, for the sort key is rounded down: two shots may begin in one microsecond.
        var near = ReadShots(
            "WHERE video = $video AND starts_us <= $until ORDER BY starts_us DESC, position DESC LIMIT 2",
            ("$video", ordinal),
            ("$until", time.Microseconds()));
        var started = near.Where(shot => shot.Span.Start <= time).ToList();
        if (started.Count > 0)
        {
            return started.FirstOrDefault(shot => shot.Span.Contains(time)).Keyframe;
        }

        var first = ReadShots("WHERE video = $video ORDER BY starts_us, position LIMIT 1", ("$video", ordinal));
        return first.FirstOrDefault().Keyframe;
    }

    private List<(MediaSpan Span, string? Keyframe)> ReadShots(
        string condition, params ReadOnlySpan<(string Name, object? Value)> values) => connection.Rows(
        $"SELECT starts, ends, keyframe FROM shot {condition}", row => (row.Span(0), row.TextOrNull(2)), values);
}
