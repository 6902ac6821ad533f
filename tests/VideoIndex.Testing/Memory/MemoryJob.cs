using VideoIndex.Jobs;

namespace VideoIndex.Testing.Memory;

/// <summary>A job as the memory store keeps it. Times are the clock's timestamps.</summary>
internal sealed class MemoryJob(long number, JobOrder order, long? orderedBy, DateTimeOffset ordered)
{
    public long Number { get; } = number;

    public JobOrder Order { get; } = order;

    public long? OrderedBy { get; } = orderedBy;

    public JobState State { get; set; }

    public int Deliveries { get; set; }

    public int Failures { get; set; }

    public long Due { get; set; }

    public long LeasedUntil { get; set; }

    public DateTimeOffset LeasedUntilOfDay { get; set; }

    public long Token { get; set; }

    public string? Owner { get; set; }

    public long Progress { get; set; }

    public long? Started { get; set; }

    public JobCost Cost { get; set; }

    public List<PastFailure> History { get; } = [];

    public bool IsSettled => State is JobState.Done or JobState.Dead or JobState.Discarded;

    public Job Seen() => new(Number, Order, State, Deliveries, Failures, ordered)
    {
        Owner = Owner,
        Progress = Progress,
        LastFailure = History.Count == 0 ? null : History[^1].Failure,
        History = [.. History],
    };
}

/// <summary>A fan-in as the memory store keeps it.</summary>
internal sealed class MemoryFanIn(FanIn fanIn, long? orderedBy)
{
    public FanIn FanIn { get; } = fanIn;

    public long? OrderedBy { get; } = orderedBy;

    public int Settled { get; set; }
}
