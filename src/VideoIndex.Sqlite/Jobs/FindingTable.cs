using Microsoft.Data.Sqlite;
using VideoIndex.Jobs;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Jobs;

/// <summary>Keeps what jobs found until their run is over.</summary>
internal sealed class FindingTable(SqliteConnection connection)
{
    /// <summary>Keeps what a job found, in place of what it found before.</summary>
    public void Write(JobKey key, ReadOnlyMemory<byte> body) => connection.Run(
        """
        INSERT INTO finding (video, run, stage, unit, body) VALUES ($video, $run, $stage, $unit, $body)
        ON CONFLICT (video, run, stage, unit) DO UPDATE SET body = excluded.body
        """,
        ("$video", key.Video.ToString()),
        ("$run", key.Run),
        ("$stage", key.Stage),
        ("$unit", key.Unit),
        ("$body", body.ToArray()));

    /// <summary>Returns what one job found, or null.</summary>
    public ReadOnlyMemory<byte>? Read(JobKey key) => connection.Rows(
        "SELECT body FROM finding WHERE video = $video AND run = $run AND stage = $stage AND unit = $unit",
        row => (ReadOnlyMemory<byte>?)row.GetFieldValue<byte[]>(0),
        ("$video", key.Video.ToString()),
        ("$run", key.Run),
        ("$stage", key.Stage),
        ("$unit", key.Unit)).SingleOrDefault();

    /// <summary>Returns what the jobs of a stage found, by unit in ordinal order.</summary>
    public IReadOnlyList<Finding> Read(string stage, VideoId video, int run) =>
    [
        .. connection.Rows(
            "SELECT unit, body FROM finding WHERE video = $video AND run = $run AND stage = $stage",
            row => new Finding(row.GetString(0), row.GetFieldValue<byte[]>(1)),
            ("$video", video.ToString()),
            ("$run", run),
            ("$stage", stage)).OrderBy(finding => finding.Unit, StringComparer.Ordinal),
    ];
}
