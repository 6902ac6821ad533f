namespace VideoIndex.Jobs;

/// <summary>Wakes workers when there may be something to do. The store is the truth: a ring may be lost, doubled, late or for nothing.</summary>
public interface IDoorbell
{
    /// <summary>Rings.</summary>
    /// <param name="queue">The queue something was put in.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task RingAsync(string queue, CancellationToken cancellationToken);

    /// <summary>Waits for a ring, but no longer than a while: what a lost ring announced is then found by looking.</summary>
    /// <param name="longest">The longest wait.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken);
}
