using System.Globalization;

namespace VideoIndex.Ffmpeg.Running;

/// <summary>Builds the whole command line of a tool call: the sandbox, the limits, the tool. Pure.</summary>
internal static class SandboxCommand
{
    private static readonly string[] Walls =
    [
        "bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--clearenv", "--cap-drop", "ALL",
        "--ro-bind", "/usr", "/usr", "--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64",
        "--symlink", "usr/bin", "/bin", "--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache",
        "--ro-bind-try", "/etc/alternatives", "/etc/alternatives", "--ro-bind-try", "/etc/fonts", "/etc/fonts",
        "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp",
    ];

    /// <summary>Returns the program to start and its arguments, in one list.</summary>
    public static IReadOnlyList<string> For(ToolCall call, Protection protection)
    {
        var tool = call.Tool == Tool.Ffmpeg ? "ffmpeg" : "ffprobe";
        return protection switch
        {
            Protection.Sandbox => [.. Walls, .. Doors(call), "--", .. Limits(call.Limits), tool, .. call.Arguments],
            Protection.NoNetwork => ["unshare", "-Urn", .. Limits(call.Limits), tool, .. OnHost(call)],
            _ => [.. Limits(call.Limits), tool, .. OnHost(call)],
        };
    }

    /// <summary>Returns a command that runs a shell script inside the same walls, to see what they hold.</summary>
    public static IReadOnlyList<string> ForScript(string script) => [.. Walls, "--", "/usr/bin/sh", "-c", script];

    private static IEnumerable<string> Doors(ToolCall call)
    {
        string[] input = call.Input is { } file ? ["--ro-bind", file, "/in/media.bin"] : [];
        string[] folder = call.Folder is { } path ? ["--bind", path, "/out", "--chdir", "/out"] : [];
        return [.. input, .. folder];
    }

    private static IEnumerable<string> Limits(ToolLimits limits) =>
    [
        "prlimit",
        string.Create(CultureInfo.InvariantCulture, $"--as={limits.MemoryBytes}"),
        string.Create(CultureInfo.InvariantCulture, $"--cpu={limits.CpuSeconds}"),
        string.Create(CultureInfo.InvariantCulture, $"--fsize={limits.FileBytes}"),
        "--nofile=64",
        "--core=0",
    ];

    // Without a sandbox the names inside it mean nothing, so the host's own take their place.
    private static IEnumerable<string> OnHost(ToolCall call) => call.Arguments.Select(argument =>
        argument == ToolCall.InputName ? "file:" + call.Input
        : argument.StartsWith(ToolCall.FolderName, StringComparison.Ordinal)
            ? "file:" + Path.Combine(call.Folder!, argument[ToolCall.FolderName.Length..])
            : argument);
}
