namespace VideoIndex.Ffmpeg.Running;

/// <summary>Tries the protections on this machine, strongest first, so that none is believed in that does not hold.</summary>
internal static class SandboxTest
{
    /// <summary>Returns the strongest protection that held, and why nothing stronger did.</summary>
    public static async Task<(Protection Protection, string? Weakness)> StrongestAsync(CancellationToken cancellationToken)
    {
        // A file only this user can see, and the loopback interface, which a namespace of its own starts without: down.
        var canary = Path.Combine(Path.GetTempPath(), $"videoindex-canary-{Environment.ProcessId}");
        await File.WriteAllTextAsync(canary, "canary", cancellationToken).ConfigureAwait(false);
        try
        {
            var script = $"test ! -e '{canary}' && test ! -e /root && test ! -e /home && ! grep -qE '(eth|en|wl|br|veth)' /proc/net/dev && echo held";
            if (await SaysAsync(SandboxCommand.ForScript(script), "held", cancellationToken).ConfigureAwait(false))
            {
                return (Protection.Sandbox, null);
            }
        }
        finally
        {
            File.Delete(canary);
        }

        var unshared = await SaysAsync(["unshare", "-Urn", "/usr/bin/sh", "-c", "echo held"], "held", cancellationToken).ConfigureAwait(false);
        return unshared
            ? (Protection.NoNetwork, "bubblewrap does not run here, so a hostile file could make FFmpeg read other files of this user.")
            : (Protection.LimitsOnly, "Neither bubblewrap nor namespaces work here: only allow lists and limits protect this machine.");
    }

    private static async Task<bool> SaysAsync(IReadOnlyList<string> command, string word, CancellationToken cancellationToken)
    {
        try
        {
            using var shell = await ToolStarter.StartAsync(command, cancellationToken).ConfigureAwait(false);
            var words = await shell.StandardOutput.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            await shell.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return shell.ExitCode == 0 && words.Trim() == word;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // not installed
        }
    }
}
