using VideoIndex.Pipeline.Delivery;

namespace VideoIndex.Pipeline.Tests.Delivery;

public sealed class ForwarderTests
{
    private static readonly Receipt Busy = Receipt.Refused("receiver-busy", "It is busy.");

    private readonly LeapingClock _clock = new();
    private readonly Heard _heard = new();
    private readonly Outbox _outbox = new(3);

    [Fact]
    public async Task Events_arrive_in_order_and_the_consumer_s_place_is_kept()
    {
        var receiver = new Receiver();
        Assert.Equal(new Forwarded(3, 3, null), await RunAsync(receiver, new Forwarding("a", 0, Follow: false)));
        Assert.Equal([1, 2, 3], receiver.Has);
        _outbox.Count = 5;
        Assert.Equal(new Forwarded(2, 5, null), await RunAsync(receiver, new Forwarding("a", 0, Follow: false)));
        Assert.Equal([1, 2, 3, 4, 5], receiver.Has);
    }

    [Fact]
    public async Task Without_a_consumer_nothing_is_kept()
    {
        var receiver = new Receiver();
        await RunAsync(receiver, new Forwarding(null, 1, Follow: false));
        await RunAsync(receiver, new Forwarding(null, 1, Follow: false));
        Assert.Equal([2, 3, 2, 3], receiver.Has);
    }

    [Theory]
    [InlineData(1, new long[] { 3 })]
    [InlineData(2, new long[] { 3 })]
    [InlineData(3, new long[] { })]
    public async Task A_consumer_never_goes_back(long after, long[] got)
    {
        await _outbox.AdvanceAsync("a", 2, CancellationToken.None);
        var receiver = new Receiver();
        await RunAsync(receiver, new Forwarding("a", after, Follow: false));
        Assert.Equal(got, receiver.Has);
    }

    [Fact]
    public async Task More_events_than_are_read_at_once_all_arrive()
    {
        _outbox.Count = 1234;
        var receiver = new Receiver();
        await RunAsync(receiver, new Forwarding("a", 0, Follow: false));
        Assert.Equal(Enumerable.Range(1, 1234).Select(sequence => (long)sequence), receiver.Has);
    }

    [Fact]
    public async Task An_event_that_is_not_taken_holds_back_those_behind_it()
    {
        var receiver = new Receiver(Receipt.Delivered, Busy, Busy);
        await RunAsync(receiver, new Forwarding("a", 0, Follow: false));
        Assert.Equal([1, 2, 2, 2, 3], receiver.Tried);
        Assert.Equal([1, 2, 3], receiver.Has);
        Assert.Equal([(2, "receiver-busy"), (2, "receiver-busy")], _heard.Holdups.Select(holdup => (holdup.Sequence, holdup.Refusal.Code!)));
    }

    [Fact]
    public async Task Where_it_may_end_it_ends_after_some_retries_and_the_rest_waits()
    {
        var receiver = new Receiver([.. Enumerable.Repeat(Busy, 100)]);
        Assert.Equal(new Forwarded(0, 0, Busy), await RunAsync(receiver, new Forwarding("a", 0, Follow: false)));
        Assert.Equal(7, receiver.Tried.Count);
        Assert.Equal(0, await _outbox.PositionAsync("a", CancellationToken.None));
    }

    [Fact]
    public async Task One_who_follows_tries_for_ever_ever_more_slowly()
    {
        using var stop = new CancellationTokenSource();
        var receiver = new Receiver([.. Enumerable.Repeat(Busy, 200)]);
        _outbox.Reading = () =>
        {
            if (receiver.Has.Count == 3)
            {
                stop.Cancel();
            }
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(receiver, new Forwarding("a", 0, Follow: true), stop.Token));
        Assert.Equal([1, 2, 3], receiver.Has);
        var waits = _heard.Holdups.Select(holdup => holdup.Wait.TotalSeconds).ToList();
        Assert.Equal(200, waits.Count);
        Assert.InRange(waits[0], 0, 1);
        Assert.All(waits[20..], wait => Assert.InRange(wait, 20, 60));
    }

    [Fact]
    public async Task A_receiver_that_wants_no_more_ends_it_at_once()
    {
        var gone = Receipt.Refused("receiver-gone", "It wants no more.") with { IsFinal = true };
        var receiver = new Receiver(Receipt.Delivered, gone);
        Assert.Equal(new Forwarded(1, 1, gone), await RunAsync(receiver, new Forwarding("a", 0, Follow: true)));
        Assert.Equal(1, await _outbox.PositionAsync("a", CancellationToken.None));
    }

    [Theory]
    [InlineData(7, 7)]
    [InlineData(100_000, 3600)]
    public async Task A_pause_asked_for_is_granted_within_reason(int asked, int granted)
    {
        var receiver = new Receiver(Busy with { Pause = TimeSpan.FromSeconds(asked) });
        await RunAsync(receiver, new Forwarding("a", 0, Follow: false));
        Assert.Equal(TimeSpan.FromSeconds(granted), Assert.Single(_heard.Holdups).Wait);
    }

    [Fact]
    public async Task What_arrived_while_everything_stops_is_still_kept()
    {
        using var stop = new CancellationTokenSource();
        var receiver = new StoppingReceiver(stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(receiver, new Forwarding("a", 0, Follow: true), stop.Token));
        Assert.Equal(1, await _outbox.PositionAsync("a", CancellationToken.None));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(64)]
    [InlineData(1000)]
    public async Task The_end_of_an_outbox_is_found_without_reading_it(int events)
    {
        var (reads, outbox) = (0, new Outbox(events));
        outbox.Reading = () => reads++;
        Assert.Equal(events, await OutboxEnd.FindAsync(outbox, CancellationToken.None));
        Assert.InRange(reads, 1, 25);
    }

    private Task<Forwarded> RunAsync(IEventSink sink, Forwarding order, CancellationToken stop = default) =>
        new Forwarder(_outbox, sink, new DeliveryRules(), _clock).RunAsync(order, _heard, stop);

    private sealed class StoppingReceiver(CancellationTokenSource stop) : IEventSink
    {
        public async Task<Receipt> DeliverAsync(VideoIndex.Events.CloudEvent happened, CancellationToken cancellationToken)
        {
            await stop.CancelAsync();
            return Receipt.Delivered;
        }
    }
}
