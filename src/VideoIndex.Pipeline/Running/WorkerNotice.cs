using VideoIndex.Jobs;

namespace VideoIndex.Pipeline.Running;

/// <summary>What a worker says of its work while it is at it. For people and progress lines; nothing hangs on it.</summary>
public abstract record WorkerNotice
{
    private WorkerNotice()
    {
    }

    /// <summary>A job was begun.</summary>
    public sealed record Begun(Lease Lease) : WorkerNotice;

    /// <summary>A job has come further.</summary>
    public sealed record Moved(Lease Lease, StageProgress Progress) : WorkerNotice;

    /// <summary>A job has left the worker.</summary>
    /// <param name="Lease">The job.</param>
    /// <param name="How">How it left.</param>
    /// <param name="Failure">Why, when it failed.</param>
    public sealed record Ended(Lease Lease, JobEnd How, Failure? Failure) : WorkerNotice;

    /// <summary>No job is begun for now; said once, however long it lasts.</summary>
    /// <param name="Code">Why, for machines: <c>disk-reserve</c>, <c>disk-full</c>, <c>library-full</c>.</param>
    /// <param name="Sentence">Why, for people.</param>
    public sealed record Paused(string Code, string Sentence) : WorkerNotice;

    /// <summary>Jobs are begun again.</summary>
    public sealed record Resumed : WorkerNotice;
}

/// <summary>How a job leaves a worker.</summary>
public enum JobEnd
{
    /// <summary>Done, with all that it changes.</summary>
    Done = 0,

    /// <summary>This try failed.</summary>
    Failed = 1,

    /// <summary>Given back, because the worker stops.</summary>
    Released = 2,

    /// <summary>Taken over by another worker, or no longer wanted; nothing of it was kept.</summary>
    Overtaken = 3,

    /// <summary>Left to its lease: the store could not be told how it ended.</summary>
    Untold = 4,
}
