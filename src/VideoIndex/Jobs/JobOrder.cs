namespace VideoIndex.Jobs;

/// <summary>A job to be done.</summary>
/// <param name="Key">What makes it this job: of two orders with one key the second is dropped.</param>
/// <param name="Queue">The queue it waits in.</param>
/// <param name="Payload">The command, as JSON: a claim check below 1 KB, never data.</param>
public sealed record JobOrder(JobKey Key, string Queue, string Payload)
{
    /// <summary>Gets how urgent it is: higher first, then in the order of arrival. The default is 0.</summary>
    public int Priority { get; init; }

    /// <summary>Gets the name of the fan-in it is a part of; null for none.</summary>
    public string? FanIn { get; init; }

    /// <summary>Gets the W3C <c>traceparent</c> of who ordered it; null when nothing is traced.</summary>
    public string? Trace { get; init; }
}

/// <summary>An order that waits until all parts of something are settled: done, dead or discarded.</summary>
/// <param name="Name">Its name, which the parts carry in <see cref="JobOrder.FanIn"/>; unique for all time.</param>
/// <param name="Parts">How many parts there are. All are ordered together with the fan-in.</param>
/// <param name="Then">What is ordered when the last part is settled.</param>
public sealed record FanIn(string Name, int Parts, JobOrder Then);
