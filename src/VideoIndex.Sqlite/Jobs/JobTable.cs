using Microsoft.Data.Sqlite;
using VideoIndex.Jobs;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Jobs;

/// <summary>A job as it is kept.</summary>
/// <param name="Job">What people see of it.</param>
/// <param name="Token">The fencing token of its latest lease; 0 when it was never leased.</param>
internal sealed record JobRow(Job Job, long Token)
{
    public long Number => Job.Number;

    public JobOrder Order => Job.Order;

    public JobKey Key => Job.Order.Key;
}

/// <summary>Reads the rows of the table <c>job</c> and adds new ones.</summary>
internal sealed class JobTable(SqliteConnection connection, StoreClock clock)
{
    /// <summary>Which states are open: the job is still to be done.</summary>
    public const string IsOpen = "state IN ('ready', 'leased')";

    private const string Columns =
        """
        job.number, stage, video, run, unit, queue, payload, priority, fan_in, trace, state, ordered,
        deliveries, failures, owner, token, progress, kind, code, sentence, fingerprint
        """;

    /// <summary>Returns the jobs a condition holds for: <c>WHERE job.number = $number</c>.</summary>
    public List<JobRow> Read(string condition, params ReadOnlySpan<(string Name, object? Value)> values) => connection.Rows(
        $"SELECT {Columns} FROM job LEFT JOIN job_failure ON job_failure.number = job.last_failure {condition}", ReadRow, values);

    /// <summary>Adds a job that is due at once. One whose key is known is not added.</summary>
    /// <remarks>The key's own uniqueness refuses it: to look first and add then would be two steps.</remarks>
    /// <param name="order">The order.</param>
    /// <param name="by">The number of the job that ordered it; null for none.</param>
    public void Add(JobOrder order, long? by) => connection.Run(
        """
        INSERT INTO job (stage, video, run, unit, queue, payload, priority, fan_in, trace, ordered_by, state, ordered, due_ms, boot)
        VALUES ($stage, $video, $run, $unit, $queue, $payload, $priority, $fan_in, $trace, $by, 'ready', $ordered, $now, $boot)
        ON CONFLICT (video, run, stage, unit) DO NOTHING
        """,
        ("$stage", order.Key.Stage),
        ("$video", order.Key.Video.ToString()),
        ("$run", order.Key.Run),
        ("$unit", order.Key.Unit),
        ("$queue", order.Queue),
        ("$payload", order.Payload),
        ("$priority", order.Priority),
        ("$fan_in", order.FanIn),
        ("$trace", order.Trace),
        ("$by", by),
        ("$ordered", clock.TodayText),
        ("$now", clock.Now),
        ("$boot", clock.Boot));

    /// <summary>Forgets a job with all that followed from it, what was found included. Who was at it is overtaken.</summary>
    public void ForgetWithWhatFollowed(JobKey key)
    {
        const string Gone =
            """
            WITH RECURSIVE gone (number) AS (
                SELECT number FROM job WHERE video = $video AND run = $run AND stage = $stage AND unit = $unit
                UNION SELECT job.number FROM job JOIN gone ON job.ordered_by = gone.number)
            """;
        string[] forgetting =
        [
            "DELETE FROM finding WHERE (video, run, stage, unit) IN (SELECT video, run, stage, unit FROM job JOIN gone USING (number))",
            "DELETE FROM fan_in WHERE video = $video AND run = $run AND ordered_by IN gone",
            "DELETE FROM job WHERE number IN gone",
        ];
        foreach (var statement in forgetting)
        {
            connection.Run(
                $"{Gone} {statement}",
                ("$video", key.Video.ToString()),
                ("$run", key.Run),
                ("$stage", key.Stage),
                ("$unit", key.Unit));
        }
    }

    private static JobRow ReadRow(SqliteDataReader row)
    {
        var key = new JobKey(row.GetString(1), Video(row.GetString(2)), row.GetInt32(3), row.GetString(4));
        var order = new JobOrder(key, row.GetString(5), row.GetString(6))
        {
            Priority = row.GetInt32(7),
            FanIn = row.TextOrNull(8),
            Trace = row.TextOrNull(9),
        };
        var state = Enum.Parse<JobState>(row.GetString(10), ignoreCase: true);
        var job = new Job(row.GetInt64(0), order, state, row.GetInt32(12), row.GetInt32(13), StoreClock.Read(row.GetString(11)))
        {
            Owner = row.TextOrNull(14),
            Progress = row.GetInt64(16),
            LastFailure = row.IsDBNull(17) ? null : FailureTable.Read(row, 17),
        };
        return new JobRow(job, row.GetInt64(15));
    }

    private static VideoId Video(string text) =>
        VideoId.TryParse(text, out var id) ? id : throw new FormatException("A job's video is not 32 hex digits.");
}
