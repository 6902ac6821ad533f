using Microsoft.Data.Sqlite;
using VideoIndex.Jobs;
using VideoIndex.Videos;

namespace VideoIndex.Durability.Faults;

/// <summary>A store that hands everything on, for those that get one thing wrong.</summary>
internal abstract class LooseStore(IJobStore store) : IJobStore
{
    protected IJobStore Store => store;

    public virtual Task SubmitAsync(Effects effects, CancellationToken cancellationToken) => store.SubmitAsync(effects, cancellationToken);

    public virtual Task<bool> CompleteAsync(Lease lease, Effects effects, CancellationToken cancellationToken) => store.CompleteAsync(lease, effects, cancellationToken);

    public Task<IReadOnlyList<Lease>> ClaimAsync(Claim claim, CancellationToken cancellationToken) => store.ClaimAsync(claim, cancellationToken);

    public Task<bool> HeartbeatAsync(Lease lease, long progress, CancellationToken cancellationToken) => store.HeartbeatAsync(lease, progress, cancellationToken);

    public Task<bool> FailAsync(Lease lease, Failure failure, CancellationToken cancellationToken) => store.FailAsync(lease, failure, cancellationToken);

    public Task<bool> ReleaseAsync(Lease lease, CancellationToken cancellationToken) => store.ReleaseAsync(lease, cancellationToken);

    public Task<int> AbandonAsync(string owner, CancellationToken cancellationToken) => store.AbandonAsync(owner, cancellationToken);

    public Task<ReadOnlyMemory<byte>?> ReadFindingAsync(JobKey key, CancellationToken cancellationToken) => store.ReadFindingAsync(key, cancellationToken);

    public Task<IReadOnlyList<Finding>> ReadFindingsAsync(string stage, VideoId video, int run, CancellationToken cancellationToken) =>
        store.ReadFindingsAsync(stage, video, run, cancellationToken);

    public Task<TimeSpan?> NextDueAsync(CancellationToken cancellationToken) => store.NextDueAsync(cancellationToken);

    public Task<IReadOnlyList<Job>> ListAsync(JobFilter filter, CancellationToken cancellationToken) => store.ListAsync(filter, cancellationToken);

    public Task<Job?> FindAsync(long number, CancellationToken cancellationToken) => store.FindAsync(number, cancellationToken);

    public Task<bool> RetryAsync(long number, CancellationToken cancellationToken) => store.RetryAsync(number, cancellationToken);

    public Task<bool> DiscardAsync(long number, CancellationToken cancellationToken) => store.DiscardAsync(number, cancellationToken);
}

/// <summary>Believes whoever says that a job is done, overtaken or not.</summary>
internal sealed class NoFence(IJobStore store, string file) : LooseStore(store)
{
    public override async Task<bool> CompleteAsync(Lease lease, Effects effects, CancellationToken cancellationToken)
    {
        using (var connection = new SqliteConnection($"Data Source={file}"))
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            using var believe = connection.CreateCommand();
            believe.CommandText = "UPDATE job SET token = $token, state = 'leased' WHERE number = $number";
            believe.Parameters.AddWithValue("$token", lease.Token);
            believe.Parameters.AddWithValue("$number", lease.Job);
            await believe.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        return await Store.CompleteAsync(lease, effects, cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>Ends the job first, and then writes down what follows from it.</summary>
internal sealed class TwoTransactions(IJobStore store, FaultPoints points) : LooseStore(store)
{
    public override async Task<bool> CompleteAsync(Lease lease, Effects effects, CancellationToken cancellationToken)
    {
        if (!await Store.CompleteAsync(lease, new Effects { Finding = effects.Finding, Cost = effects.Cost }, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        points.Pass(Variants.Between);
        await Store.SubmitAsync(effects with { Finding = null }, cancellationToken).ConfigureAwait(false);
        return true;
    }
}

/// <summary>Looks whether the work is known, and orders it if not; nothing refuses it when somebody else did so in between.</summary>
internal sealed class SelectThenInsert(IJobStore store, FaultPoints points) : LooseStore(store)
{
    public override async Task SubmitAsync(Effects effects, CancellationToken cancellationToken)
    {
        foreach (var order in effects.Orders)
        {
            var known = await Store.ListAsync(new JobFilter { Video = order.Key.Video }, cancellationToken).ConfigureAwait(false);
            if (known.Any(job => job.Order.Key.Stage == order.Key.Stage))
            {
                return;
            }
        }

        points.Pass(Variants.Between);
        var unshared = effects.Orders.Select(order => order with { Key = Variants.Unshared(order.Key) });
        await Store.SubmitAsync(effects with { Orders = [.. unshared] }, cancellationToken).ConfigureAwait(false);
    }
}
