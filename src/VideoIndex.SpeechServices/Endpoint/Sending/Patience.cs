using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace VideoIndex.SpeechServices.Endpoint.Sending;

/// <summary>How a service is asked again. From the outside in: the attempts, a rest for one that keeps failing, the longest wait for one answer.</summary>
internal static class Patience
{
    private static readonly TimeSpan Watched = TimeSpan.FromMinutes(2), Rest = TimeSpan.FromMinutes(1);

    /// <summary>Returns the rules as a pipeline.</summary>
    public static ResiliencePipeline<ServiceReply> Of(SpeechEndpointSettings settings, TimeProvider clock)
    {
        var failed = new PredicateBuilder<ServiceReply>()
            .Handle<HttpRequestException>().Handle<IOException>().Handle<TimeoutRejectedException>()
            .HandleResult(reply => reply.IsPassing);
        var rules = new ResiliencePipelineBuilder<ServiceReply> { TimeProvider = clock };
        if (settings.Retries > 0)
        {
            rules.AddRetry(new RetryStrategyOptions<ServiceReply>
            {
                ShouldHandle = failed,
                MaxRetryAttempts = settings.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = settings.FirstWait,
                MaxDelay = settings.LongestWait,
                DelayGenerator = attempt => ValueTask.FromResult(Granted(attempt.Outcome.Result?.Pause, settings.LongestWait)),
            });
        }

        return rules
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<ServiceReply>
            {
                ShouldHandle = failed,
                FailureRatio = 0.5,
                MinimumThroughput = Math.Max(2, settings.AttemptsBeforeRest),
                SamplingDuration = Watched,
                BreakDuration = Rest,
            })
            .AddTimeout(settings.AnswerWithin)
            .Build();
    }

    private static TimeSpan? Granted(TimeSpan? asked, TimeSpan longest) => asked > longest ? longest : asked;
}
