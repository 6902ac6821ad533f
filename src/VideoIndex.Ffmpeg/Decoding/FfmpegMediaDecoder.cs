using VideoIndex.Ffmpeg.Decoding.Sounds;
using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;

namespace VideoIndex.Ffmpeg.Decoding;

/// <summary>Decodes a video once: every frame as gray 320 x 180, and twice a second a picture for people and a look, from the same pass.</summary>
public sealed class FfmpegMediaDecoder(MediaTools tools) : IMediaDecoder
{
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
        using var looks = order.SyncFramesOnly ? null : new LookPipe(order.PicturesFolder, LookSize.Of(order.Probe.Pictures[0]));
        using var reading = new GrayReading(frames, looks, sink);
        var result = await tools.RunAsync(call, reading.Read, reading.OnLine, cancellationToken).ConfigureAwait(false);
        Refusals.Check(result);
        var count = reading.Count;
        if (count == 0)
        {
            throw Refusals.OfNothing(result, "no-frames");
        }

        var ended = result.ExitCode == 0 || order.Segment.IsWhole ? null : $"ended with exit code {result.ExitCode}";
        return new DecodeReport(
            count, frames.Complaints + (ended is null ? 0 : 1), frames.FirstComplaint ?? ended, frames.ClosedCaptions, frames.Repaired);
    }

    /// <inheritdoc/>
    public async Task<SoundReport> MeasureSoundAsync(SoundOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var sound = new SoundDecode(tools);
        order = order with { Kept = [.. order.Kept.Where(track => AllowList.AllowsSound(track.Codec))] };
        return await sound.RunAsync(order, print: true, cancellationToken).ConfigureAwait(false)
            ?? (await sound.RunAsync(order, print: false, cancellationToken).ConfigureAwait(false))!;
    }
}
