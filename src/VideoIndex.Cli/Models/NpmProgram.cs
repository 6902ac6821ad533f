using System.ComponentModel;
using System.Diagnostics;

namespace VideoIndex.Cli.Models;

/// <summary>Node's package manager, asked for one thing: to fetch what a lock names, running nothing of it.</summary>
/// <param name="program">Its name or path.</param>
/// <param name="before">What the program is given before what npm is asked for; nothing for npm itself.</param>
internal sealed class NpmProgram(string program, params string[] before)
{
    private const string FailureMark = "npm error ";

    private static readonly string[] NetworkFailures =
        ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH", "EHOSTUNREACH", "ERR_SOCKET_TIMEOUT"];

    /// <summary>Fetches what the lock in a folder names into that folder.</summary>
    /// <exception cref="CommandException">It is not installed, has no network, or failed.</exception>
    public async Task InstallAsync(string folder, CancellationToken cancellationToken)
    {
        using var npm = Start(folder);
        try
        {
            var output = npm.StandardOutput.ReadToEndAsync(cancellationToken);
            var complaints = await npm.StandardError.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            _ = await output.ConfigureAwait(false);
            await npm.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            if (npm.ExitCode != 0)
            {
                throw Failure(complaints);
            }
        }
        catch (OperationCanceledException)
        {
            npm.Kill(entireProcessTree: true);
            throw;
        }
    }

    private Process Start(string folder)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, [.. before, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception)
        {
            throw new CommandException(ExitCodes.ToolMissing, "tool-missing", "ONNX Runtime comes by npm, which is not installed: apt-get install npm");
        }
    }

    private static CommandException Failure(string complaints)
    {
        if (NetworkFailures.FirstOrDefault(code => complaints.Contains(code, StringComparison.Ordinal)) is { } unreachable)
        {
            return new CommandException(ExitCodes.NotOk, "no-network", $"npm cannot reach the packages it fetches ({unreachable}). Try again with a network, or name a library by VIDEOINDEX_ONNXRUNTIME.");
        }

        var said = complaints.Split('\n').FirstOrDefault(line => line.StartsWith(FailureMark, StringComparison.Ordinal)) ?? complaints.Split('\n')[0];
        return new CommandException(ExitCodes.NotOk, "npm-failed", $"npm could not fetch ONNX Runtime: {said.Replace(FailureMark, "", StringComparison.Ordinal).Trim()}");
    }
}
