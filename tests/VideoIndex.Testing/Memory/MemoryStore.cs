using VideoIndex.Copies;
using VideoIndex.Events;
using VideoIndex.Jobs;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Memory;

/// <summary>Jobs, catalogue and outbox in memory, gone with the test. Every call is one transaction, since every call holds the one lock.</summary>
/// <remarks>With a <see cref="Flaw"/> it breaks one rule on purpose, to show that what watches the rule sees it.</remarks>
public sealed partial class MemoryStore(TimeProvider clock, RetryRules? rules = null, Flaw flaw = Flaw.None) : IJobStore, IOutbox, ICatalog, IPrintStore
{
    private readonly Lock _gate = new();
    private readonly RetryRules _rules = rules ?? new RetryRules();
    private readonly SortedDictionary<long, MemoryJob> _jobs = [];
    private readonly Dictionary<JobKey, MemoryJob> _byKey = [];
    private readonly Dictionary<string, MemoryFanIn> _fanIns = [];
    private readonly Dictionary<JobKey, ReadOnlyMemory<byte>> _findings = [];
    private readonly Dictionary<VideoId, (int Run, bool IsOver)> _runs = [];
    private long _lastNumber, _lastToken;

    private long Now => clock.GetTimestamp();

    public Task SubmitAsync(Effects effects, CancellationToken cancellationToken) => InTransaction(() =>
    {
        Check(effects);
        if (effects.Change is CatalogChange.Accept { Video: var offered } && !Begins(offered))
        {
            return true;
        }

        Apply(effects, by: null);
        return true;
    });

    public Task<IReadOnlyList<Lease>> ClaimAsync(Claim claim, CancellationToken cancellationToken) => InTransaction<IReadOnlyList<Lease>>(() =>
    {
        var leases = new List<Lease>();
        var held = _jobs.Values.Where(job => job.State == JobState.Leased && job.Owner == claim.Owner && !IsDue(job)).ToList();
        if (held.Exists(MayKill) && flaw != Flaw.CompanyKept)
        {
            return leases;
        }

        var waiting = _jobs.Values.Where(IsDue).Where(job => claim.Queues.Count == 0 || flaw == Flaw.QueuesIgnored || claim.Queues.Contains(job.Order.Queue));
        foreach (var job in waiting.OrderBy(job => flaw == Flaw.UrgencyIgnored ? 0 : -job.Order.Priority).ThenBy(job => job.Number).ToList())
        {
            if (leases.Count == claim.Most)
            {
                break;
            }

            if (job.Deliveries >= _rules.MostDeliveries && flaw != Flaw.DeliveriesUnlimited)
            {
                Bury(job, new Failure(FailureKind.Permanent, "worker-died", "Every worker that tried it died or fell silent.", "worker-died"));
                continue;
            }

            if (MayKill(job) && flaw != Flaw.CompanyKept)
            {
                return held.Count + leases.Count == 0 ? [HandOut(job, claim)] : leases;
            }

            leases.Add(HandOut(job, claim));
        }

        return leases;
    });

    public Task<bool> HeartbeatAsync(Lease lease, long progress, CancellationToken cancellationToken) => WithLease(lease, job =>
    {
        if (progress > job.Progress || flaw == Flaw.IdleHeartbeatExtends)
        {
            job.Progress = progress;
            if (flaw != Flaw.HeartbeatExtendsNothing)
            {
                Extend(job, lease.Length);
            }
        }
    });

    public Task<bool> CompleteAsync(Lease lease, Effects effects, CancellationToken cancellationToken) => WithLease(lease, job =>
    {
        if (flaw == Flaw.TornEffects)
        {
            Order(effects.Orders, job);
        }

        Check(effects);
        End(job, JobState.Done);
        job.Cost = effects.Cost;
        if (effects.Finding is { } finding)
        {
            _findings[job.Order.Key] = finding;
        }

        Apply(effects, job);
        Settle(job);
        ForgetIfOver(job.Order.Key);
    });

    public Task<bool> FailAsync(Lease lease, Failure failure, CancellationToken cancellationToken) => WithLease(lease, job =>
    {
        job.Failures++;
        var isLast = failure.Kind == FailureKind.Permanent
            ? flaw != Flaw.PermanentIsTriedAgain
            : job.Failures >= _rules.MostFailures && flaw != Flaw.FailuresUnlimited;
        if (isLast)
        {
            Bury(job, failure);
            return;
        }

        End(job, JobState.Ready);
        job.History.Add(new PastFailure(clock.GetUtcNow(), failure));
        job.Due = Now + TicksOf(WaitOf(job));
        if (flaw == Flaw.TransientFailureSettlesItsPart)
        {
            Settle(job);
        }
    });

    public Task<bool> ReleaseAsync(Lease lease, CancellationToken cancellationToken) => WithLease(lease, job =>
    {
        End(job, JobState.Ready);
        job.Deliveries -= flaw == Flaw.ReleaseCounts ? 0 : 1;
    });

    public Task<int> AbandonAsync(string owner, CancellationToken cancellationToken) => InTransaction(() =>
    {
        var abandoned = _jobs.Values.Where(job => job.State == JobState.Leased && job.Owner == owner).ToList();
        foreach (var job in abandoned)
        {
            End(job, JobState.Ready);
            job.Deliveries -= flaw == Flaw.AbandonedCountsNothing ? 1 : 0;
        }

        return abandoned.Count;
    });

    public Task<TimeSpan?> NextDueAsync(CancellationToken cancellationToken) => InTransaction(() =>
    {
        var waits = _jobs.Values.Where(job => !job.IsSettled).Select(job => (job.State == JobState.Leased ? job.LeasedUntil : job.Due) - Now).ToList();
        return waits.Count == 0 ? (TimeSpan?)null : clock.GetElapsedTime(0, Math.Max(0, waits.Min()));
    });

    private bool IsDue(MemoryJob job) => job.State switch
    {
        JobState.Ready => job.Due <= Now,
        JobState.Leased when flaw == Flaw.LeasesNeverEnd => false,
        JobState.Leased when flaw == Flaw.LeasesEndByTheTimeOfDay => job.LeasedUntilOfDay <= clock.GetUtcNow(),
        JobState.Leased => job.LeasedUntil <= Now,
        _ => false,
    };

    // Handed out in vain before: if it is what kills its workers, those beside it would be given up with it.
    private bool MayKill(MemoryJob job) => job.Deliveries - job.Failures - (job.State == JobState.Leased ? 1 : 0) >= _rules.MostInCompany;

    private Lease HandOut(MemoryJob job, Claim claim)
    {
        job.State = JobState.Leased;
        job.Owner = claim.Owner;
        job.Token = ++_lastToken;
        job.Deliveries++;
        job.Progress = 0;
        job.Started ??= Now;
        Extend(job, claim.Length);
        return new Lease(job.Number, job.Order, job.Token, claim.Length, job.Deliveries, job.Failures);
    }

    private void Extend(MemoryJob job, TimeSpan length)
    {
        job.LeasedUntil = Now + TicksOf(length);
        job.LeasedUntilOfDay = clock.GetUtcNow() + length;
    }

    private static void End(MemoryJob job, JobState state)
    {
        job.State = state;
        job.Owner = null;
        job.Due = 0;
    }

    private void Bury(MemoryJob job, Failure failure)
    {
        End(job, JobState.Dead);
        job.History.Add(new PastFailure(clock.GetUtcNow(), failure));
        if (flaw != Flaw.DeathUnannounced)
        {
            Announce(EventOf.OfJob(EventTypes.JobDead, job.Number, job.Order.Key, failure));
        }

        if (flaw != Flaw.DeadPartBlocks)
        {
            Settle(job);
        }
    }

    private TimeSpan WaitOf(MemoryJob job) => flaw switch
    {
        Flaw.RetriesAtOnce => TimeSpan.Zero,
        Flaw.RetriesTogether => _rules.WaitAfter(job.Failures, job: 0),
        _ => _rules.WaitAfter(job.Failures, job.Number),
    };

    private long TicksOf(TimeSpan time) => (long)(time.TotalSeconds * clock.TimestampFrequency);

    private Task<bool> WithLease(Lease lease, Action<MemoryJob> change) => InTransaction(() =>
    {
        if (!_jobs.TryGetValue(lease.Job, out var job) || (flaw != Flaw.NoFence && (job.State != JobState.Leased || job.Token != lease.Token)))
        {
            return false;
        }

        change(job);
        return true;
    });

    private Task<T> InTransaction<T>(Func<T> change)
    {
        lock (_gate)
        {
            return Task.FromResult(change());
        }
    }
}
