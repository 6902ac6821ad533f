using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;

namespace VideoIndex.Ffmpeg.Probing;

/// <summary>Reads what a container says of itself with ffprobe, and refuses what is not to be decoded.</summary>
public sealed class FfprobeMediaProber(MediaTools tools) : IMediaProber
{
    private const int MostOutput = 2 << 20;

    /// <inheritdoc/>
    public async Task<MediaProbe> ProbeAsync(string path, CancellationToken cancellationToken)
    {
        var (report, result) = await RunAsync(path, Arguments, cancellationToken).ConfigureAwait(false);
        if (Refusals.RefusedCodec(result) is not null && !ProbeReport.IsComplete(report))
        {
            (report, result) = await RunAsync(path, ArgumentsWithoutDecoding, cancellationToken).ConfigureAwait(false);
        }

        if (!ProbeReport.TryRead(report, out var probe))
        {
            throw Refusals.From(result);
        }

        if (probe.Pictures is [] && ProbeReport.HasPicturesOfNoSize(report))
        {
            Refusals.CheckSize(result);
        }

        Refusals.Check(probe);
        return probe;
    }

    private async Task<(ReadOnlyMemory<byte> Report, ToolResult Result)> RunAsync(string path, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var call = new ToolCall(Tool.Ffprobe, arguments) { Input = path, Limits = new ToolLimits { CpuSeconds = 60, SilenceSeconds = 30 } };
        var report = new MemoryStream();
        var result = await tools.RunAsync(call, output => ReadCapped(output, report), null, cancellationToken).ConfigureAwait(false);
        Refusals.Check(result);
        return (report.GetBuffer().AsMemory(0, (int)report.Length), result);
    }

    /// <summary>Gets the command line, but for the sandbox. The first packets are decoded too: only then does a timecode inside the pictures show.</summary>
    internal static IReadOnlyList<string> Arguments { get; } =
    [
        "-v", "error", "-hide_banner", .. AllowList.Options,
        "-of", "json=compact=1", "-show_format", "-show_streams", "-show_chapters", "-show_frames", "-read_intervals", "%+#16",
        "-i", ToolCall.InputName,
    ];

    /// <summary>Gets the command line for a file that holds a stream whose decoder is refused: it is described, and nothing is decoded.</summary>
    internal static IReadOnlyList<string> ArgumentsWithoutDecoding { get; } =
    [
        "-v", "error", "-hide_banner", .. AllowList.DescribeOptions,
        "-of", "json=compact=1", "-show_format", "-show_streams", "-show_chapters",
        "-i", ToolCall.InputName,
    ];

    private static void ReadCapped(Stream output, MemoryStream report)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = output.Read(buffer)) > 0)
        {
            if (report.Length + read > MostOutput)
            {
                throw new MediaRefusedException("description-too-large", "The file describes itself in more than 2 MB.", quarantine: true);
            }

            report.Write(buffer, 0, read);
        }
    }
}
