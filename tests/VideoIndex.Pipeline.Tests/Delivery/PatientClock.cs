using System.Collections.Concurrent;

namespace VideoIndex.Pipeline.Tests.Delivery;

/// <summary>A clock on which nothing is ever late until the test says so: then everything that is waited for has taken too long.</summary>
internal sealed class PatientClock : TimeProvider
{
    private readonly ConcurrentDictionary<Waiting, bool> _waiting = new();

    /// <summary>Ends every wait.</summary>
    public void Ring()
    {
        foreach (var timer in _waiting.Keys)
        {
            timer.Fire();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Waiting(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Waiting(PatientClock clock, Action fire) : ITimer
    {
        public void Fire()
        {
            if (clock._waiting.TryRemove(this, out _))
            {
                fire();
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                clock._waiting.TryRemove(this, out _);
            }
            else
            {
                clock._waiting[this] = true;
            }

            return true;
        }

        public void Dispose() => clock._waiting.TryRemove(this, out _);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
