using System.Globalization;
using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Clips;

/// <summary>Cuts clips with FFmpeg, inside the sandbox.</summary>
public sealed class FfmpegClipCutter(MediaTools tools) : IClipCutter
{
    // Seconds before the sync frame to seek to: some containers land on it, some beyond.
    private static readonly int[] Leads = [0, 1, 12];

    // Sync frames are at most this far apart in nearly all footage, and pictures are stored at most this far from their place.
    private static readonly MediaDuration LongGop = new(new Rational(12, 1));
    private static readonly MediaDuration Reordering = new(new Rational(1, 1));

    /// <inheritdoc/>
    public async Task<MediaSpan> CutAsync(ClipOrder order, CancellationToken cancellationToken) =>
        (await CutExactlyAsync(order, cancellationToken).ConfigureAwait(false)).Span;

    /// <inheritdoc/>
    public async Task<ExactClip> CutExactlyAsync(ClipOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var frames = ClipFrames.Of(order);
        using var scratch = new Scratch();
        var labels = order.Text is { } text ? LabelStrip.Of(order, frames, text) : null;
        labels?.Write(scratch.Folder);
        var command = ClipCommand.Exact(order, ClipFrames.OnContainer(order, frames.Span), ClipFile.Name(order), labels);
        var written = await ClipFile.MakeAsync(tools, order, command, scratch, cancellationToken).ConfigureAwait(false);
        ClipFile.Deliver(order, scratch);
        return new ExactClip(frames.Span, written, frames.Count - written);
    }

    /// <inheritdoc/>
    public async Task<MediaSpan> CopyAsync(ClipOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var asked = ClipFrames.OnContainer(order, order.Span);
        var sync = await SyncFrameAsync(order, asked.Start, cancellationToken).ConfigureAwait(false);
        var held = default(MediaSpan);
        foreach (var lead in Leads)
        {
            await MakeAsync(order, ClipCommand.Copy(order, sync, asked.End, lead, ClipFile.Name(order)), cancellationToken).ConfigureAwait(false);
            held = await HeldAsync(order, sync, cancellationToken).ConfigureAwait(false);
            if (held.Start <= order.Span.Start)
            {
                break;
            }
        }

        return held;
    }

    private async Task MakeAsync(ClipOrder order, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        using var scratch = new Scratch();
        await ClipFile.MakeAsync(tools, order, arguments, scratch, cancellationToken).ConfigureAwait(false);
        ClipFile.Deliver(order, scratch);
    }

    // The sync frame at or before a moment; where the file begins between two, its first frame.
    private async Task<MediaTime> SyncFrameAsync(ClipOrder order, MediaTime start, CancellationToken cancellationToken)
    {
        var (evidence, stream) = (order.Evidence, order.Probe.Pictures[0].Index.ToString(CultureInfo.InvariantCulture));
        var first = MediaTime.FromTimestamp(evidence.Timestamps[0], evidence.TimeBase);
        var until = start + Reordering;
        MediaTime?[] attempts = start - LongGop > first ? [start - LongGop, null] : [null];
        foreach (var from in attempts)
        {
            var listed = await ListAsync(order.Path, PicturePackets.Arguments(stream, from, until), cancellationToken).ConfigureAwait(false);
            var sync = listed.Where(packet => packet is { Sync: true, Hidden: false })
                .Select(packet => MediaTime.FromTimestamp(packet.Timestamp, evidence.TimeBase))
                .Where(time => first <= time && time <= start)
                .DefaultIfEmpty(first)
                .Max();
            if (sync > first)
            {
                return sync;
            }
        }

        return first;
    }

    // What a clip shows is read from the clip itself: a container may not seek where it is told to.
    private async Task<MediaSpan> HeldAsync(ClipOrder order, MediaTime sync, CancellationToken cancellationToken)
    {
        var probe = await new FfprobeMediaProber(tools).ProbeAsync(order.Output, cancellationToken).ConfigureAwait(false);
        var listed = await ListAsync(order.Output, PicturePackets.Arguments("v:0", null, null), cancellationToken).ConfigureAwait(false);
        var shown = listed.Where(packet => !packet.Hidden).Select(packet => packet.Timestamp).ToList();
        var (first, last) = (FrameOf(shown.Min()), FrameOf(shown.Max()));
        return ClipFrames.Whole(order.Evidence, first, last + 1);

        int FrameOf(long timestamp) => order.Evidence.FrameAt(
            MediaTime.FromTimestamp(timestamp, probe.Pictures[0].TimeBase) + (sync - new MediaTime(order.Evidence.Zero.Seconds)));
    }

    private async Task<IReadOnlyList<PicturePacket>> ListAsync(string path, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var listing = "";
        var call = new ToolCall(Tool.Ffprobe, arguments) { Input = path };
        var result = await tools.RunAsync(call, output => listing = new StreamReader(output).ReadToEnd(), null, cancellationToken).ConfigureAwait(false);
        Refusals.Check(result);
        return PicturePackets.Read(listing);
    }
}
