namespace VideoIndex.Tests.Jobs;

public sealed class FakeTimeProviderTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly List<string> _fired = [];

    [Fact]
    public void Timers_fire_in_the_order_they_are_due_and_at_their_own_time()
    {
        Set("c", 30);
        Set("a", 10);
        Set("b", 10);

        _clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(["a at 10", "b at 10"], _fired);

        _clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal("c at 30", _fired[^1]);
        Assert.Equal(TimeSpan.FromSeconds(40), _clock.Elapsed);
    }

    [Fact]
    public void A_timer_that_is_disposed_or_set_anew_does_not_fire_as_before()
    {
        Set("gone", 10).Dispose();
        Set("later", 10).Change(TimeSpan.FromSeconds(15), Timeout.InfiniteTimeSpan);

        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(["later at 15"], _fired);
    }

    [Fact]
    public void A_periodic_timer_fires_again_and_again()
    {
        using var timer = _clock.CreateTimer(_ => _fired.Add("tick"), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(3, _fired.Count);
    }

    [Fact]
    public void A_delay_goes_on_where_time_was_let_pass()
    {
        var (context, thread) = (SynchronizationContext.Current, 0);
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            var waiting = WaitAsync();
            Assert.True(_clock.AdvanceToNext());
            Assert.True(waiting.IsCompletedSuccessfully);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }

        Assert.Equal(Environment.CurrentManagedThreadId, thread);
        Assert.False(_clock.AdvanceToNext());

        async Task WaitAsync()
        {
            await Task.Delay(TimeSpan.FromHours(1), _clock);
            thread = Environment.CurrentManagedThreadId;
        }
    }

    [Fact]
    public void A_jump_of_the_time_of_day_fires_nothing_and_moves_no_timestamp()
    {
        Set("a", 10);
        var (before, day) = (_clock.GetTimestamp(), _clock.GetUtcNow());

        _clock.Jump(TimeSpan.FromHours(1));

        Assert.Empty(_fired);
        Assert.Equal(before, _clock.GetTimestamp());
        Assert.Equal(day.AddHours(1), _clock.GetUtcNow());
    }

    private ITimer Set(string name, int seconds) => _clock.CreateTimer(
        _ => _fired.Add($"{name} at {_clock.Elapsed.TotalSeconds}"), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
}
