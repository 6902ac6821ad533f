namespace VideoIndex.Pipeline.Tests.Running.Simulation;

/// <summary>The time of one worker. While it stands, nothing the worker waits for happens; when it ends, nothing ever will.</summary>
internal sealed class StallableTime(TimeProvider world) : TimeProvider
{
    private readonly Queue<Action> _held = new();
    private bool _stands, _ended;

    public override long TimestampFrequency => world.TimestampFrequency;

    public override long GetTimestamp() => world.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => world.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        world.CreateTimer(_ => Happen(() => callback(state)), null, dueTime, period);

    /// <summary>Kills the worker: no call, no clean-up, no last word.</summary>
    public void End() => _ended = true;

    /// <summary>Stops the worker for a while, as SIGSTOP or a long collection does.</summary>
    public void Stall(TimeSpan time)
    {
        _stands = true;
        world.CreateTimer(_ => GoOn(), null, time, Timeout.InfiniteTimeSpan);
    }

    private void GoOn()
    {
        _stands = false;
        while (!_stands && _held.TryDequeue(out var next))
        {
            Happen(next);
        }
    }

    private void Happen(Action action)
    {
        if (_stands)
        {
            _held.Enqueue(action);
        }
        else if (!_ended)
        {
            action();
        }
    }
}
