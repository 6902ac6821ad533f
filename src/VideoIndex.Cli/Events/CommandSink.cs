using System.Diagnostics;
using System.Text;
using VideoIndex.Events;
using VideoIndex.Pipeline.Delivery;

namespace VideoIndex.Cli.Events;

/// <summary>
/// Starts the user's command once for each event, with the event's JSON on its standard input and nowhere else. Ending with
/// 0 is a receipt.
/// </summary>
/// <param name="command">The command, as the user would type it in a shell.</param>
/// <param name="longest">How long it may take.</param>
/// <param name="grace">How much longer it may take when everything is to stop.</param>
internal sealed class CommandSink(string command, TimeSpan longest, TimeSpan grace) : IEventSink
{
    /// <inheritdoc/>
    public async Task<Receipt> DeliverAsync(CloudEvent happened, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(longest);
        using var stop = cancellationToken.Register(() => limit.CancelAfter(grace));
        using var program = Start();
        try
        {
            await FeedAsync(program, happened.ToJson(), limit.Token).ConfigureAwait(false);
            await program.WaitForExitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            program.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            return Receipt.Refused("command-hung", $"The command has not ended within {longest.TotalSeconds:0.#} s and was stopped.");
        }

        return program.ExitCode == 0
            ? Receipt.Delivered
            : Receipt.Refused("command-failed", $"The command ended with {program.ExitCode}.");
    }

    private Process Start()
    {
        var (shell, option) = OperatingSystem.IsWindows() ? ("cmd.exe", "/c") : ("/bin/sh", "-c");
        return Process.Start(new ProcessStartInfo(shell, [option, command])
        {
            RedirectStandardInput = true,
            StandardInputEncoding = new UTF8Encoding(false),
        })!;
    }

    private static async Task FeedAsync(Process program, string json, CancellationToken cancellationToken)
    {
        try
        {
            await program.StandardInput.WriteLineAsync(json.AsMemory(), cancellationToken).ConfigureAwait(false);
            program.StandardInput.Close();
        }
        catch (IOException)
        {
            // It need not read; how it ends is what counts.
        }
    }
}
