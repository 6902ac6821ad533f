using Polly;
using Polly.Retry;
using VideoIndex.Events;

namespace VideoIndex.Pipeline.Delivery;

/// <summary>What to hand on.</summary>
/// <param name="Consumer">Whose position is read and kept; null to keep none.</param>
/// <param name="After">The sequence of the last event not wanted; a consumer that has come further begins where it is.</param>
/// <param name="Follow">Whether to wait for more when all is handed on, and to try for ever what a receiver does not take.</param>
public sealed record Forwarding(string? Consumer, long After, bool Follow);

/// <summary>Where handing on has ended.</summary>
/// <param name="Count">How many events were handed on.</param>
/// <param name="Last">The sequence of the last event the receiver has; where it began, if it has got none.</param>
/// <param name="Refusal">Why it ended before the last event; null when all are handed on.</param>
public sealed record Forwarded(int Count, long Last, Receipt? Refusal);

/// <summary>Says that an event has not been taken and will be tried again.</summary>
/// <param name="Sequence">The event.</param>
/// <param name="Refusal">Why.</param>
/// <param name="Wait">How long until then.</param>
public sealed record Holdup(long Sequence, Receipt Refusal, TimeSpan Wait);

/// <summary>
/// Hands events on, in order and at least once: a position is moved only when the receiver has the event, and an event
/// that is not taken holds back those behind it.
/// </summary>
public sealed class Forwarder(IOutbox outbox, IEventSink sink, DeliveryRules rules, TimeProvider clock)
{
    private const int Batch = 100;

    /// <summary>Hands events on until there are none, or for ever.</summary>
    /// <param name="order">What to hand on.</param>
    /// <param name="holdups">Is told of every event that has to wait.</param>
    /// <param name="cancellationToken">Stops; an event on its way then is handed on again the next time.</param>
    public async Task<Forwarded> RunAsync(Forwarding order, IProgress<Holdup> holdups, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var delivery = Delivery(order, holdups);
        var done = new Forwarded(0, await StartAsync(order, cancellationToken).ConfigureAwait(false), Refusal: null);
        while (done.Refusal is null)
        {
            var news = await outbox.ReadAsync(done.Last, Batch, cancellationToken).ConfigureAwait(false);
            if (news is [] && !order.Follow)
            {
                return done;
            }

            if (news is [])
            {
                await Task.Delay(rules.Poll, clock, cancellationToken).ConfigureAwait(false);
            }

            foreach (var happened in news.TakeWhile(_ => done.Refusal is null))
            {
                done = await HandOnAsync(happened, done, order, delivery, cancellationToken).ConfigureAwait(false);
            }
        }

        return done;
    }

    private async Task<long> StartAsync(Forwarding order, CancellationToken cancellationToken) => order.Consumer is { } consumer
        ? Math.Max(order.After, await outbox.PositionAsync(consumer, cancellationToken).ConfigureAwait(false))
        : order.After;

    private async Task<Forwarded> HandOnAsync(
        CloudEvent happened, Forwarded done, Forwarding order, ResiliencePipeline<Receipt> delivery, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            context.Properties.Set(Sequence, happened.Sequence);
            var receipt = await delivery.ExecuteAsync(
                async under => await sink.DeliverAsync(happened, under.CancellationToken).ConfigureAwait(false), context).ConfigureAwait(false);
            if (receipt.Code is not null)
            {
                return done with { Refusal = receipt };
            }
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }

        if (order.Consumer is { } consumer)
        {
            // The receiver has it: that is kept even when everything is to stop now.
            await outbox.AdvanceAsync(consumer, happened.Sequence, CancellationToken.None).ConfigureAwait(false);
        }

        return done with { Count = done.Count + 1, Last = happened.Sequence };
    }

    private static readonly ResiliencePropertyKey<long> Sequence = new("sequence");

    private ResiliencePipeline<Receipt> Delivery(Forwarding order, IProgress<Holdup> holdups) =>
        new ResiliencePipelineBuilder<Receipt> { TimeProvider = clock }.AddRetry(new RetryStrategyOptions<Receipt>
        {
            ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Result is { Code: not null, IsFinal: false }),
            MaxRetryAttempts = order.Follow ? int.MaxValue : rules.MostRetries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = rules.FirstWait,
            MaxDelay = rules.LongestWait,
            DelayGenerator = attempt => ValueTask.FromResult(Granted(attempt.Outcome.Result!.Pause)),
            OnRetry = attempt =>
            {
                holdups.Report(new Holdup(attempt.Context.Properties.GetValue(Sequence, 0), attempt.Outcome.Result!, attempt.RetryDelay));
                return ValueTask.CompletedTask;
            },
        }).Build();

    private TimeSpan? Granted(TimeSpan? pause) => pause > rules.LongestPause ? rules.LongestPause : pause;
}
