using VideoIndex.Jobs;
using VideoIndex.Testing.Memory;

namespace VideoIndex.Pipeline.Tests.Running.Simulation;

/// <summary>Stands beside the store and writes down what it really did, whatever the workers were told.</summary>
internal sealed class Ledger(MemoryStore store, Plot plot)
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly Dictionary<JobKey, int> _done = [];
    private readonly HashSet<JobKey> _settled = [];

    public List<string> Violations { get; } = [];

    /// <summary>How many calls came from workers that had been overtaken. None at all would mean that nothing was tried.</summary>
    public int Refused { get; private set; }

    public int Open => plot.Done.Count + plot.Dead.Count - _settled.Count;

    public async Task<IReadOnlyList<Lease>> ClaimAsync(Claim claim)
    {
        var leases = await store.ClaimAsync(claim, default);
        foreach (var lease in leases)
        {
            var early = plot.Parts.GetValueOrDefault(lease.Order.Key, []).FirstOrDefault(part => !_settled.Contains(part));
            Expect(early is null, $"{lease.Order.Key} was handed out before {early} was settled");
            Expect(!_done.ContainsKey(lease.Order.Key), $"{lease.Order.Key} was handed out though it was done");
        }

        await NoteTheDeadAsync(); // a claim may bury
        return leases;
    }

    public async Task<bool> CompleteAsync(Lease lease, Effects effects)
    {
        Expect(Environment.CurrentManagedThreadId == _thread, "work left the thread of the simulation");
        var held = await store.CompleteAsync(lease, effects, default);
        Refused += held ? 0 : 1;
        if (held)
        {
            _done[lease.Order.Key] = _done.GetValueOrDefault(lease.Order.Key) + 1;
            _settled.Add(lease.Order.Key);
            Expect(_done[lease.Order.Key] == 1, $"{lease.Order.Key} was done {_done[lease.Order.Key]} times");
        }

        return held;
    }

    public async Task<bool> FailAsync(Lease lease, Failure failure)
    {
        var held = await store.FailAsync(lease, failure, default);
        Refused += held ? 0 : 1;
        await NoteTheDeadAsync();
        return held;
    }

    /// <summary>Compares the end with the plot.</summary>
    public async Task CheckAsync()
    {
        var jobs = await store.ListAsync(new JobFilter { States = [JobState.Ready, JobState.Leased, JobState.Done, JobState.Dead] }, default);
        foreach (var job in jobs)
        {
            var expected = plot.Done.Contains(job.Order.Key) ? JobState.Done : plot.Dead.Contains(job.Order.Key) ? JobState.Dead : (JobState?)null;
            Expect(job.State == expected, $"{job.Order.Key} is {job.State} after {job.Deliveries} deliveries and {job.Failures} failures ({job.LastFailure?.Code}), not {expected}");
            Expect(
                job.State != JobState.Dead || job.Failures <= (plot.Scenes[job.Order.Key].Vice == Vice.Refuses ? 1 : new RetryRules().MostFailures),
                $"{job.Order.Key}, which {plot.Scenes[job.Order.Key].Vice}, died only after {job.Failures} failures");
        }

        Expect(jobs.Count == plot.Done.Count + plot.Dead.Count, $"there are {jobs.Count} jobs, not {plot.Done.Count + plot.Dead.Count}");
        var events = (await store.ReadAsync(0, int.MaxValue, default)).GroupBy(happened => happened.Type).ToDictionary(group => group.Key, group => group.Count());
        var begun = plot.Roots.Count(root => plot.Done.Contains(root.Key));
        Expect(events.GetValueOrDefault(Events.EventTypes.Accepted) == begun, $"{begun} videos were accepted by {events.GetValueOrDefault(Events.EventTypes.Accepted)} events");
        Expect(events.GetValueOrDefault(Events.EventTypes.JobDead) == plot.Dead.Count, $"{plot.Dead.Count} jobs died by {events.GetValueOrDefault(Events.EventTypes.JobDead)} events");
        foreach (var key in plot.Done)
        {
            var finding = await store.ReadFindingAsync(key, default);
            Expect(finding is { Length: 1 }, $"what {key} found is not there");
        }
    }

    public void Expect(bool holds, string violation)
    {
        if (!holds)
        {
            Violations.Add(violation);
        }
    }

    private async Task NoteTheDeadAsync()
    {
        foreach (var job in await store.ListAsync(new JobFilter { States = [JobState.Dead] }, default))
        {
            _settled.Add(job.Order.Key);
        }
    }
}
