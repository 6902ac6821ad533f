using Microsoft.Data.Sqlite;
using VideoIndex.Jobs;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Jobs;

/// <summary>Follows the runs of videos: when one began, what its stages took, and what is forgotten when it is over.</summary>
internal sealed class RunTable(SqliteConnection connection, StoreClock clock)
{
    private const string OfRun = "video = $video AND run = $run";
    private static readonly string[] Tables = ["job", "finding", "fan_in", "stage_cost"];

    /// <summary>Notes that work on a run has begun, if nobody has.</summary>
    public void Begin(VideoId video, int run) => connection.Run(
        "INSERT INTO run (video, run, started, started_ms, boot) VALUES ($video, $run, $today, $now, $boot) ON CONFLICT DO NOTHING",
        ("$video", video.ToString()),
        ("$run", run),
        ("$today", clock.TodayText),
        ("$now", clock.Now),
        ("$boot", clock.Boot));

    /// <summary>Adds what a job took.</summary>
    public void AddCost(JobKey key, long token, JobCost cost) => connection.Run(
        """
        INSERT INTO stage_cost VALUES ($video, $run, $stage, $token, 1, $wall, $cpu, $bytes)
        ON CONFLICT (video, run, stage) DO UPDATE SET
            first_token = min(first_token, $token), jobs = jobs + 1,
            wall_ms = wall_ms + $wall, cpu_ms = cpu_ms + $cpu, bytes_read = bytes_read + $bytes
        """,
        ("$video", key.Video.ToString()),
        ("$run", key.Run),
        ("$stage", key.Stage),
        ("$token", token),
        ("$wall", cost.WallMilliseconds),
        ("$cpu", cost.CpuMilliseconds),
        ("$bytes", cost.BytesRead));

    /// <summary>Ends a run, and forgets it. Where a job of it is dead, only what is still open is forgotten, so that the job can be retried.</summary>
    /// <returns>The video with what the run took as its meter; the video as it is when nothing was measured.</returns>
    public Video End(Video video)
    {
        Begin(video.Id, video.Run);
        var metered = Metered(video);
        Run(video.Id, video.Run, $"DELETE FROM job WHERE {OfRun} AND {JobTable.IsOpen}");
        Run(video.Id, video.Run, $"UPDATE run SET is_over = 1 WHERE {OfRun}");
        ForgetIfOver(video.Id, video.Run);
        return metered;
    }

    /// <summary>Returns whether a run is over, however long ago: what is ordered of it comes too late.</summary>
    public bool IsOver(VideoId video, int run) => connection.Number(
        $"SELECT EXISTS (SELECT 1 FROM run WHERE {OfRun} AND is_over = 1)", ("$video", video.ToString()), ("$run", run)) != 0;

    /// <summary>Takes up a run that was over, for a job that is retried.</summary>
    public void TakeUp(VideoId video, int run) => Run(video, run, $"UPDATE run SET is_over = 0 WHERE {OfRun}");

    /// <summary>Forgets a run that is over and has no job left that may be retried or is; but not that it is over.</summary>
    public void ForgetIfOver(VideoId video, int run)
    {
        var isNeeded = connection.Number(
            $"SELECT EXISTS (SELECT 1 FROM job WHERE {OfRun} AND state IN ('ready', 'leased', 'dead'))", ("$video", video.ToString()), ("$run", run));
        if (isNeeded == 0 && IsOver(video, run))
        {
            Forget(Tables, OfRun, video, run);
        }
    }

    /// <summary>Forgets the runs before one.</summary>
    public void ForgetBefore(VideoId video, int run) => Forget([.. Tables, "run"], "video = $video AND run < $run", video, run);

    /// <summary>Forgets all runs of a video.</summary>
    public void ForgetAll(VideoId video) => Forget([.. Tables, "run"], "video = $video", video, run: 0);

    private void Forget(IEnumerable<string> tables, string which, VideoId video, int run)
    {
        foreach (var table in tables)
        {
            Run(video, run, $"DELETE FROM {table} WHERE {which}");
        }
    }

    private void Run(VideoId video, int run, string statement) =>
        connection.Run(statement, ("$video", video.ToString()), ("$run", run));

    private Video Metered(Video video)
    {
        var stages = connection.Rows(
            $"SELECT stage, jobs, wall_ms, cpu_ms, bytes_read FROM stage_cost WHERE {OfRun} ORDER BY first_token",
            row => new StageCost(row.GetString(0), row.GetInt32(1), new JobCost(row.GetInt64(2), row.GetInt64(3), row.GetInt64(4))),
            ("$video", video.Id.ToString()),
            ("$run", video.Run));
        return stages.Count == 0
            ? video
            : video with { Meter = new Meter(Elapsed(video), video.Meter?.Decodes ?? 0, stages) };
    }

    // Across a restart of the machine only the time of day can tell, and that may have been set.
    private long Elapsed(Video video) => connection.Rows(
        $"SELECT started, started_ms, boot FROM run WHERE {OfRun}",
        row => row.GetString(2) == clock.Boot
            ? clock.Now - row.GetInt64(1)
            : Math.Max(0, (long)(clock.Today - StoreClock.Read(row.GetString(0))).TotalMilliseconds),
        ("$video", video.Id.ToString()),
        ("$run", video.Run)).Single();
}
