using Polly;
using Polly.Retry;
using VideoIndex.Jobs;

namespace VideoIndex.Pipeline.Running;

/// <summary>Repeats calls of the store that failed and may pass: about 200 ms later, then twice as late each time, up to about 5 s.</summary>
/// <remarks>
/// A call that reports an error may have happened. That is no harm: a lease ends once, so the repetition of an end that was
/// committed is refused by the fence, and nothing is applied twice or counted as a failure.
/// </remarks>
internal sealed class StorePatience
{
    private const int Tries = 6;
    private static readonly RetryRules Waits = new() { LongestWait = TimeSpan.FromSeconds(5) };
    private readonly ResiliencePipeline _little, _long;

    /// <summary>Creates it.</summary>
    /// <param name="around">Waits by its clock.</param>
    /// <param name="spread">The worker's own number, so that calls which failed together do not come back together.</param>
    public StorePatience(WorkerSurroundings around, long spread)
    {
        _little = Build(Tries);
        _long = Build(int.MaxValue);

        ResiliencePipeline Build(int tries) => new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<StoreException>(exception => exception.Kind == FailureKind.Transient),
                MaxRetryAttempts = tries,
                DelayGenerator = async failed =>
                {
                    await around.PauseAsync(Waits.WaitAfter(failed.AttemptNumber + 1, Interlocked.Increment(ref spread)), failed.Context.CancellationToken).ConfigureAwait(false);
                    return TimeSpan.Zero; // the wait is over
                },
            })
            .Build();
    }

    /// <summary>Asks, and gives up after about 13 s: there will be another time.</summary>
    public ValueTask<T> AskAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) => RunAsync(_little, call, cancellationToken);

    /// <summary>Tells how a job ended, and does not give up before it is cancelled: the work is done, and is worth the wait.</summary>
    public ValueTask<T> TellAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) => RunAsync(_long, call, cancellationToken);

    private static ValueTask<T> RunAsync<T>(ResiliencePipeline pipeline, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        pipeline.ExecuteAsync(
            static (call, token) =>
            {
                token.ThrowIfCancellationRequested();
                return new ValueTask<T>(call(token));
            },
            call,
            cancellationToken);
}
