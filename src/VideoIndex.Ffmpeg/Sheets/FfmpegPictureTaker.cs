using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Frames;
using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;
using VideoIndex.Shots;

namespace VideoIndex.Ffmpeg.Sheets;

/// <summary>Takes small pictures with FFmpeg, inside the sandbox, and proves each against its frame's fingerprint.</summary>
/// <param name="tools">FFmpeg.</param>
/// <param name="scorers">Makes a scorer; only its fingerprint is used.</param>
public sealed class FfmpegPictureTaker(MediaTools tools, Func<IFrameScorer> scorers) : IPictureTaker
{
    private const int Channels = 3;

    private readonly ProvedFrames _frames = new(tools, scorers);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<int, SmallPicture>> TakeAsync(PictureOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var taken = new Dictionary<int, SmallPicture>();
        foreach (var group in ProvedFrames.Groups(order.Evidence, order.Frames.Distinct(), frame => frame))
        {
            if (!await TakeAsync(order, group, taken, cancellationToken).ConfigureAwait(false) && group.Count > 1)
            {
                // One that the file no longer gives must not cost the others.
                foreach (var frame in group)
                {
                    await TakeAsync(order, [frame], taken, cancellationToken).ConfigureAwait(false);
                }
            }
        }

        return taken;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<byte[]>> EncodeAsync(IReadOnlyList<SmallPicture> pictures, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        if (pictures is not [var first, ..])
        {
            return [];
        }

        using var scratch = new Scratch();
        var raw = Path.Combine(scratch.Folder, StillCommand.PicturesName);
        await File.WriteAllBytesAsync(raw, [.. pictures.SelectMany(picture => picture.Rgb)], cancellationToken).ConfigureAwait(false);
        var call = new ToolCall(Tool.Ffmpeg, StillCommand.Encode((first.Width, first.Height))) { Input = raw, Folder = scratch.Folder };
        Refusals.Check(await tools.RunAsync(call, _ => { }, null, cancellationToken).ConfigureAwait(false));
        var files = new List<byte[]>();
        for (var at = 1; at <= pictures.Count; at++)
        {
            files.Add(await File.ReadAllBytesAsync(Path.Combine(scratch.Folder, StillCommand.Name(at)), cancellationToken).ConfigureAwait(false));
        }

        return files;
    }

    private async Task<bool> TakeAsync(PictureOrder order, List<int> frames, Dictionary<int, SmallPicture> taken, CancellationToken cancellationToken)
    {
        var size = Fit(order);
        using var decoded = await _frames.DecodeAsync(new FrameSet(order.Path, order.Probe, order.Evidence, frames), size, cancellationToken).ConfigureAwait(false);
        if (decoded is null)
        {
            return false;
        }

        using var pictures = File.OpenRead(Path.Combine(decoded.Folder, StillCommand.PicturesName));
        foreach (var frame in frames)
        {
            var rgb = new byte[size.Width * size.Height * Channels];
            await pictures.ReadExactlyAsync(rgb, cancellationToken).ConfigureAwait(false);
            taken[frame] = new SmallPicture(size.Width, size.Height, rgb);
        }

        return true;
    }

    private static (int Width, int Height) Fit(PictureOrder order)
    {
        var (width, height) = DecodeCommand.Displayed(order.Probe.Pictures[0]);
        return width <= order.Width && height <= order.Height
            ? (width, height)
            : (long)width * order.Height >= (long)height * order.Width
                ? (order.Width, Math.Max(1, (int)((long)height * order.Width / width)))
                : (Math.Max(1, (int)((long)width * order.Height / height)), order.Height);
    }
}
