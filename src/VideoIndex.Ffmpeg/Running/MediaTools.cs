using System.Diagnostics;
using VideoIndex.Jobs;

namespace VideoIndex.Ffmpeg.Running;

/// <summary>FFmpeg on this machine, behind the strongest protection that works here. Made once, shared, thread-safe.</summary>
public sealed class MediaTools
{
    internal MediaTools(Protection protection, string? weakness, string version)
    {
        Protection = protection;
        Weakness = weakness;
        Version = version;
    }

    /// <summary>Gets what stands between a hostile file and this machine, as proved by a test when this was made.</summary>
    public Protection Protection { get; }

    /// <summary>Gets why the protection is not the strongest, as one sentence; null when it is.</summary>
    public string? Weakness { get; }

    /// <summary>Gets FFmpeg's version, such as <c>5.1.9-0+deb12u1</c>.</summary>
    public string Version { get; }

    /// <summary>Finds FFmpeg and tries the protections, strongest first.</summary>
    /// <exception cref="ToolMissingException">FFmpeg is not installed.</exception>
    public static async Task<MediaTools> DiscoverAsync(CancellationToken cancellationToken)
    {
        var version = ReadVersionAsync("ffmpeg", "-version", word: 2, cancellationToken);
        var (protection, weakness) = await SandboxTest.StrongestAsync(cancellationToken).ConfigureAwait(false);
        return new MediaTools(protection, weakness, await version.ConfigureAwait(false) ?? throw new ToolMissingException("ffmpeg"));
    }

    /// <summary>Runs a tool to its end. Both its outputs are drained while it runs; silence beyond the limit stops it.</summary>
    /// <param name="call">What to run.</param>
    /// <param name="readOutput">Reads the tool's output; runs on a thread of its own and may block. Its own exception stops the tool and is passed on.</param>
    /// <param name="onErrorLine">Takes each line of the tool's errors, in order, and null after the last.</param>
    /// <param name="cancellationToken">Stops the tool.</param>
    internal async Task<ToolResult> RunAsync(
        ToolCall call, Action<Stream> readOutput, Action<string?>? onErrorLine, CancellationToken cancellationToken)
    {
        using var names = new HostNames(call, Protection);
        using var tool = await ToolStarter.StartFedAsync(SandboxCommand.For(names.Call, Protection), cancellationToken).ConfigureAwait(false);
        using var killer = cancellationToken.Register(() => Kill(tool));
        WidePipe.Widen(tool.StandardOutput.BaseStream);
        var pulse = new Pulse();
        var cost = new ToolCost(CostMeter.Current);
        var errors = new LastWords(line => Tell(line, cost, onErrorLine));
        var output = OnOwnThread(cost, () => ReadThenDrain(readOutput, new PulsingStream(tool.StandardOutput.BaseStream, pulse, cost), tool));
        var input = FeedAsync(call.Feed, tool, cost);
        var complaints = OnOwnThread(cost, () => errors.Read(tool.StandardError, pulse));
        var stalled = await WatchAsync(tool, pulse, new WrittenFiles(call.Folder), call.Limits.SilenceSeconds).ConfigureAwait(false);
        await complaints.ConfigureAwait(false);
        await output.ConfigureAwait(false);
        await input.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return new ToolResult(tool.ExitCode, stalled, errors.Lines);
    }

    private static void Tell(string? line, ToolCost cost, Action<string?>? onErrorLine)
    {
        if (!cost.TakenFrom(line))
        {
            onErrorLine?.Invoke(line);
        }
    }

    private static Task OnOwnThread(ToolCost cost, Action work) =>
        Task.Factory.StartNew(() => cost.OfThread(work), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static Task FeedAsync(Action<Stream>? feed, Process tool, ToolCost cost)
    {
        if (feed is null)
        {
            tool.StandardInput.Close();
            return Task.CompletedTask;
        }

        return OnOwnThread(cost, () => FeedThenClose(feed, tool));
    }

    private static void FeedThenClose(Action<Stream> feed, Process tool)
    {
        try
        {
            using var input = tool.StandardInput.BaseStream;
            feed(input);
        }
        catch (IOException)
        {
            // The tool has ended before its input; its own words tell why.
        }
        catch
        {
            Kill(tool);
            throw;
        }
    }

    private static void ReadThenDrain(Action<Stream> readOutput, Stream output, Process tool)
    {
        try
        {
            readOutput(output);
            output.CopyTo(Stream.Null);
        }
        catch
        {
            Kill(tool);
            throw;
        }
    }

    // A tool makes progress when it writes; slow good work is not killed, only silence is.
    private static async Task<bool> WatchAsync(Process tool, Pulse pulse, WrittenFiles files, int silenceSeconds)
    {
        var exited = tool.WaitForExitAsync(CancellationToken.None);
        var (seen, silent) = (-1L, 0);
        while (await Task.WhenAny(exited, Task.Delay(1000, CancellationToken.None)).ConfigureAwait(false) != exited)
        {
            (seen, silent) = pulse.Count == seen && !files.Written() ? (seen, silent + 1) : (pulse.Count, 0);
            if (silent >= silenceSeconds)
            {
                Kill(tool);
                await exited.ConfigureAwait(false);
                return true;
            }
        }

        return false;
    }

    private static void Kill(Process tool)
    {
        try
        {
            tool.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended in the meantime.
        }
    }

    // The first line is words with the version among them: "ffmpeg version 5.1.9 ...".
    private static async Task<string?> ReadVersionAsync(string tool, string option, int word, CancellationToken cancellationToken)
    {
        try
        {
            using var asked = await ToolStarter.StartAsync([tool, option], cancellationToken).ConfigureAwait(false);
            var said = await asked.StandardOutput.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            await asked.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return said.Split([' ', '\n'], word + 2) is { } words && words.Length > word ? words[word].Trim() : "unknown";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}

/// <summary>A program VideoIndex needs is not installed.</summary>
public sealed class ToolMissingException(string tool)
    : Exception($"'{tool}' is not installed. Run: apt-get install ffmpeg bubblewrap")
{
    /// <summary>Gets the program's name.</summary>
    public string Tool { get; } = tool;
}
