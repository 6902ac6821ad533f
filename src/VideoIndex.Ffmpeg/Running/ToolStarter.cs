using System.Collections.Concurrent;
using System.Diagnostics;

namespace VideoIndex.Ffmpeg.Running;

/// <summary>Starts every child of VideoIndex from one thread that lives as long as the program. The only caller of Process.Start.</summary>
/// <remarks>
/// The sandbox dies with its parent, and to the kernel the parent is the thread that forked. A thread of the pool may
/// retire after some idle seconds, and would take a decode that runs for minutes with it.
/// </remarks>
internal static class ToolStarter
{
    private static readonly BlockingCollection<(ProcessStartInfo Command, TaskCompletionSource<Process> Started)> Orders = [];

    static ToolStarter() => new Thread(Serve) { IsBackground = true, Name = "tool starter" }.Start();

    /// <summary>Starts a program with its streams redirected and its input closed.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public static async Task<Process> StartAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        var started = await StartFedAsync(command, cancellationToken).ConfigureAwait(false);
        started.StandardInput.Close();
        return started;
    }

    /// <summary>Starts a program with its streams redirected; whoever asked closes its input.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public static async Task<Process> StartFedAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var order = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Orders.Add((start, order), cancellationToken);
        return await order.Task.ConfigureAwait(false);
    }

    private static void Serve()
    {
        foreach (var (command, started) in Orders.GetConsumingEnumerable())
        {
            try
            {
                started.SetResult(Process.Start(command)!);
            }
            catch (System.ComponentModel.Win32Exception missing)
            {
                started.SetException(missing);
            }
        }
    }
}
