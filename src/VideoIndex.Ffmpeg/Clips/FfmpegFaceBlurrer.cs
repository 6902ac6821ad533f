using VideoIndex.Faces;
using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.Objects;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Clips;

/// <summary>Cuts clips with covered faces with FFmpeg, inside the sandbox: the clip is decoded once to be looked at, and once more to be encoded.</summary>
/// <param name="tools">FFmpeg.</param>
public sealed class FfmpegFaceBlurrer(MediaTools tools) : IFaceBlurrer
{
    /// <summary>Gets how much around a face is covered. The frames of <see cref="CoverRule.Gap"/> and <see cref="CoverRule.Hold"/> are more where there are more than 25 a second.</summary>
    public CoverRule Rule { get; init; } = new();

    /// <inheritdoc/>
    public async Task<BlurredClip> CutAsync(ClipOrder order, IObjectDetector faces, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(faces);
        var (frames, track) = (ClipFrames.Of(order), order.Probe.Pictures[0]);
        var (container, size) = (ClipFrames.OnContainer(order, frames.Span), LookSize.Of(track));
        var found = await LookAsync(order, frames, container, size, faces, cancellationToken).ConfigureAwait(false);
        var cover = FaceCover.Of(found, RuleAt(frames));
        using var scratch = new Scratch();
        var veil = new Veil(track, cover.Largest / Math.Max(size.Width, size.Height));
        veil.Write(File.Create(Path.Combine(scratch.Folder, Veil.Name)), track.TimeBase, frames.Timestamps(order), cover, size);
        await ClipFile.MakeAsync(tools, order, ClipCommand.Exact(order, container, ClipFile.Name(order), veil), scratch, cancellationToken).ConfigureAwait(false);
        ClipFile.Deliver(order, scratch);
        return new BlurredClip(frames.Span, frames.Count, cover.Frames.Count(boxes => boxes.Count > 0), cover.Tracks);
    }

    private async Task<List<IReadOnlyList<Detection>>> LookAsync(
        ClipOrder order, ClipFrames frames, MediaSpan container, LookSize size, IObjectDetector faces, CancellationToken cancellationToken)
    {
        var (found, log) = (new List<IReadOnlyList<Detection>>(), new LookLog());
        var call = new ToolCall(Tool.Ffmpeg, ClipCommand.Looks(order, container, size)) { Input = order.Path, Limits = ClipFile.Limits(order) };
        ClipFile.Check(await tools.RunAsync(call, Read, log.OnLine, cancellationToken).ConfigureAwait(false));
        log.Check(order, frames, found.Count);
        return found;

        void Read(Stream stream)
        {
            var planes = new byte[LookPicture.Size(size.Width, size.Height)];
            while (stream.ReadAtLeast(planes, planes.Length, throwOnEndOfStream: false) == planes.Length)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!size.FullRange)
                {
                    FullRange.Stretch(planes, size.Width * size.Height);
                }

                found.Add(faces.Detect(new LookPicture(size.Width, size.Height, planes)));
            }
        }
    }

    // Half a second and a quarter of one, at any rate of frames, and never fewer than at 25 a second.
    private CoverRule RuleAt(ClipFrames frames)
    {
        var faster = Math.Max(1, frames.Count / Math.Max(0.04, frames.Span.Duration.Seconds.ToDouble()) / 25);
        return Rule with { Gap = (int)Math.Ceiling(Rule.Gap * faster), Hold = (int)Math.Ceiling(Rule.Hold * faster) };
    }
}
