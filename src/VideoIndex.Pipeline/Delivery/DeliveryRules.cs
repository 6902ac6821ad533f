namespace VideoIndex.Pipeline.Delivery;

/// <summary>How hard delivery tries. The waits double from the first to the longest, each spread at random.</summary>
public sealed record DeliveryRules
{
    /// <summary>Gets the wait after the first failure. The default is 200 ms.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Gets the longest wait. The default is 1 minute; a receiver may ask for up to <see cref="LongestPause"/>.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets the longest pause a receiver is granted. The default is 1 hour.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Gets how often one event is tried again before delivery ends, where it may end. The default is 6.</summary>
    public int MostRetries { get; init; } = 6;

    /// <summary>Gets how long an outbox without news is left alone. The default is 500 ms.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Gets how long a web hook may take to answer. The default is 10 s.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets how long a web hook that fails again and again is left alone. The default is 15 s.</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Gets the failures within 30 s, with hardly a success between, after which it is. The default is 5.</summary>
    public int FailuresBeforeRest { get; init; } = 5;
}
