namespace VideoIndex.Jobs;

/// <summary>Whether trying again may help.</summary>
public enum FailureKind
{
    /// <summary>It may: the disk was full, a program was killed.</summary>
    Transient = 0,

    /// <summary>It will not: the same happens every time.</summary>
    Permanent = 1,
}

/// <summary>Why a job was not done.</summary>
/// <param name="Kind">Whether trying again may help.</param>
/// <param name="Code">A stable machine-readable code: <c>fault</c>, <c>worker-died</c>.</param>
/// <param name="Sentence">One plain sentence for people.</param>
/// <param name="Fingerprint">The same for failures of one cause: the kind of exception and where it came from.</param>
public sealed record Failure(FailureKind Kind, string Code, string Sentence, string Fingerprint);

/// <summary>How often a job is tried, and how long it waits in between.</summary>
public sealed record RetryRules
{
    /// <summary>Gets the failures after which a job is dead. The default is 5.</summary>
    public int MostFailures { get; init; } = 5;

    /// <summary>Gets the deliveries after which a job is dead, failed or not: it may have killed its workers. The default is 10.</summary>
    public int MostDeliveries { get; init; } = 10;

    /// <summary>
    /// Gets how often a job may be handed out in vain beside others: nobody came back with it, and nobody said why. The
    /// default is 2. After that it is done alone, since it may be what killed its workers, and those beside it with them.
    /// </summary>
    public int MostInCompany { get; init; } = 2;

    /// <summary>Gets the wait after the first failure. The default is 200 ms; it doubles with each.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Gets the longest wait. The default is 30 s.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Returns how long a job waits after a failure: doubled each time, capped, and between half and one and a half of that.</summary>
    /// <param name="failures">How often it has failed, from 1.</param>
    /// <param name="job">The job's number: its spread is its own, so that jobs which failed together do not come back together.</param>
    public TimeSpan WaitAfter(int failures, long job)
    {
        var doubled = FirstWait * Math.Pow(2, Math.Clamp(failures - 1, 0, 30));
        var capped = doubled < LongestWait ? doubled : LongestWait;
        var hash = unchecked((ulong)((job * 31) + failures) * 0x9E37_79B9_7F4A_7C15);
        return capped * (0.5 + ((hash >> 40) / (double)(1 << 24)));
    }
}
