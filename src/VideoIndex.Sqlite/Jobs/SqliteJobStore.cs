using VideoIndex.Jobs;
using VideoIndex.Sqlite.Access;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Jobs;

/// <summary>The work in <c>library.db</c>: every method is one transaction.</summary>
internal sealed class SqliteJobStore(Database database, RetryRules rules, StoreClock clock) : IJobStore
{
    public Task SubmitAsync(Effects effects, CancellationToken cancellationToken)
    {
        if (effects.Finding is not null)
        {
            throw new ArgumentException("What is submitted belongs to no job, so it cannot have found anything.", nameof(effects));
        }

        OrderRules.Check(effects);
        return SettleAsync(
            settling =>
            {
                settling.Apply(effects, by: null);
                return true;
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<Lease>> ClaimAsync(Claim claim, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(claim.Most, nameof(claim));
        ArgumentOutOfRangeException.ThrowIfLessThan(claim.Length, TimeSpan.FromMilliseconds(1), nameof(claim));
        return database.WriteAsync(connection => new Claiming(connection, rules, clock).Claim(claim), cancellationToken);
    }

    public Task<bool> HeartbeatAsync(Lease lease, long progress, CancellationToken cancellationToken) =>
        SettleAsync(settling => settling.Extend(lease, progress), cancellationToken);

    public Task<bool> CompleteAsync(Lease lease, Effects effects, CancellationToken cancellationToken)
    {
        OrderRules.Check(effects);
        return SettleAsync(settling => settling.Complete(lease, effects), cancellationToken);
    }

    public Task<bool> FailAsync(Lease lease, Failure failure, CancellationToken cancellationToken) =>
        SettleAsync(settling => settling.Fail(lease, failure), cancellationToken);

    public Task<bool> ReleaseAsync(Lease lease, CancellationToken cancellationToken) =>
        SettleAsync(settling => settling.Release(lease), cancellationToken);

    public Task<int> AbandonAsync(string owner, CancellationToken cancellationToken) =>
        SettleAsync(settling => settling.Abandon(owner), cancellationToken);

    public Task<ReadOnlyMemory<byte>?> ReadFindingAsync(JobKey key, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => new FindingTable(connection).Read(key), cancellationToken);

    public Task<IReadOnlyList<Finding>> ReadFindingsAsync(string stage, VideoId video, int run, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => new FindingTable(connection).Read(stage, video, run), cancellationToken);

    public Task<TimeSpan?> NextDueAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => new Claiming(connection, rules, clock).NextDue(), cancellationToken);

    public Task<IReadOnlyList<Job>> ListAsync(JobFilter filter, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(filter.Most, nameof(filter));
        return database.ReadAsync(connection => new JobList(connection, clock).Read(filter), cancellationToken);
    }

    public Task<Job?> FindAsync(long number, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => new JobList(connection, clock).Find(number), cancellationToken);

    public Task<bool> RetryAsync(long number, CancellationToken cancellationToken) =>
        SettleAsync(settling => settling.Retry(number), cancellationToken);

    public Task<bool> DiscardAsync(long number, CancellationToken cancellationToken) =>
        SettleAsync(settling => settling.Discard(number), cancellationToken);

    private Task<T> SettleAsync<T>(Func<Settling, T> work, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => work(new Settling(connection, rules, clock)), cancellationToken);
}
