using Microsoft.Data.Sqlite;
using VideoIndex.Durability.Work;
using VideoIndex.Events;
using VideoIndex.Jobs;
using VideoIndex.Pipeline.Library;
using VideoIndex.Sqlite;

namespace VideoIndex.Durability.Proof;

/// <summary>Compares a library with what the trees say it must be, through what anybody can ask of it.</summary>
internal sealed class Checker(Trial trial, SqliteLibrary library)
{
    private const int All = int.MaxValue;
    private readonly Verdict _verdict = new();

    /// <summary>Looks at everything.</summary>
    public async Task<Verdict> RunAsync()
    {
        var acknowledged = Ledger.Read(trial.LedgerFile);
        var events = await ReadEventsAsync().ConfigureAwait(false);
        var jobs = await ReadJobsAsync().ConfigureAwait(false);
        foreach (var tree in trial.Forest)
        {
            var contents = await library.Catalog.ReadAsync(tree.Id, CancellationToken.None).ConfigureAwait(false);
            var check = new VideoCheck(tree, _verdict);
            if (contents is not null)
            {
                check.Look(contents, [.. events[tree.Id.ToString()]], [.. jobs[tree.Id]]);
            }
            else if (acknowledged.Contains(tree.Number))
            {
                _verdict.Lost.Add($"Video {tree.Number} was acknowledged and is not known.");
            }
        }

        await DiscardAsync(jobs.SelectMany(group => group)).ConfigureAwait(false);
        var folder = new LibraryFolder(trial.LibraryFolder);
        _verdict.Swept = await new LibrarySweep(folder, library.Catalog, library.Jobs).AllAsync(CancellationToken.None).ConfigureAwait(false);
        new FileCheck(trial, folder, _verdict).Look();
        ReadLogs();
        CheckIntegrity();
        return _verdict;
    }

    private async Task<ILookup<string, CloudEvent>> ReadEventsAsync()
    {
        var events = new List<CloudEvent>();
        while (await library.Outbox.ReadAsync(events is [.., var last] ? last.Sequence : 0, 10_000, CancellationToken.None).ConfigureAwait(false) is { Count: > 0 } more)
        {
            events.AddRange(more);
        }

        if (events.Zip(events.Skip(1)).Any(pair => pair.First.Sequence >= pair.Second.Sequence))
        {
            _verdict.Wrong.Add("Events are out of order.");
        }

        return events.ToLookup(told => told.Subject);
    }

    private async Task<ILookup<Videos.VideoId, Job>> ReadJobsAsync()
    {
        var filter = new JobFilter { States = [.. Enum.GetValues<JobState>()], Most = All };
        var jobs = await library.Jobs.ListAsync(filter, CancellationToken.None).ConfigureAwait(false);
        var dead = jobs.Where(job => job.State == JobState.Dead).ToList();
        var buried = (await ReadEventsAsync().ConfigureAwait(false)).SelectMany(group => group).Where(told => told.Type == EventTypes.JobDead).Select(told => told.Subject);
        _verdict.Dead = dead.Count;
        if (!buried.Order(StringComparer.Ordinal).SequenceEqual(dead.Select(job => $"job/{job.Number}").Order(StringComparer.Ordinal)))
        {
            _verdict.Wrong.Add("Jobs given up, and the events that tell of it, differ.");
        }

        return jobs.ToLookup(job => job.Order.Key.Video);
    }

    // As a person would. Until then the files of a video of which a job may be retried are kept.
    private async Task DiscardAsync(IEnumerable<Job> jobs)
    {
        foreach (var dead in jobs.Where(job => job.State == JobState.Dead))
        {
            if (!await library.Jobs.DiscardAsync(dead.Number, CancellationToken.None).ConfigureAwait(false))
            {
                _verdict.Wrong.Add($"Job {dead.Number} is dead and cannot be discarded.");
            }
        }
    }

    private void ReadLogs()
    {
        var lines = EffectLog.ReadAll(trial.LogFolder).ToList();
        var completions = lines.Where(line => line is [EffectLog.Told, "complete", ..]).ToList();
        _verdict.Stale = lines.Count(line => line is [EffectLog.Told, "complete" or "fail" or "release", _, "no"]);
        _verdict.Doubled.AddRange(completions
            .Where(line => line[3] == "yes")
            .GroupBy(line => line[2])
            .Where(group => group.Count() > 1)
            .Select(group => $"Job {group.Key} was told to be done {group.Count()} times."));
        _verdict.Points = lines.Where(line => line[0] == EffectLog.Killed).CountBy(line => line[1]).ToDictionary(StringComparer.Ordinal);
    }

    private void CheckIntegrity()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(trial.LibraryFolder, SqliteLibrary.FileName)}");
        connection.Open();
        using var check = connection.CreateCommand();
        check.CommandText = "PRAGMA integrity_check";
        if (check.ExecuteScalar() is not "ok")
        {
            _verdict.Wrong.Add("SQLite says that the file is damaged.");
        }
    }
}
