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

    /// <summary>Says, when everything is told to stop, what is still being waited for.</summary>
    public static CancellationTokenRegistration Announce(Terminal terminal, CancellationToken cancellationToken) =>
        cancellationToken.Register(() => terminal.Remark("Stopping: what is at work is finished or given back within 30 s."));

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
