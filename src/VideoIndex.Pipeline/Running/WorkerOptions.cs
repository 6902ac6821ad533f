namespace VideoIndex.Pipeline.Running;

/// <summary>How much a worker takes on, and how patient it is.</summary>
public sealed record WorkerOptions
{
    /// <summary>Gets the most jobs done side by side, from 1. The default is the number of processors.</summary>
    public int Concurrency { get; init; } = Environment.ProcessorCount;

    /// <summary>Gets the memory all jobs may take together, in bytes. The default, 0, sets no bound.</summary>
    public long MemoryBudget { get; init; }

    /// <summary>Gets the memory one job is reckoned to take at most, its tools included, in bytes. The default is 600 MB.</summary>
    public long MemoryOfOneJob { get; init; } = 600_000_000;

    /// <summary>Gets how much of the library's disk is left free, in bytes: below it no job is begun. The default is 1 GB.</summary>
    public long DiskReserve { get; init; } = 1_000_000_000;

    /// <summary>Gets the queues served; empty, the default, for all.</summary>
    public IReadOnlyList<string> Queues { get; init; } = [];

    /// <summary>Gets how long work may go on after the worker was told to stop. The default is 30 s.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets how long a stage that was cancelled is waited for before it is left to itself. The default is 5 s.</summary>
    public TimeSpan LetGoAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets the longest time between two looks for jobs that nobody rang for. The default is 250 ms.</summary>
    public TimeSpan BetweenLooks { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Gets the time between two looks for workers that have died. The default is 2 s.</summary>
    public TimeSpan BetweenRollCalls { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Gets how long no job is begun after one failed for want of disk space or of the store. The default is 5 s.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets how many jobs are done side by side within both bounds, at least 1.</summary>
    public int Slots => MemoryBudget <= 0 ? Math.Max(1, Concurrency) : (int)Math.Clamp(MemoryBudget / Math.Max(1, MemoryOfOneJob), 1, Math.Max(1, Concurrency));
}
