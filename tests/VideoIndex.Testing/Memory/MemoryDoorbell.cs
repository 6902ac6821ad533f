using VideoIndex.Jobs;

namespace VideoIndex.Testing.Memory;

/// <summary>How badly a doorbell may behave, as chances from 0 to 1 for each ring.</summary>
public sealed record RingFaults
{
    public double Lost { get; init; }

    public double Doubled { get; init; }

    /// <summary>The chance of coming late, and so after rings that came later.</summary>
    public double Delayed { get; init; }

    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(5);
}

/// <summary>A doorbell in memory. With faults it loses, doubles, delays and so reorders rings, the same ones for the same seed.</summary>
public sealed class MemoryDoorbell(TimeProvider clock, RingFaults? faults = null, int seed = 0) : IDoorbell
{
    private readonly RingFaults _faults = faults ?? new RingFaults();
    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);
    private TaskCompletionSource? _next;
    private bool _rung;

    /// <summary>How many rings reached somebody, or wait for somebody to come.</summary>
    public int Rings { get; private set; }

    public async Task RingAsync(string queue, CancellationToken cancellationToken)
    {
        foreach (var delay in Fate())
        {
            if (delay == TimeSpan.Zero)
            {
                Ring();
            }
            else
            {
                _ = LaterAsync(delay);
            }
        }

        await Task.CompletedTask;
    }

    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        TaskCompletionSource next;
        lock (_gate)
        {
            if (_rung)
            {
                _rung = false;
                return;
            }

            next = _next ??= new TaskCompletionSource();
        }

        try
        {
            await next.Task.WaitAsync(longest, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Nobody rang, which is what the longest wait is for.
        }
    }

    private List<TimeSpan> Fate()
    {
        lock (_gate)
        {
            var times = _random.NextDouble() < _faults.Lost ? 0 : _random.NextDouble() < _faults.Doubled ? 2 : 1;
            return [.. Enumerable.Range(0, times).Select(_ => _random.NextDouble() < _faults.Delayed ? _faults.LongestDelay * _random.NextDouble() : TimeSpan.Zero)];
        }
    }

    private async Task LaterAsync(TimeSpan delay)
    {
        await Task.Delay(delay, clock);
        Ring();
    }

    private void Ring()
    {
        TaskCompletionSource? next;
        lock (_gate)
        {
            Rings++;
            _rung = _next is null;
            (next, _next) = (_next, null);
        }

        next?.SetResult();
    }
}
