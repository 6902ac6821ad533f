using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Logos.Geometry;
using VideoIndex.Media;
using VideoIndex.Shots;

namespace VideoIndex.Ffmpeg.Frames;

/// <summary>Writes outlined stills with FFmpeg, in the sandbox: frames are decoded together and proved, then outlined here and written as JPEGs.</summary>
/// <param name="tools">FFmpeg.</param>
/// <param name="scorers">Makes a scorer; only its fingerprint is used.</param>
public sealed class FfmpegStillWriter(MediaTools tools, Func<IFrameScorer> scorers) : IStillWriter
{
    private const int Channels = 3;

    private readonly ProvedFrames _frames = new(tools, scorers);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OutlinedStill>> WriteAsync(StillOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var written = new List<OutlinedStill>();
        foreach (var group in ProvedFrames.Groups(order.Evidence, order.Stills, still => still.Frame))
        {
            written.AddRange(await WriteAsync(order, group, cancellationToken).ConfigureAwait(false));
        }

        return written;
    }

    private async Task<IReadOnlyList<OutlinedStill>> WriteAsync(StillOrder order, List<OutlinedStill> group, CancellationToken cancellationToken)
    {
        var frames = group.Select(still => still.Frame).Distinct().ToList();
        using var decoded = await _frames.DecodeAsync(new FrameSet(order.Path, order.Probe, order.Evidence, frames), StillCommand.Size(order.Probe.Pictures[0]), cancellationToken).ConfigureAwait(false);
        if (decoded is null)
        {
            return [];
        }

        var pictures = Path.Combine(decoded.Folder, StillCommand.PicturesName);
        await OutlineAsync(order, group, frames, pictures, cancellationToken).ConfigureAwait(false);
        return await EncodeAsync(order, group, pictures, cancellationToken).ConfigureAwait(false);
    }

    // A picture for each still in the place of a picture for each frame: several marks may be seen best in one frame.
    private static async Task OutlineAsync(StillOrder order, List<OutlinedStill> group, List<int> frames, string path, CancellationToken cancellationToken)
    {
        var (width, height) = StillCommand.Size(order.Probe.Pictures[0]);
        var scale = (double)width / LookSize.Of(order.Probe.Pictures[0]).Width;
        var (decoded, size) = (await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false), width * height * Channels);
        using var outlined = File.Create(path);
        foreach (var still in group)
        {
            var picture = decoded.AsSpan(frames.IndexOf(still.Frame) * size, size).ToArray();
            Outline.Draw(picture, width, height, new Quad(At(still.Place.TopLeft), At(still.Place.TopRight), At(still.Place.BottomRight), At(still.Place.BottomLeft)));
            await outlined.WriteAsync(picture, cancellationToken).ConfigureAwait(false);
        }

        Point At(Point corner) => new(((corner.X + 0.5) * scale) - 0.5, ((corner.Y + 0.5) * scale) - 0.5);
    }

    private async Task<IReadOnlyList<OutlinedStill>> EncodeAsync(StillOrder order, List<OutlinedStill> group, string pictures, CancellationToken cancellationToken)
    {
        using var scratch = new Scratch();
        var call = new ToolCall(Tool.Ffmpeg, StillCommand.Encode(StillCommand.Size(order.Probe.Pictures[0]))) { Input = pictures, Folder = scratch.Folder };
        var result = await tools.RunAsync(call, _ => { }, null, cancellationToken).ConfigureAwait(false);
        Refusals.Check(result);
        return [.. group.Index().Where(still => scratch.MoveOut(StillCommand.Name(still.Index + 1), still.Item.Output)).Select(still => still.Item)];
    }
}
