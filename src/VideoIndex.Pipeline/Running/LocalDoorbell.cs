using VideoIndex.Jobs;

namespace VideoIndex.Pipeline.Running;

/// <summary>A doorbell inside one program. What other programs order is found by looking, which workers do often.</summary>
public sealed class LocalDoorbell(TimeProvider clock) : IDoorbell
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _next;
    private bool _rung;

    /// <inheritdoc/>
    public Task RingAsync(string queue, CancellationToken cancellationToken)
    {
        TaskCompletionSource? next;
        lock (_gate)
        {
            _rung = _next is null; // with nobody there, it is kept for who comes next
            (next, _next) = (_next, null);
        }

        next?.SetResult();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        Task ring;
        lock (_gate)
        {
            if (_rung)
            {
                _rung = false;
                return;
            }

            ring = (_next ??= new TaskCompletionSource()).Task;
        }

        using var waited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var longestWait = Task.Delay(longest, clock, waited.Token);
        await Task.WhenAny(ring, longestWait).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        waited.Cancel();
    }
}
