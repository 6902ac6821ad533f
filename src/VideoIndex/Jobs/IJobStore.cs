using VideoIndex.Videos;

namespace VideoIndex.Jobs;

/// <summary>
/// The truth about the work: jobs, what they found, and, in the same transactions, the catalogue. What a task of this
/// port returns has survived a power cut by then.
/// </summary>
/// <remarks>
/// Delivery is at least once, effects are exactly once. A job is handed out under a lease with a fencing token; whoever
/// keeps silent longer than the lease is overtaken, and from then on every call with the old lease changes nothing and
/// says so. A lease that has run out holds until somebody takes the job. Times are judged by the store's own monotonic
/// clock, never by the time of day. A call that ends in a <see cref="StoreException"/> may have happened all the same;
/// repeating it is safe, since a lease ends once and a key is known once.
/// </remarks>
public interface IJobStore
{
    /// <summary>Orders jobs and changes the catalogue, outside any job: how a video enters. Orders whose key is known are dropped.</summary>
    Task SubmitAsync(Effects effects, CancellationToken cancellationToken);

    /// <summary>
    /// Hands out the most urgent jobs that are due, and those whose owner has kept silent too long. A job handed out too
    /// often is dead instead (<c>worker-died</c>); one handed out in vain before is handed out alone, to an owner that is at
    /// nothing else (<see cref="RetryRules.MostInCompany"/>).
    /// </summary>
    Task<IReadOnlyList<Lease>> ClaimAsync(Claim claim, CancellationToken cancellationToken);

    /// <summary>Extends a lease by its length, if the work has moved on since the last time.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="progress">A number that rises while the work moves on.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns><see langword="false"/> when the lease has been overtaken: stop working.</returns>
    Task<bool> HeartbeatAsync(Lease lease, long progress, CancellationToken cancellationToken);

    /// <summary>Ends a job with everything it changes, in one transaction.</summary>
    /// <returns><see langword="false"/> when the lease has been overtaken: nothing was changed.</returns>
    Task<bool> CompleteAsync(Lease lease, Effects effects, CancellationToken cancellationToken);

    /// <summary>Ends a try. The job waits and is tried again, or is dead: at once for a permanent failure, by <see cref="RetryRules"/> for others.</summary>
    /// <returns><see langword="false"/> when the lease has been overtaken: nothing was changed.</returns>
    Task<bool> FailAsync(Lease lease, Failure failure, CancellationToken cancellationToken);

    /// <summary>Gives a job back untouched: it is due at once, and the delivery does not count.</summary>
    /// <returns><see langword="false"/> when the lease has been overtaken: nothing was changed.</returns>
    Task<bool> ReleaseAsync(Lease lease, CancellationToken cancellationToken);

    /// <summary>Makes all leases of an owner that is known to be dead end now; their deliveries count.</summary>
    /// <returns>How many there were.</returns>
    Task<int> AbandonAsync(string owner, CancellationToken cancellationToken);

    /// <summary>Returns what one job found; null when it has found nothing, or its run is over.</summary>
    Task<ReadOnlyMemory<byte>?> ReadFindingAsync(JobKey key, CancellationToken cancellationToken);

    /// <summary>Returns what the jobs of one stage found in a run, by unit in ordinal order.</summary>
    Task<IReadOnlyList<Finding>> ReadFindingsAsync(string stage, VideoId video, int run, CancellationToken cancellationToken);

    /// <summary>Returns how long until something becomes due; zero when something is, null when nothing waits or is at work.</summary>
    Task<TimeSpan?> NextDueAsync(CancellationToken cancellationToken);

    /// <summary>Returns jobs, the oldest first.</summary>
    Task<IReadOnlyList<Job>> ListAsync(JobFilter filter, CancellationToken cancellationToken);

    /// <summary>Returns one job with its history; null when there is none.</summary>
    Task<Job?> FindAsync(long number, CancellationToken cancellationToken);

    /// <summary>
    /// Makes a dead or discarded job due again, its counts at zero and its history kept. If its fan-in has closed without it,
    /// it opens again: when the job is settled, what followed is ordered anew, and so is all that followed from that.
    /// </summary>
    /// <remarks>For this, a run that was published while one of its jobs was dead keeps its findings.</remarks>
    /// <returns><see langword="false"/> when there is no such job, or it is neither dead nor discarded.</returns>
    Task<bool> RetryAsync(long number, CancellationToken cancellationToken);

    /// <summary>Gives a dead job up for good. Its video stays what it was without it. The last dead job of a run that is over takes the run's findings with it.</summary>
    /// <returns><see langword="false"/> when there is no such job, or it is not dead.</returns>
    Task<bool> DiscardAsync(long number, CancellationToken cancellationToken);
}
