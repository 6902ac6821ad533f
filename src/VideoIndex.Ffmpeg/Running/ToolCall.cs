namespace VideoIndex.Ffmpeg.Running;

/// <summary>The programs VideoIndex starts.</summary>
internal enum Tool
{
    /// <summary>Decodes, encodes, copies.</summary>
    Ffmpeg,

    /// <summary>Describes.</summary>
    Ffprobe,
}

/// <summary>One start of a tool: what it is told, what it may touch, how far it may go.</summary>
/// <param name="Tool">The program.</param>
/// <param name="Arguments">
/// Its arguments, one string each; no shell ever sees them. The input is always named <see cref="InputName"/> and files
/// to write start with <see cref="FolderName"/>: no name that came with a file reaches a command line.
/// </param>
internal sealed record ToolCall(Tool Tool, IReadOnlyList<string> Arguments)
{
    /// <summary>What the one input file is called inside the sandbox.</summary>
    public const string InputName = "file:/in/media.bin";

    /// <summary>What the one writable folder is called inside the sandbox.</summary>
    public const string FolderName = "file:/out/";

    /// <summary>Gets the one file of the host the tool may read; null for none.</summary>
    public string? Input { get; init; }

    /// <summary>Gets the one folder of the host the tool may write in; null for none.</summary>
    public string? Folder { get; init; }

    /// <summary>Gets what writes the tool's own input, <c>pipe:0</c>, on a thread of its own; null where it has none.</summary>
    public Action<Stream>? Feed { get; init; }

    /// <summary>Gets how far the tool may go.</summary>
    public ToolLimits Limits { get; init; } = new();
}

/// <summary>How far a tool may go before it is stopped.</summary>
internal sealed record ToolLimits
{
    /// <summary>Gets the address space in bytes. The default is 4 GiB; FFmpeg's libraries alone do not load in 256 MiB.</summary>
    public long MemoryBytes { get; init; } = 4L << 30;

    /// <summary>Gets the processor time in seconds. The default is 600.</summary>
    public long CpuSeconds { get; init; } = 600;

    /// <summary>Gets the size of any one file it writes, in bytes. The default is 64 MiB.</summary>
    public long FileBytes { get; init; } = 64L << 20;

    /// <summary>Gets how long it may stay silent, on both its outputs, and write no file before it is stopped as stalled. The default is 60 s.</summary>
    public int SilenceSeconds { get; init; } = 60;

    /// <summary>Returns the limits for reading a file from end to end: ten times its length, and never less than ten minutes.</summary>
    /// <param name="seconds">The length the container declares; it may lie, so the size has a say too.</param>
    /// <param name="bytes">The size of the file. A stream below 100 kB/s would take longer than its size suggests.</param>
    public static ToolLimits ForWholeFile(double seconds, long bytes) => new()
    {
        CpuSeconds = 600 + (long)(10 * Math.Min(86_400, Math.Max(seconds, bytes / 100_000.0))),
    };
}

/// <summary>How a tool ended.</summary>
/// <param name="ExitCode">Its exit code; 128 plus the signal where a signal ended it.</param>
/// <param name="Stalled">Whether it was stopped for staying silent.</param>
/// <param name="LastWords">The last lines of its errors, at most 64 KB.</param>
internal sealed record ToolResult(int ExitCode, bool Stalled, IReadOnlyList<string> LastWords)
{
    private const int KilledByCpuLimit = 128 + 9;
    private const int KilledByFileLimit = 128 + 25;

    /// <summary>Gets whether the tool reached its own end.</summary>
    public bool Finished => !Stalled && ExitCode is >= 0 and < 128;

    /// <summary>Returns whether its last words hold some words.</summary>
    public bool Said(string words) => LastWords.Any(line => line.Contains(words, StringComparison.Ordinal));

    /// <summary>Gets the code of the misbehaviour that ended the tool; null when it ended by itself.</summary>
    public string? Misbehaviour => (Stalled, ExitCode) switch
    {
        (true, _) => "stalled",
        (_, KilledByCpuLimit) => "limit-exceeded",
        (_, KilledByFileLimit) => "limit-exceeded",
        (_, > 128) => "decoder-crashed",
        _ => null,
    };
}
