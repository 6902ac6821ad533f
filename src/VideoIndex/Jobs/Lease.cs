namespace VideoIndex.Jobs;

/// <summary>Asks for jobs to do.</summary>
/// <param name="Owner">Who asks: unique among all workers of all processes.</param>
/// <param name="Length">How long the owner may keep silent before others may have the job.</param>
/// <param name="Most">The most jobs wanted.</param>
public sealed record Claim(string Owner, TimeSpan Length, int Most = 1)
{
    /// <summary>Gets the queues to look in; empty for all.</summary>
    public IReadOnlyList<string> Queues { get; init; } = [];
}

/// <summary>The right to do a job, until it ends or is overtaken.</summary>
/// <param name="Job">The job's number.</param>
/// <param name="Order">What is to be done.</param>
/// <param name="Token">The fencing token: rises with every lease given. Only the latest can change anything.</param>
/// <param name="Length">How long the owner may keep silent.</param>
/// <param name="Deliveries">How often the job has been handed out, this time included.</param>
/// <param name="Failures">How often it has failed.</param>
public sealed record Lease(long Job, JobOrder Order, long Token, TimeSpan Length, int Deliveries, int Failures);
