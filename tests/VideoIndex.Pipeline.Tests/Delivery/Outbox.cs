using VideoIndex.Events;
using VideoIndex.Pipeline.Delivery;

namespace VideoIndex.Pipeline.Tests.Delivery;

/// <summary>An outbox of a few events, in memory.</summary>
internal sealed class Outbox(int count) : IOutbox
{
    public const string Library = "urn:videoindex:library:0123";

    private readonly Dictionary<string, long> _positions = [];

    public int Count { get; set; } = count;

    /// <summary>Called before each read.</summary>
    public Action Reading { get; set; } = () => { };

    public static CloudEvent Event(long sequence) =>
        new(sequence, Library, EventTypes.Accepted, "9f", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), """{"video":"9f"}""");

    public Task<IReadOnlyList<CloudEvent>> ReadAsync(long after, int most, CancellationToken cancellationToken)
    {
        Reading();
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<CloudEvent>>([.. Enumerable.Range(1, Count).Where(sequence => sequence > after).Take(most).Select(sequence => Event(sequence))]);
    }

    public Task<long> PositionAsync(string consumer, CancellationToken cancellationToken) => Task.FromResult(_positions.GetValueOrDefault(consumer));

    public Task AdvanceAsync(string consumer, long sequence, CancellationToken cancellationToken)
    {
        _positions[consumer] = Math.Max(sequence, _positions.GetValueOrDefault(consumer));
        return Task.CompletedTask;
    }
}

/// <summary>A receiver that does as it is told for each try, and takes everything when it is told no more.</summary>
internal sealed class Receiver(params Receipt[] answers) : IEventSink
{
    private int _tries;

    public List<long> Tried { get; } = [];

    public List<long> Has { get; } = [];

    public Action<CloudEvent> Trying { get; init; } = _ => { };

    public Task<Receipt> DeliverAsync(CloudEvent happened, CancellationToken cancellationToken)
    {
        Tried.Add(happened.Sequence);
        Trying(happened);
        cancellationToken.ThrowIfCancellationRequested();
        var receipt = _tries < answers.Length ? answers[_tries] : Receipt.Delivered;
        _tries++;
        if (receipt.Code is null)
        {
            Has.Add(happened.Sequence);
        }

        return Task.FromResult(receipt);
    }
}

/// <summary>A clock for which every wait is over at once, and which has gone on by as long.</summary>
internal sealed class LeapingClock : TimeProvider
{
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(_now);

    public override long GetTimestamp() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            _now += dueTime.Ticks;
        }

        return System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
    }
}

internal sealed class Heard : IProgress<Holdup>
{
    public List<Holdup> Holdups { get; } = [];

    public void Report(Holdup value) => Holdups.Add(value);
}
