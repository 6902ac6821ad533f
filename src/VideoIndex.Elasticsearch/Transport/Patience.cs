using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace VideoIndex.Elasticsearch.Transport;

/// <summary>How the cluster is asked again. From the outside in: the attempts, a rest for one that keeps failing, the longest wait for one answer.</summary>
internal static class Patience
{
    private static readonly TimeSpan Watched = TimeSpan.FromMinutes(2), Rest = TimeSpan.FromSeconds(30);

    /// <summary>Returns the rules for whole requests as a pipeline. That the cluster has too much to do (429) is no sign that it fails, and does not open the circuit.</summary>
    public static ResiliencePipeline<ClusterReply> OfRequests(ElasticsearchSettings settings, TimeProvider clock)
    {
        var broken = new PredicateBuilder<ClusterReply>().Handle<HttpRequestException>().Handle<IOException>().Handle<TimeoutRejectedException>();
        var rules = new ResiliencePipelineBuilder<ClusterReply> { TimeProvider = clock };
        if (settings.Retries > 0)
        {
            rules.AddRetry(Waits(settings, broken.HandleResult(reply => reply.IsPassing), reply => reply.Pause));
        }

        return rules
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<ClusterReply>
            {
                ShouldHandle = new PredicateBuilder<ClusterReply>().Handle<HttpRequestException>().Handle<IOException>().Handle<TimeoutRejectedException>()
                    .HandleResult(reply => reply.IsPassing && reply.Status != 429),
                FailureRatio = 0.5,
                MinimumThroughput = Math.Max(2, settings.AttemptsBeforeRest),
                SamplingDuration = Watched,
                BreakDuration = Rest,
            })
            .AddTimeout(settings.AnswerWithin)
            .Build();
    }

    /// <summary>Returns the rules for the documents of a bulk request that there was no room for, as a pipeline; what is counted is how many are left.</summary>
    public static ResiliencePipeline<int> OfDocuments(ElasticsearchSettings settings, TimeProvider clock)
    {
        var rules = new ResiliencePipelineBuilder<int> { TimeProvider = clock };
        if (settings.Retries > 0)
        {
            rules.AddRetry(Waits(settings, new PredicateBuilder<int>().HandleResult(left => left > 0), _ => null));
        }

        return rules.Build();
    }

    private static RetryStrategyOptions<T> Waits<T>(ElasticsearchSettings settings, PredicateBuilder<T> again, Func<T, TimeSpan?> asked) => new()
    {
        ShouldHandle = again,
        MaxRetryAttempts = settings.Retries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = settings.FirstWait,
        MaxDelay = settings.LongestWait,
        DelayGenerator = attempt => ValueTask.FromResult(
            attempt.Outcome.Exception is null && attempt.Outcome.Result is { } result && asked(result) is { } pause
                ? (TimeSpan?)(pause > settings.LongestWait ? settings.LongestWait : pause)
                : null),
    };
}
