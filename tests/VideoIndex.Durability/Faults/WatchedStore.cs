using System.Globalization;
using VideoIndex.Durability.Proof;
using VideoIndex.Jobs;
using VideoIndex.Videos;

namespace VideoIndex.Durability.Faults;

/// <summary>A store whose durable actions are points to be killed at, and whose answers are written down.</summary>
internal sealed class WatchedStore(IJobStore store, FaultPoints points, EffectLog log) : IJobStore
{
    public async Task SubmitAsync(Effects effects, CancellationToken cancellationToken)
    {
        points.Pass("submit.before");
        await store.SubmitAsync(effects, cancellationToken).ConfigureAwait(false);
        points.Pass("submit.after");
    }

    public async Task<IReadOnlyList<Lease>> ClaimAsync(Claim claim, CancellationToken cancellationToken)
    {
        points.Pass("claim.before");
        var leases = await store.ClaimAsync(claim, cancellationToken).ConfigureAwait(false);
        if (leases.Count > 0)
        {
            points.Pass("claim.after");
        }

        foreach (var lease in leases)
        {
            log.Write(EffectLog.Claimed, lease.Order.Key.ToString(), lease.Token.ToString(CultureInfo.InvariantCulture));
        }

        return leases;
    }

    public Task<bool> HeartbeatAsync(Lease lease, long progress, CancellationToken cancellationToken) =>
        WatchAsync("heartbeat", lease, () => store.HeartbeatAsync(lease, progress, cancellationToken));

    public Task<bool> CompleteAsync(Lease lease, Effects effects, CancellationToken cancellationToken) =>
        WatchAsync("complete", lease, () => store.CompleteAsync(lease, effects, cancellationToken));

    public Task<bool> FailAsync(Lease lease, Failure failure, CancellationToken cancellationToken) =>
        WatchAsync("fail", lease, () => store.FailAsync(lease, failure, cancellationToken));

    public async Task<bool> ReleaseAsync(Lease lease, CancellationToken cancellationToken)
    {
        points.Pass("release.before");
        var released = await store.ReleaseAsync(lease, cancellationToken).ConfigureAwait(false);
        points.Pass("release.after");
        Tell("release", lease, released);
        return released;
    }

    public async Task<int> AbandonAsync(string owner, CancellationToken cancellationToken)
    {
        points.Pass("abandon.before");
        var abandoned = await store.AbandonAsync(owner, cancellationToken).ConfigureAwait(false);
        points.Pass("abandon.after");
        return abandoned;
    }

    public Task<ReadOnlyMemory<byte>?> ReadFindingAsync(JobKey key, CancellationToken cancellationToken) => store.ReadFindingAsync(key, cancellationToken);

    public Task<IReadOnlyList<Finding>> ReadFindingsAsync(string stage, VideoId video, int run, CancellationToken cancellationToken) =>
        store.ReadFindingsAsync(stage, video, run, cancellationToken);

    public Task<TimeSpan?> NextDueAsync(CancellationToken cancellationToken) => store.NextDueAsync(cancellationToken);

    public Task<IReadOnlyList<Job>> ListAsync(JobFilter filter, CancellationToken cancellationToken) => store.ListAsync(filter, cancellationToken);

    public Task<Job?> FindAsync(long number, CancellationToken cancellationToken) => store.FindAsync(number, cancellationToken);

    public Task<bool> RetryAsync(long number, CancellationToken cancellationToken) => store.RetryAsync(number, cancellationToken);

    public Task<bool> DiscardAsync(long number, CancellationToken cancellationToken) => store.DiscardAsync(number, cancellationToken);

    // What was told is written down before the point after it, so that a completion is never counted less often than it was told.
    private async Task<bool> WatchAsync(string action, Lease lease, Func<Task<bool>> call)
    {
        points.Pass($"{action}.before.{lease.Order.Key.Stage}");
        var holds = await call().ConfigureAwait(false);
        Tell(action, lease, holds);
        points.Pass($"{action}.after.{lease.Order.Key.Stage}");
        return holds;
    }

    private void Tell(string action, Lease lease, bool holds) =>
        log.Write(EffectLog.Told, action, lease.Order.Key.ToString(), holds ? "yes" : "no");
}
