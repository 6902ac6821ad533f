namespace VideoIndex.Jobs;

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>Waiting, perhaps until later.</summary>
    Ready = 0,

    /// <summary>Somebody is at it.</summary>
    Leased = 1,

    /// <summary>Done; forgotten when its run is over.</summary>
    Done = 2,

    /// <summary>Given up: it waits for a person.</summary>
    Dead = 3,

    /// <summary>Given up by a person.</summary>
    Discarded = 4,
}

/// <summary>A job as people see it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Order">What is to be done.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Deliveries">How often it was handed out since it was ordered or last retried by a person.</param>
/// <param name="Failures">How often it failed in that time.</param>
/// <param name="Ordered">When it was ordered, in UTC.</param>
public sealed record Job(long Number, JobOrder Order, JobState State, int Deliveries, int Failures, DateTimeOffset Ordered)
{
    /// <summary>Gets who is at it; null when nobody is.</summary>
    public string? Owner { get; init; }

    /// <summary>Gets a number that rises while its owner moves on: of frames and of bytes handed over by tools, together.</summary>
    public long Progress { get; init; }

    /// <summary>Gets why it failed last; null when it never did.</summary>
    public Failure? LastFailure { get; init; }

    /// <summary>Gets every failure since it was ordered, oldest first, those before a person's retry included.</summary>
    public IReadOnlyList<PastFailure> History { get; init; } = [];
}

/// <summary>A failure and when it happened, in UTC.</summary>
public sealed record PastFailure(DateTimeOffset At, Failure Failure);

/// <summary>Which jobs to list.</summary>
public sealed record JobFilter
{
    /// <summary>Gets the states; empty for all but done.</summary>
    public IReadOnlyList<JobState> States { get; init; } = [];

    /// <summary>Gets the video; null for all.</summary>
    public Videos.VideoId? Video { get; init; }

    /// <summary>Gets the fingerprint of the last failure; null for any.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Gets the most jobs listed. The default is 1,000.</summary>
    public int Most { get; init; } = 1000;
}
