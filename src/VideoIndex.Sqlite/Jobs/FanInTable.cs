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
    public void Add(FanIn fanIn)
    {
        connection.Run(
            """
            INSERT INTO fan_in (name, video, run, stage, unit, queue, payload, priority, fan_in, trace)
            VALUES ($name, $video, $run, $stage, $unit, $queue, $payload, $priority, $fan_in, $trace)
            ON CONFLICT (name) DO NOTHING
            """,
            ("$name", fanIn.Name),
            ("$video", fanIn.Then.Key.Video.ToString()),
            ("$run", fanIn.Then.Key.Run),
            ("$stage", fanIn.Then.Key.Stage),
            ("$unit", fanIn.Then.Key.Unit),
            ("$queue", fanIn.Then.Queue),
            ("$payload", fanIn.Then.Payload),
            ("$priority", fanIn.Then.Priority),
            ("$fan_in", fanIn.Then.FanIn),
            ("$trace", fanIn.Then.Trace));
        CloseIfSettled(fanIn.Name);
    }

    /// <summary>Orders what follows, if no part is open any more.</summary>
    public void CloseIfSettled(string name)
    {
        var closed = connection.Rows(
            $"""
            UPDATE fan_in SET is_open = 0, closings = closings + 1
            WHERE name = $name AND is_open = 1 AND NOT EXISTS (SELECT 1 FROM job WHERE fan_in = $name AND {JobTable.IsOpen})
            RETURNING stage, video, run, unit, queue, payload, priority, fan_in, trace, closings
            """,
            row => (Then: ReadThen(row), Closings: row.GetInt32(9)),
            ("$name", name));
        foreach (var (then, closings) in closed)
        {
            _jobs.Add(closings == 1 ? then : Anew(then, closings), again: closings > 1);
        }
    }

    /// <summary>Makes a fan-in wait again, for a part that is retried.</summary>
    public void Reopen(string name) => connection.Run("UPDATE fan_in SET is_open = 1 WHERE name = $name", ("$name", name));

    // What follows was done without a part that is there now. Its key is taken, so it is done under another unit.
    private static JobOrder Anew(JobOrder then, int closings)
    {
        var unit = string.Create(null, $"{then.Key.Unit}{(then.Key.Unit.Length > 0 ? "/" : "")}again-{closings}");
        return then with { Key = then.Key with { Unit = unit } };
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
