using VideoIndex.Cli.Output;

namespace VideoIndex.Cli.Commands.Work;

/// <summary>Things that go on side by side until the first of them ends, fails, or everything is stopped.</summary>
internal static class Shift
{
    /// <summary>Runs them. When the first ends, the others are stopped and waited for; a failure is thrown then.</summary>
    /// <param name="parts">What goes on.</param>
    /// <param name="cancellationToken">Stops all of them, which is the proper end of what runs until it is stopped.</param>
    public static async Task RunAsync(IReadOnlyList<Func<CancellationToken, Task>> parts, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = parts.Select(part => part(end.Token)).ToList();
        await Task.WhenAny(running).ConfigureAwait(false);
        await end.CancelAsync().ConfigureAwait(false);
        foreach (var part in running)
        {
            await EndAsync(part, end.Token).ConfigureAwait(false);
        }
    }

    /// <summary>Runs them as <see cref="RunAsync"/> does, and says what is still being waited for before any of them is told to stop.</summary>
    public static async Task RunAnnouncedAsync(IReadOnlyList<Func<CancellationToken, Task>> parts, Terminal terminal, CancellationToken cancellationToken)
    {
        using var stop = new CancellationTokenSource();
        using var told = cancellationToken.Register(() =>
        {
            terminal.Remark("Stopping: what is at work is finished or given back within 30 s.");
            stop.Cancel(); // only now, or all could have ended before it is said
        });
        await RunAsync(parts, stop.Token).ConfigureAwait(false);
    }

    private static async Task EndAsync(Task part, CancellationToken end)
    {
        try
        {
            await part.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // It was told to.
        }
    }
}
