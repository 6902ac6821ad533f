using VideoIndex.Jobs;

namespace VideoIndex.Testing.Contracts;

/// <summary>What every doorbell must do. A broker's tests derive from it and supply the bell, and how its time passes.</summary>
public abstract class DoorbellContract
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    protected abstract IDoorbell Doorbell { get; }

    /// <summary>Lets the bell's time pass: the clock it was given, or the real one.</summary>
    protected abstract Task PassAsync(TimeSpan time);

    [Fact]
    public async Task A_ring_wakes_who_waits()
    {
        var waiting = Doorbell.WaitAsync(TimeSpan.FromHours(1), default);
        Assert.False(waiting.IsCompleted);

        await Doorbell.RingAsync("frames", default);

        await waiting.WaitAsync(Longest);
    }

    [Fact]
    public async Task A_ring_before_the_wait_is_not_lost()
    {
        await Doorbell.RingAsync("frames", default);

        await Doorbell.WaitAsync(TimeSpan.FromHours(1), default).WaitAsync(Longest);
    }

    [Fact]
    public async Task A_wait_ends_without_a_ring()
    {
        var waiting = Doorbell.WaitAsync(TimeSpan.FromMilliseconds(250), default);

        await PassAsync(TimeSpan.FromMilliseconds(250));

        await waiting.WaitAsync(Longest);
    }

    [Fact]
    public async Task Rings_may_double_but_end()
    {
        await Doorbell.RingAsync("frames", default);
        await Doorbell.RingAsync("frames", default);

        var waits = 0;
        for (var waiting = Doorbell.WaitAsync(TimeSpan.FromHours(1), default); waits < 3; waiting = Doorbell.WaitAsync(TimeSpan.FromHours(1), default))
        {
            if (!waiting.IsCompleted)
            {
                break;
            }

            waits++;
        }

        Assert.InRange(waits, 1, 2);
    }

    [Fact]
    public async Task Nobody_has_to_wait_on()
    {
        using var cancelled = new CancellationTokenSource();
        var waiting = Doorbell.WaitAsync(TimeSpan.FromHours(1), cancelled.Token);

        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(Longest));
    }
}
