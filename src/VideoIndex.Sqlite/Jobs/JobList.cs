using Microsoft.Data.Sqlite;
using VideoIndex.Jobs;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Jobs;

/// <summary>Shows jobs to people.</summary>
internal sealed class JobList(SqliteConnection connection, StoreClock clock)
{
    private static readonly JobState[] AllButDone = [JobState.Ready, JobState.Leased, JobState.Dead, JobState.Discarded];
    private readonly JobTable _jobs = new(connection, clock);

    /// <summary>Returns the jobs asked for, the oldest first.</summary>
    public IReadOnlyList<Job> Read(JobFilter filter)
    {
        var states = filter.States.Count > 0 ? filter.States : AllButDone;
        return
        [
            .. _jobs.Read(
                $"""
                WHERE state IN ({string.Join(", ", states.Select(state => $"'{state.ToString().ToLowerInvariant()}'"))})
                  {(filter.Video is null ? "" : "AND video = $video")}
                  {(filter.Fingerprint is null ? "" : "AND fingerprint = $fingerprint")}
                ORDER BY job.number
                LIMIT $most
                """,
                ("$video", filter.Video?.ToString()),
                ("$fingerprint", filter.Fingerprint),
                ("$most", filter.Most)).Select(row => row.Job),
        ];
    }

    /// <summary>Returns one job with its history, or null.</summary>
    public Job? Find(long number) => _jobs.Read("WHERE job.number = $number", ("$number", number)) is [var row]
        ? row.Job with { History = new FailureTable(connection, clock).HistoryOf(number) }
        : null;
}
