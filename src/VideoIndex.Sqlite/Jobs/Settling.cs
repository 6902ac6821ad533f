using Microsoft.Data.Sqlite;
using VideoIndex.Events;
using VideoIndex.Jobs;
using VideoIndex.Sqlite.Catalog;
using VideoIndex.Sqlite.Events;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Jobs;

/// <summary>Carries out what the owner of a lease says, if it is still the owner.</summary>
internal sealed class Settling(SqliteConnection connection, RetryRules rules, StoreClock clock)
{
    private readonly JobTable _jobs = new(connection, clock);
    private readonly FanInTable _fanIns = new(connection, clock);
    private readonly RunTable _runs = new(connection, clock);

    /// <summary>Extends a lease if the work has moved on.</summary>
    public bool Extend(Lease lease, long progress)
    {
        if (Held(lease) is not { } job)
        {
            return false;
        }

        if (progress > job.Job.Progress)
        {
            connection.Run(
                "UPDATE job SET progress = $progress, due_ms = $ends, boot = $boot WHERE number = $number",
                ("$number", job.Number),
                ("$progress", progress),
                ("$ends", clock.Now + (long)lease.Length.TotalMilliseconds),
                ("$boot", clock.Boot));
        }

        return true;
    }

    /// <summary>Ends a job with all that it changes.</summary>
    public bool Complete(Lease lease, Effects effects)
    {
        if (Held(lease) is not { } job)
        {
            return false;
        }

        if (effects.Finding is { } found)
        {
            new FindingTable(connection).Write(job.Key, found);
        }

        _runs.AddCost(job.Key, lease.Token, effects.Cost);
        Set(job, "state = 'done', owner = NULL");
        Settled(job);
        Apply(effects, job.Number); // the last, since it may end the run
        _runs.ForgetIfOver(job.Key.Video, job.Key.Run);
        return true;
    }

    /// <summary>Changes the catalogue and orders what follows.</summary>
    /// <param name="effects">What changes.</param>
    /// <param name="by">The number of the job that changes it; null for none.</param>
    public void Apply(Effects effects, long? by)
    {
        var catalog = new CatalogChanges(connection, clock);
        if (effects.Change is CatalogChange.Accept { Video: var offered } && catalog.IsTooLate(offered))
        {
            return;
        }

        if (effects.Change is { } change)
        {
            catalog.Apply(change);
        }

        foreach (var order in effects.Orders)
        {
            _jobs.Add(order, by);
        }

        foreach (var fanIn in effects.FanIns)
        {
            _fanIns.Add(fanIn, by);
        }

        foreach (var fanIn in effects.FanIns) // once all are known: one may be a part of another
        {
            _fanIns.CloseIfSettled(fanIn.Name);
        }
    }

    /// <summary>Ends a try that failed.</summary>
    public bool Fail(Lease lease, Failure failure)
    {
        if (Held(lease) is not { } job)
        {
            return false;
        }

        var failures = job.Job.Failures + 1;
        Set(job, "failures = $failures", ("$failures", failures));
        if (failure.Kind == FailureKind.Permanent || failures >= rules.MostFailures)
        {
            Bury(job, failure);
        }
        else
        {
            var due = clock.Now + (long)rules.WaitAfter(failures, job.Number).TotalMilliseconds;
            var number = new FailureTable(connection, clock).Add(job.Number, failure);
            Set(job, "state = 'ready', owner = NULL, last_failure = $failure, due_ms = $due, boot = $boot", ("$failure", number), ("$due", due), ("$boot", clock.Boot));
        }

        return true;
    }

    /// <summary>Gives a job up until a person looks at it.</summary>
    public void Bury(JobRow job, Failure failure)
    {
        var number = new FailureTable(connection, clock).Add(job.Number, failure);
        Set(job, "state = 'dead', owner = NULL, last_failure = $failure", ("$failure", number));
        Tell(EventTypes.JobDead, job, failure);
        Settled(job);
    }

    /// <summary>Gives a job back as if it had not been handed out.</summary>
    public bool Release(Lease lease)
    {
        if (Held(lease) is not { } job)
        {
            return false;
        }

        Set(job, "state = 'ready', owner = NULL, deliveries = deliveries - 1, due_ms = $now, boot = $boot", ("$now", clock.Now), ("$boot", clock.Boot));
        return true;
    }

    /// <summary>Ends all leases of an owner.</summary>
    public int Abandon(string owner) => connection.Run(
        "UPDATE job SET state = 'ready', owner = NULL, due_ms = $now, boot = $boot WHERE state = 'leased' AND owner = $owner",
        ("$owner", owner),
        ("$now", clock.Now),
        ("$boot", clock.Boot));

    /// <summary>Makes a job that was given up due again.</summary>
    public bool Retry(long number)
    {
        if (_jobs.Read("WHERE job.number = $number AND state IN ('dead', 'discarded')", ("$number", number)) is not [var job])
        {
            return false;
        }

        Set(
            job,
            "state = 'ready', deliveries = 0, failures = 0, progress = 0, due_ms = $now, boot = $boot",
            ("$now", clock.Now),
            ("$boot", clock.Boot));
        if (job.Order.FanIn is { } fanIn && _fanIns.Reopen(fanIn))
        {
            _runs.TakeUp(job.Key.Video, job.Key.Run);
        }

        Tell(EventTypes.JobRetried, job, job.Job.LastFailure);
        return true;
    }

    /// <summary>Gives a dead job up for good.</summary>
    public bool Discard(long number)
    {
        if (_jobs.Read("WHERE job.number = $number AND state = 'dead'", ("$number", number)) is not [var job])
        {
            return false;
        }

        Set(job, "state = 'discarded'");
        Tell(EventTypes.JobDiscarded, job, job.Job.LastFailure);
        _runs.ForgetIfOver(job.Key.Video, job.Key.Run);
        return true;
    }

    // The job, if the lease is the latest: the fence.
    private JobRow? Held(Lease lease) => _jobs.Read(
        "WHERE job.number = $number AND token = $token AND state = 'leased'",
        ("$number", lease.Job),
        ("$token", lease.Token)).SingleOrDefault();

    private void Set(JobRow job, string change, params ReadOnlySpan<(string Name, object? Value)> values) =>
        connection.Run($"UPDATE job SET {change} WHERE number = $number", [("$number", job.Number), .. values]);

    private void Settled(JobRow job)
    {
        if (job.Order.FanIn is { } name)
        {
            _fanIns.CloseIfSettled(name);
        }
    }

    private void Tell(string type, JobRow job, Failure? failure) =>
        OutboxTable.Add(connection, clock, EventOf.OfJob(type, job.Number, job.Key, failure), job.Key.Video);
}
