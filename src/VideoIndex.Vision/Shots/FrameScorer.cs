using VideoIndex.Media;
using VideoIndex.Shots;

namespace VideoIndex.Vision.Shots;

/// <summary>Scores the frames of one decode for the shot decision.</summary>
/// <remarks>
/// Integer arithmetic throughout, so a frame scores the same on every processor; nothing is allocated after construction.
/// Not for use by two threads at once.
/// </remarks>
public sealed class FrameScorer : IFrameScorer
{
    private const int Remembered = 5;

    private readonly SmallPicture[] _pictures = [.. Enumerable.Range(0, Remembered).Select(_ => new SmallPicture())];
    private readonly BlockSearch _search;
    private readonly Lanes _lanes;
    private long _frames;

    /// <summary>Creates a scorer that has seen nothing.</summary>
    public FrameScorer()
        : this(PixelSums.Best)
    {
    }

    internal FrameScorer(Lanes lanes)
    {
        _lanes = lanes;
        _search = new BlockSearch(lanes);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="gray"/> is not 320 x 180 bytes.</exception>
    public FrameScore Score(ReadOnlySpan<byte> gray)
    {
        if (gray.Length != GrayFrame.Size)
        {
            throw new ArgumentException($"A gray frame is {GrayFrame.Size} bytes, not {gray.Length}.", nameof(gray));
        }

        var picture = _pictures[_frames % Remembered];
        picture.Take(gray);
        var change = Change(picture, 1);
        var (spread, everywhere) = _frames == 0 ? default : _search.Spread(picture, Before(picture, 1)); // of the search just made
        var score = new FrameScore(
            change.Difference,
            change.Histogram,
            change.Structure,
            Mean: (byte)((picture.Sum + SmallPicture.Count / 2) / SmallPicture.Count),
            Deviation: Deviation(picture),
            Sharpness: Sharpness(gray),
            Fingerprint: Fingerprint.Of(gray),
            Back2: Change(picture, 2),
            Back3: Change(picture, 3),
            Back4: Change(picture, 4),
            Texture: (byte)Math.Min(255, picture.Texture * 8 / SmallPicture.Count),
            Spread: spread,
            Everywhere: everywhere,
            Local: Moved(picture.Quarters, Before(picture, 1).Quarters));
        _frames++;
        return score;
    }

    // 3584 of the 3600 pixels: a whole number of vectors. The corner left out never decides.
    private static ReadOnlySpan<byte> Even(SmallPicture picture) => picture.Luma.AsSpan(0, SmallPicture.Count / 32 * 32);

    private static byte Deviation(SmallPicture picture)
    {
        var variance = (picture.SumOfSquares - (long)picture.Sum * picture.Sum / SmallPicture.Count) / SmallPicture.Count;
        return (byte)Math.Sqrt(variance); // exact for whole numbers this small, on every machine
    }

    private static ushort Moved(int[] histogram, int[] before)
    {
        var moved = 0;
        for (var bin = 0; bin < histogram.Length; bin++)
        {
            moved += Math.Abs(histogram[bin] - before[bin]);
        }

        return (ushort)(moved / 2 * 65535 / SmallPicture.Count);
    }

    private SmallPicture Before(SmallPicture picture, int frames) =>
        frames <= _frames ? _pictures[(_frames - frames) % Remembered] : picture;

    private FrameChange Change(SmallPicture picture, int framesBefore)
    {
        var earlier = Before(picture, framesBefore);
        if (ReferenceEquals(earlier, picture))
        {
            return default;
        }

        // One gray level a pixel is added to the detail there is: in a flat picture, noise is not structure.
        var detail = (picture.Texture + earlier.Texture) / 2 + SmallPicture.Count;
        return new FrameChange(
            Difference: (ushort)(PixelSums.Difference(Even(picture), Even(earlier), _lanes) * 256 / Even(picture).Length),
            Histogram: Moved(picture.Histogram, earlier.Histogram),
            Structure: (ushort)Math.Min(65535, _search.Unexplained(picture, earlier) * 32768L / detail));
    }

    private byte Sharpness(ReadOnlySpan<byte> gray)
    {
        const int Inside = GrayFrame.Width - 32 + 2; // of the 318 with two neighbours, a whole number of vectors
        var sum = 0L;
        for (var y = 0; y < GrayFrame.Height; y++)
        {
            sum += PixelSums.Roughness(gray.Slice(y * GrayFrame.Width + 15, Inside), _lanes);
        }

        return (byte)Math.Min(255, sum * 16 / ((Inside - 2) * GrayFrame.Height));
    }
}
