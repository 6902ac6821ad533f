using Polly;
using Polly.Retry;
using VideoIndex.Jobs;

namespace VideoIndex.Pipeline.Running;

/// <summary>Repeats calls of the store that failed and may pass: 200 ms later, then twice as late each time, give or take.</summary>
/// <remarks>
/// A call that reports an error may have happened. That is no harm: a lease ends once, so the repetition of an end that was
/// committed is refused by the fence, and nothing is applied twice or counted as a failure.
/// </remarks>
internal sealed class StorePatience
{
    private const int Tries = 6;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(200);
    private readonly ResiliencePipeline _little, _long;

    /// <summary>Creates it.</summary>
    /// <param name="clock">Waits by it.</param>
    /// <param name="seed">The spread is the worker's own, so that workers which failed together do not come back together.</param>
    public StorePatience(TimeProvider clock, int seed)
    {
        var random = new Random(seed);
        _little = Build(Tries, TimeSpan.FromSeconds(5));
        _long = Build(int.MaxValue, TimeSpan.FromSeconds(5));

        ResiliencePipeline Build(int tries, TimeSpan longestWait) => new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<StoreException>(exception => exception.Kind == FailureKind.Transient),
                MaxRetryAttempts = tries,
                BackoffType = DelayBackoffType.Exponential,
                Delay = FirstWait,
                MaxDelay = longestWait,
                UseJitter = true,
                Randomizer = () =>
                {
                    lock (random)
                    {
                        return random.NextDouble();
                    }
                },
            })
            .Build();
    }

    /// <summary>Asks, and gives up after about 13 s: there will be another time.</summary>
    public ValueTask<T> AskAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) => RunAsync(_little, call, cancellationToken);

    /// <summary>Tells how a job ended, and does not give up before it is cancelled: the work is done, and is worth the wait.</summary>
    public ValueTask<T> TellAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) => RunAsync(_long, call, cancellationToken);

    private static ValueTask<T> RunAsync<T>(ResiliencePipeline pipeline, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        pipeline.ExecuteAsync(static (call, token) => new ValueTask<T>(call(token)), call, cancellationToken);
}
