using VideoIndex.Jobs;
using VideoIndex.Testing.Memory;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Tests.Running;

internal sealed class BusyException(FailureKind kind = FailureKind.Transient) : StoreException(kind == FailureKind.Transient ? "library-busy" : "library-damaged", "Not now.", cause: null)
{
    public override FailureKind Kind => kind;
}

/// <summary>A store that counts what it is asked, and fails as often as it is told, before or after it has done what was asked.</summary>
internal sealed class Overheard(MemoryStore store) : IJobStore
{
    public int Claims { get; private set; }

    public int Looks { get; private set; }

    public List<bool> Completions { get; } = [];

    public Action<Effects> OnComplete { get; init; } = _ => { };

    public int FailingClaims { get; set; }

    public int CompletionsThatSeemToFail { get; set; }

    public FailureKind Kind { get; set; }

    public Task<IReadOnlyList<Lease>> ClaimAsync(Claim claim, CancellationToken cancellationToken)
    {
        Claims++;
        return FailingClaims-- > 0 ? throw new BusyException(Kind) : store.ClaimAsync(claim, cancellationToken);
    }

    public async Task<bool> CompleteAsync(Lease lease, Effects effects, CancellationToken cancellationToken)
    {
        OnComplete(effects);
        Completions.Add(await store.CompleteAsync(lease, effects, cancellationToken));
        return CompletionsThatSeemToFail-- > 0 ? throw new BusyException() : Completions[^1];
    }

    public Task<TimeSpan?> NextDueAsync(CancellationToken cancellationToken)
    {
        Looks++;
        return store.NextDueAsync(cancellationToken);
    }

    public Task SubmitAsync(Effects effects, CancellationToken cancellationToken) => store.SubmitAsync(effects, cancellationToken);

    public Task<bool> HeartbeatAsync(Lease lease, long progress, CancellationToken cancellationToken) => store.HeartbeatAsync(lease, progress, cancellationToken);

    public Task<bool> FailAsync(Lease lease, Failure failure, CancellationToken cancellationToken) => store.FailAsync(lease, failure, cancellationToken);

    public Task<bool> ReleaseAsync(Lease lease, CancellationToken cancellationToken) => store.ReleaseAsync(lease, cancellationToken);

    public Task<int> AbandonAsync(string owner, CancellationToken cancellationToken) => store.AbandonAsync(owner, cancellationToken);

    public Task<ReadOnlyMemory<byte>?> ReadFindingAsync(JobKey key, CancellationToken cancellationToken) => store.ReadFindingAsync(key, cancellationToken);

    public Task<IReadOnlyList<Finding>> ReadFindingsAsync(string stage, VideoId video, int run, CancellationToken cancellationToken) =>
        store.ReadFindingsAsync(stage, video, run, cancellationToken);

    public Task<IReadOnlyList<Job>> ListAsync(JobFilter filter, CancellationToken cancellationToken) => store.ListAsync(filter, cancellationToken);

    public Task<Job?> FindAsync(long number, CancellationToken cancellationToken) => store.FindAsync(number, cancellationToken);

    public Task<bool> RetryAsync(long number, CancellationToken cancellationToken) => store.RetryAsync(number, cancellationToken);

    public Task<bool> DiscardAsync(long number, CancellationToken cancellationToken) => store.DiscardAsync(number, cancellationToken);
}
