using VideoIndex.Jobs;
using VideoIndex.Testing.Memory;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Tests.Running.Simulation;

internal sealed class ShakyStoreException(string code) : StoreException(code, "The store is shaky.", cause: null)
{
    public override FailureKind Kind => FailureKind.Transient;
}

/// <summary>The store as one worker meets it: slow at times, and failing before or after it has done what was asked.</summary>
internal sealed class ShakyStore(MemoryStore store, Ledger ledger, World world, TimeProvider time) : IJobStore
{
    public Task<IReadOnlyList<Lease>> ClaimAsync(Claim claim, CancellationToken cancellationToken) =>
        CallAsync(() => ledger.ClaimAsync(claim), leases => leases.Count == 0 || world.Faults.MaySpendDelivery());

    public Task<bool> HeartbeatAsync(Lease lease, long progress, CancellationToken cancellationToken) =>
        CallAsync(() => store.HeartbeatAsync(lease, progress, default));

    public Task<bool> CompleteAsync(Lease lease, Effects effects, CancellationToken cancellationToken) => CallAsync(() => ledger.CompleteAsync(lease, effects));

    public Task<bool> FailAsync(Lease lease, Failure failure, CancellationToken cancellationToken) => CallAsync(() => ledger.FailAsync(lease, failure));

    public Task<bool> ReleaseAsync(Lease lease, CancellationToken cancellationToken) => CallAsync(() => store.ReleaseAsync(lease, default));

    public Task<int> AbandonAsync(string owner, CancellationToken cancellationToken) => CallAsync(() => store.AbandonAsync(owner, default));

    public Task<TimeSpan?> NextDueAsync(CancellationToken cancellationToken) => store.NextDueAsync(default);

    public Task SubmitAsync(Effects effects, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ReadOnlyMemory<byte>?> ReadFindingAsync(JobKey key, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Finding>> ReadFindingsAsync(string stage, VideoId video, int run, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Job>> ListAsync(JobFilter filter, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Job?> FindAsync(long number, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> RetryAsync(long number, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> DiscardAsync(long number, CancellationToken cancellationToken) => throw new NotSupportedException();

    private async Task<T> CallAsync<T>(Func<Task<T>> call, Func<T, bool>? mayBeLost = null)
    {
        await LingerAsync();
        if (world.Faults.IsDiskFull)
        {
            throw new ShakyStoreException("library-full");
        }

        if (world.Faults.Strikes(world.Faults.StoreErrors))
        {
            throw new ShakyStoreException("library-busy");
        }

        var result = await call();
        await LingerAsync();
        return world.Faults.Strikes(world.Faults.StoreErrors) && (mayBeLost is null || mayBeLost(result)) ? throw new ShakyStoreException("library-busy") : result;
    }

    private Task LingerAsync() => world.Faults.Strikes(0.3) ? Task.Delay(world.Faults.Between(1, 200), time) : Task.CompletedTask;
}
