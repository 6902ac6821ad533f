using System.Globalization;
using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Clips;

/// <summary>Cuts clips with FFmpeg, inside the sandbox.</summary>
public sealed class FfmpegClipCutter(MediaTools tools) : IClipCutter
{
    /// <inheritdoc/>
    public async Task<MediaSpan> CutAsync(ClipOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var evidence = order.Evidence;
        var first = evidence.FrameAt(order.Span.Start);
        var last = Math.Max(first + 1, FramesBefore(order));
        var whole = new MediaSpan(evidence.TimeOf(first), last < evidence.Count ? evidence.TimeOf(last) : evidence.End);
        await MakeAsync(order, ClipCommand.Exact(order, OnContainer(order, whole), FileName(order.Output)), cancellationToken).ConfigureAwait(false);
        return whole;
    }

    /// <inheritdoc/>
    public async Task<MediaSpan> CopyAsync(ClipOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var asked = OnContainer(order, order.Span);
        var sync = await SyncFrameAsync(order, asked.Start, cancellationToken).ConfigureAwait(false);
        await MakeAsync(order, ClipCommand.Copy(order, sync, asked.End, FileName(order.Output)), cancellationToken).ConfigureAwait(false);
        return new MediaSpan(new MediaTime(sync.Seconds - order.Evidence.Zero.Seconds), order.Span.End);
    }

    // How many frames start before the span's end: the clip goes up to the frame after the last of them.
    private static int FramesBefore(ClipOrder order)
    {
        var at = order.Evidence.FrameAt(order.Span.End);
        return order.Evidence.TimeOf(at) < order.Span.End ? at + 1 : at;
    }

    private static MediaSpan OnContainer(ClipOrder order, MediaSpan span)
    {
        var zero = new MediaDuration(order.Evidence.Zero.Seconds);
        return new MediaSpan(span.Start + zero, span.End + zero);
    }

    private async Task MakeAsync(ClipOrder order, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        using var scratch = new Scratch();
        var limits = ToolLimits.ForWholeFile(4 * order.Span.Duration.Seconds.ToDouble(), new FileInfo(order.Path).Length);
        var call = new ToolCall(Tool.Ffmpeg, arguments) { Input = order.Path, Folder = scratch.Folder, Limits = limits with { FileBytes = 50L << 30 } };
        var result = await tools.RunAsync(call, _ => { }, null, cancellationToken).ConfigureAwait(false);
        if (result.ExitCode != 0 || !scratch.MoveOut(FileName(order.Output), order.Output))
        {
            var code = result.Misbehaviour ?? "clip-failed";
            throw new MediaRefusedException(code, $"The clip could not be made: {(result.LastWords is [.., var last] ? last : Refusals.Sentence(code))}");
        }
    }

    private async Task<MediaTime> SyncFrameAsync(ClipOrder order, MediaTime start, CancellationToken cancellationToken)
    {
        var report = "";
        var call = new ToolCall(Tool.Ffprobe, ClipCommand.SyncFrameBefore(order, start)) { Input = order.Path };
        await tools.RunAsync(call, output => report = new StreamReader(output).ReadToEnd(), null, cancellationToken).ConfigureAwait(false);
        var found = long.TryParse(report.Split(',', '\n')[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var timestamp);
        return found ? MediaTime.FromTimestamp(timestamp, order.Evidence.TimeBase) : start;
    }

    private static string FileName(string output) => Path.GetExtension(output).ToUpperInvariant() switch
    {
        ".MP4" => "clip.mp4",
        ".MOV" => "clip.mov",
        _ => throw new ArgumentException("A clip is written as .mp4 or .mov.", nameof(output)),
    };
}
