using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Logos.Geometry;
using VideoIndex.Media;
using VideoIndex.Shots;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Frames;

/// <summary>Writes outlined stills with FFmpeg, in the sandbox: frames are decoded together and proved, then outlined here and written as JPEGs.</summary>
/// <param name="tools">FFmpeg.</param>
/// <param name="scorers">Makes a scorer; only its fingerprint is used.</param>
public sealed class FfmpegStillWriter(MediaTools tools, Func<IFrameScorer> scorers) : IStillWriter
{
    // 16 pictures of 1280 x 720 are 44 MB. Up to some seconds apart, to decode on takes less than to seek anew.
    private const int MostTogether = 16, Channels = 3;
    private static readonly Rational Together = new(10, 1);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OutlinedStill>> WriteAsync(StillOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var written = new List<OutlinedStill>();
        foreach (var group in Groups(order))
        {
            written.AddRange(await WriteAsync(order, group, cancellationToken).ConfigureAwait(false));
        }

        return written;
    }

    private static IEnumerable<List<OutlinedStill>> Groups(StillOrder order)
    {
        var group = new List<OutlinedStill>();
        foreach (var still in order.Stills.OrderBy(still => still.Frame))
        {
            if (group.Count == MostTogether || (group is [var first, ..] && (order.Evidence.TimeOf(still.Frame) - order.Evidence.TimeOf(first.Frame)).Seconds > Together))
            {
                yield return group;
                group = [];
            }

            group.Add(still);
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }

    private async Task<IReadOnlyList<OutlinedStill>> WriteAsync(StillOrder order, List<OutlinedStill> group, CancellationToken cancellationToken)
    {
        var frames = group.Select(still => still.Frame).Distinct().ToList();
        foreach (var approach in GrabCommand.Approaches)
        {
            using var scratch = new Scratch();
            if (StillCommand.Decode(order, frames, approach) is { } arguments && await IsProvedAsync(order, frames, arguments, scratch, cancellationToken).ConfigureAwait(false))
            {
                var pictures = Path.Combine(scratch.Folder, StillCommand.PicturesName);
                await OutlineAsync(order, group, frames, pictures, cancellationToken).ConfigureAwait(false);
                return await EncodeAsync(order, group, pictures, cancellationToken).ConfigureAwait(false);
            }
        }

        return [];
    }

    private async Task<bool> IsProvedAsync(StillOrder order, List<int> frames, IReadOnlyList<string> arguments, Scratch scratch, CancellationToken cancellationToken)
    {
        var call = new ToolCall(Tool.Ffmpeg, arguments)
        {
            Input = order.Path,
            Folder = scratch.Folder,
            Limits = ToolLimits.ForWholeFile(order.Probe.DeclaredDuration?.Seconds.ToDouble() ?? 0, new FileInfo(order.Path).Length) with { FileBytes = 256L << 20 },
        };
        var (gray, scorer, proved) = (new byte[GrayFrame.Size], scorers(), 0);
        var result = await tools.RunAsync(call, Read, null, cancellationToken).ConfigureAwait(false);
        Refusals.Check(result);
        return proved == frames.Count;

        void Read(Stream stream)
        {
            while (proved < frames.Count && stream.ReadAtLeast(gray, gray.Length, throwOnEndOfStream: false) == gray.Length
                && scorer.Score(gray).Fingerprint == order.Evidence.Scores[frames[proved]].Fingerprint)
            {
                proved++;
            }
        }
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
