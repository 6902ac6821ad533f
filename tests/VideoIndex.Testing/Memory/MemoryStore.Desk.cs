using VideoIndex.Events;
using VideoIndex.Jobs;

namespace VideoIndex.Testing.Memory;

/// <content>What people ask of jobs, and what listeners ask of events.</content>
public sealed partial class MemoryStore
{
    private readonly List<CloudEvent> _events = [];
    private readonly Dictionary<string, long> _positions = [];
    private long _lastSequence;

    public Task<IReadOnlyList<Job>> ListAsync(JobFilter filter, CancellationToken cancellationToken) => InTransaction<IReadOnlyList<Job>>(() =>
    [
        .. _jobs.Values.Select(job => job.Seen())
            .Where(job => filter.States.Count == 0 ? job.State != JobState.Done : filter.States.Contains(job.State))
            .Where(job => filter.Video is not { } video || job.Order.Key.Video == video)
            .Where(job => filter.Fingerprint is not { } fingerprint || job.LastFailure?.Fingerprint == fingerprint)
            .Take(filter.Most),
    ]);

    public Task<Job?> FindAsync(long number, CancellationToken cancellationToken) => InTransaction(() => _jobs.GetValueOrDefault(number)?.Seen());

    public Task<bool> RetryAsync(long number, CancellationToken cancellationToken) => InTransaction(() =>
    {
        if (!_jobs.TryGetValue(number, out var job) || job.State is not (JobState.Dead or JobState.Discarded))
        {
            return false;
        }

        if (job.Order.FanIn is { } name && _fanIns.TryGetValue(name, out var fanIn) && flaw != Flaw.FanInStaysClosed)
        {
            fanIn.Settled--;
        }

        if (flaw == Flaw.RetryForgetsHistory)
        {
            job.History.Clear();
        }

        End(job, JobState.Ready);
        (job.Deliveries, job.Failures) = (0, 0);
        Announce(EventOf.OfJob(EventTypes.JobRetried, number, job.Order.Key, job.Seen().LastFailure));
        return true;
    });

    public Task<bool> DiscardAsync(long number, CancellationToken cancellationToken) => InTransaction(() =>
    {
        if (!_jobs.TryGetValue(number, out var job) || job.State != JobState.Dead)
        {
            return false;
        }

        job.State = JobState.Discarded;
        Announce(EventOf.OfJob(EventTypes.JobDiscarded, number, job.Order.Key, job.Seen().LastFailure));
        return true;
    });

    public Task<IReadOnlyList<CloudEvent>> ReadAsync(long after, int most, CancellationToken cancellationToken) =>
        InTransaction<IReadOnlyList<CloudEvent>>(() => [.. _events.Where(happened => happened.Sequence > after).Take(most)]);

    public Task<long> PositionAsync(string consumer, CancellationToken cancellationToken) =>
        InTransaction(() => _positions.GetValueOrDefault(consumer));

    public Task AdvanceAsync(string consumer, long sequence, CancellationToken cancellationToken) => InTransaction(() =>
        _positions[consumer] = flaw == Flaw.PositionGoesBack ? sequence : Math.Max(sequence, _positions.GetValueOrDefault(consumer)));

    private void Announce(EventDraft draft) => _events.Add(new CloudEvent(
        ++_lastSequence, "urn:videoindex:library:memory", draft.Type, draft.Subject, clock.GetUtcNow(), draft.Data));
}
