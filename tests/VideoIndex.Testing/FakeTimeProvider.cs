namespace VideoIndex.Testing;

/// <summary>Time that passes only when told to. Timers fire in the order they are due, on the thread that lets time pass.</summary>
public sealed class FakeTimeProvider : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly Lock _gate = new();
    private readonly PriorityQueue<(FakeTimer Timer, int Setting), (long Due, long Order)> _due = new();
    private long _now, _jumped, _order;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>How long it is since the beginning.</summary>
    public TimeSpan Elapsed => new(Interlocked.Read(ref _now));

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => Start.AddTicks(Interlocked.Read(ref _now) + Interlocked.Read(ref _jumped));

    /// <summary>Sets the time of day forward or back, as an administrator does. No time passes.</summary>
    public void Jump(TimeSpan by) => Interlocked.Add(ref _jumped, by.Ticks);

    /// <summary>Lets time pass; what falls due on the way happens in order, each at its own time.</summary>
    public void Advance(TimeSpan by)
    {
        var until = Interlocked.Read(ref _now) + by.Ticks;
        while (Fire(until))
        {
        }

        Interlocked.Exchange(ref _now, until);
    }

    /// <summary>Lets time pass until the next timer is due, and fires it. Returns false when there is none.</summary>
    public bool AdvanceToNext() => Fire(long.MaxValue);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private bool Fire(long until)
    {
        FakeTimer timer;
        lock (_gate)
        {
            while (_due.TryPeek(out var stale, out _) && stale.Timer.Setting != stale.Setting)
            {
                _due.Dequeue();
            }

            if (!_due.TryPeek(out var next, out var at) || at.Due > until)
            {
                return false;
            }

            _due.Dequeue();
            timer = next.Timer;
            Interlocked.Exchange(ref _now, Math.Max(_now, at.Due));
            if (timer.Period > TimeSpan.Zero)
            {
                _due.Enqueue(next, (_now + timer.Period.Ticks, _order++));
            }
        }

        timer.Callback();
        return true;
    }

    private void Set(FakeTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            timer.Setting++;
            timer.Period = period;
            if (dueTime >= TimeSpan.Zero)
            {
                _due.Enqueue((timer, timer.Setting), (_now + dueTime.Ticks, _order++));
            }
        }
    }

    private sealed class FakeTimer(FakeTimeProvider clock, Action callback) : ITimer
    {
        public Action Callback { get; } = callback;

        public int Setting { get; set; }

        public TimeSpan Period { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime, period);
            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
