using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Decoding;

/// <summary>Decodes a video once: every frame as gray 320 x 180, and two pictures a second for people, from the same pass.</summary>
public sealed class FfmpegMediaDecoder(MediaTools tools) : IMediaDecoder
{
    // A day at 240 frames a second; no real file holds more.
    private const long MostFrames = 24L * 3600 * 240;

    /// <inheritdoc/>
    public async Task<DecodeReport> DecodeAsync(DecodeOrder order, IFrameSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var frames = new FrameLog(startsInside: order.Segment.From is not null);
        var call = new ToolCall(Tool.Ffmpeg, DecodeCommand.Arguments(order))
        {
            Input = order.Path,
            Folder = order.PicturesFolder,
            Limits = ToolLimits.ForWholeFile(order.Probe.DeclaredDuration?.Seconds.ToDouble() ?? 0, new FileInfo(order.Path).Length),
        };
        var count = 0L;
        var result = await tools.RunAsync(call, output => count = Read(output, frames, sink), frames.OnLine, cancellationToken).ConfigureAwait(false);
        Refusals.Check(result);
        if (count == 0)
        {
            throw Refusals.OfNothing(result, "no-frames");
        }

        var ended = result.ExitCode == 0 || order.Segment.IsWhole ? null : $"ended with exit code {result.ExitCode}";
        return new DecodeReport(
            count, frames.Complaints + (ended is null ? 0 : 1), frames.FirstComplaint ?? ended, frames.ClosedCaptions, frames.Repaired);
    }

    /// <inheritdoc/>
    public async Task<SoundReport> MeasureSoundAsync(string path, MediaProbe probe, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(probe);
        var log = new FrameLog(startsInside: false);
        var call = new ToolCall(Tool.Ffmpeg, DecodeCommand.Sound(probe.Audio[0]))
        {
            Input = path,
            Limits = ToolLimits.ForWholeFile(probe.DeclaredDuration?.Seconds.ToDouble() ?? 0, new FileInfo(path).Length),
        };
        var bytes = 0L;
        var result = await tools.RunAsync(call, output => bytes = Count(output), log.OnLine, cancellationToken).ConfigureAwait(false);
        Refusals.Check(result);
        return bytes > 0
            ? new SoundReport(new MediaDuration(new Rational(bytes, DecodeCommand.SoundBytesPerSecond)), log.Complaints)
            : throw Refusals.OfNothing(result, "no-sound");
    }

    private static long Count(Stream output)
    {
        var buffer = new byte[64 * 1024];
        var (total, read) = (0L, 0);
        while ((read = output.Read(buffer)) > 0)
        {
            total += read;
        }

        return total;
    }

    // Two buffers: a frame is handed on once the next one has arrived, for by then all that FFmpeg had to say of it is said.
    private static long Read(Stream output, FrameLog frames, IFrameSink sink)
    {
        var (held, next) = (new byte[GrayFrame.Size], new byte[GrayFrame.Size]);
        var count = 0L;
        while (output.ReadAtLeast(next, GrayFrame.Size, throwOnEndOfStream: false) == GrayFrame.Size)
        {
            if (count > 0)
            {
                Deliver(held, frames, sink);
            }

            (held, next) = (next, held);
            if (++count > MostFrames)
            {
                throw new MediaRefusedException("too-many-frames", Refusals.Sentence("too-many-frames"), quarantine: true);
            }
        }

        if (count > 0)
        {
            Deliver(held, frames, sink);
        }

        return count;
    }

    private static void Deliver(byte[] pixels, FrameLog frames, IFrameSink sink)
    {
        var (timestamp, picture) = frames.Take();
        sink.OnFrame(new GrayFrame(timestamp, pixels, picture));
    }
}
