using Microsoft.Data.Sqlite;
using VideoIndex.Jobs;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Jobs;

/// <summary>Waits for the parts of something, in the transactions that settle them.</summary>
/// <remarks>
/// Nothing is counted up: a fan-in closes when no part of it is open any more. So no count can go wrong, and a part that
/// died holds nobody up.
/// </remarks>
internal sealed class FanInTable(SqliteConnection connection, StoreClock clock)
{
    private readonly JobTable _jobs = new(connection, clock);

    /// <summary>Adds a fan-in whose parts have been added. One that is known is not added.</summary>
    /// <param name="fanIn">The fan-in.</param>
    /// <param name="by">The number of the job that ordered it; null for none.</param>
    public void Add(FanIn fanIn, long? by) => connection.Run(
        """
        INSERT INTO fan_in (name, video, run, ordered_by, stage, unit, queue, payload, priority, fan_in, trace)
        VALUES ($name, $video, $run, $by, $stage, $unit, $queue, $payload, $priority, $fan_in, $trace)
        ON CONFLICT (name) DO NOTHING
        """,
        ("$name", fanIn.Name),
        ("$video", fanIn.Then.Key.Video.ToString()),
        ("$run", fanIn.Then.Key.Run),
        ("$by", by),
        ("$stage", fanIn.Then.Key.Stage),
        ("$unit", fanIn.Then.Key.Unit),
        ("$queue", fanIn.Then.Queue),
        ("$payload", fanIn.Then.Payload),
        ("$priority", fanIn.Then.Priority),
        ("$fan_in", fanIn.Then.FanIn),
        ("$trace", fanIn.Then.Trace));

    /// <summary>Orders what follows, if no part is open any more and no part is still to be ordered by another fan-in.</summary>
    public void CloseIfSettled(string name)
    {
        var closed = connection.Rows(
            $"""
            UPDATE fan_in SET is_open = 0
            WHERE name = $name AND is_open = 1
              AND NOT EXISTS (SELECT 1 FROM job WHERE fan_in = $name AND {JobTable.IsOpen})
              AND NOT EXISTS (SELECT 1 FROM fan_in AS before WHERE before.fan_in = $name AND before.is_open = 1)
            RETURNING stage, video, run, unit, queue, payload, priority, fan_in, trace, ordered_by
            """,
            row => (Then: ReadThen(row), By: row.IsDBNull(9) ? (long?)null : row.GetInt64(9)),
            ("$name", name));
        foreach (var (then, by) in closed)
        {
            _jobs.Add(then, by);
        }
    }

    /// <summary>
    /// Waits again, for a part that is retried. What had followed without the part is forgotten, so that it can be ordered
    /// anew; whoever is at it is overtaken.
    /// </summary>
    /// <returns>Whether the fan-in had closed.</returns>
    public bool Reopen(string name)
    {
        var reopened = connection.Rows(
            """
            UPDATE fan_in SET is_open = 1 WHERE name = $name AND is_open = 0
            RETURNING stage, video, run, unit, queue, payload, priority, fan_in, trace
            """,
            ReadThen,
            ("$name", name));
        foreach (var then in reopened)
        {
            _jobs.ForgetWithWhatFollowed(then.Key);
            if (then.FanIn is { } outer)
            {
                Reopen(outer);
            }
        }

        return reopened.Count > 0;
    }

    private static JobOrder ReadThen(SqliteDataReader row)
    {
        var video = VideoId.TryParse(row.GetString(1), out var id) ? id : throw new FormatException("A fan-in's video is not 32 hex digits.");
        return new JobOrder(new JobKey(row.GetString(0), video, row.GetInt32(2), row.GetString(3)), row.GetString(4), row.GetString(5))
        {
            Priority = row.GetInt32(6),
            FanIn = row.TextOrNull(7),
            Trace = row.TextOrNull(8),
        };
    }
}
