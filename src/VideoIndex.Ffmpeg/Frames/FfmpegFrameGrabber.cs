using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;
using VideoIndex.Shots;

namespace VideoIndex.Ffmpeg.Frames;

/// <summary>Fetches the very frame: it seeks, decodes, and believes only a frame whose fingerprint is the one taken at indexing.</summary>
/// <param name="tools">FFmpeg.</param>
/// <param name="scorers">Makes a scorer; only its fingerprint is used.</param>
public sealed class FfmpegFrameGrabber(MediaTools tools, Func<IFrameScorer> scorers) : IFrameGrabber
{
    /// <inheritdoc/>
    public Task<bool> GrabAsync(
        string path, MediaProbe probe, FrameEvidence evidence, int frame, string output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(probe);
        return GrabAsync(new FrameOrder(path, probe, evidence, frame, GrabCommand.Whole(probe.Pictures[0])), output, cancellationToken);
    }

    /// <inheritdoc/>
    public Task GrabPictureAsync(
        string path, MediaProbe probe, FrameEvidence evidence, int frame, string output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(probe);
        return GrabAsync(new FrameOrder(path, probe, evidence, frame, Decoding.DecodeCommand.ToPicture(probe.Pictures[0])), output, cancellationToken);
    }

    // A seek lands on a sync frame if the container is honest. Each try starts earlier; the last decodes from the start.
    private async Task<bool> GrabAsync(FrameOrder order, string output, CancellationToken cancellationToken)
    {
        foreach (var approach in GrabCommand.Approaches)
        {
            using var scratch = new Scratch();
            var fingerprint = await TryAsync(order, approach, scratch, output, cancellationToken).ConfigureAwait(false);
            var proved = fingerprint == order.Evidence.Scores[order.Frame].Fingerprint;
            var isLast = approach == GrabCommand.Approaches[^1];
            if ((proved || (isLast && fingerprint is not null)) && scratch.MoveOut(GrabCommand.FileName(output), output))
            {
                return proved;
            }
        }

        throw new MediaRefusedException("frame-unreadable", "This frame can no longer be decoded from the file.");
    }

    private async Task<ulong?> TryAsync(FrameOrder order, Approach approach, Scratch scratch, string output, CancellationToken cancellationToken)
    {
        if (GrabCommand.Arguments(order, approach, output) is not { } arguments)
        {
            return null;
        }

        var call = new ToolCall(Tool.Ffmpeg, arguments)
        {
            Input = order.Path,
            Folder = scratch.Folder,
            Limits = ToolLimits.ForWholeFile(order.Probe.DeclaredDuration?.Seconds.ToDouble() ?? 0, new FileInfo(order.Path).Length),
        };
        var gray = new byte[GrayFrame.Size];
        var complete = false;
        var result = await tools.RunAsync(
            call, stream => complete = stream.ReadAtLeast(gray, gray.Length, throwOnEndOfStream: false) == gray.Length, null, cancellationToken).ConfigureAwait(false);
        Refusals.Check(result);
        return complete ? scorers().Score(gray).Fingerprint : null;
    }
}

/// <summary>Which frame of which video, and what is to be made of it.</summary>
internal sealed record FrameOrder(string Path, MediaProbe Probe, FrameEvidence Evidence, int Frame, string Filters);
