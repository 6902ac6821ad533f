using VideoIndex.Facts.Bars;
using VideoIndex.Looks;
using VideoIndex.Shots;

namespace VideoIndex.Facts;

/// <summary>What a stretch of a video looks like on average: 16 x 9 colours.</summary>
/// <param name="Rgb">Red, green and blue of each part, 0 to 255, rows top to bottom; gray where no look fell into the stretch.</param>
/// <param name="Luma">The mean luma, 0 black to 255 white.</param>
public sealed record AveragePicture(IReadOnlyList<byte> Rgb, int Luma)
{
    /// <summary>Averages a stretch.</summary>
    /// <param name="evidence">What was kept of the video's frames.</param>
    /// <param name="first">The first frame.</param>
    /// <param name="until">The first frame after it.</param>
    /// <returns>The average; null where the video has no sketches, as those indexed before there were any.</returns>
    public static AveragePicture? Of(FrameEvidence evidence, int first, int until)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (first >= until || evidence.Sketches.Count < until)
        {
            return null;
        }

        var (luma, u, v) = (new long[FrameSketches.Means], new long[FrameSketches.Means], new long[FrameSketches.Means]);
        for (var frame = first; frame < until; frame++)
        {
            Add(evidence.Sketches.Luma(frame), luma);
        }

        var (look, beyond) = LookRange.In(evidence.Looks, new Stretch(first, until));
        var looks = beyond - look;
        for (; look < beyond; look++)
        {
            var facts = evidence.Looks.At(look);
            Add(facts.U, u);
            Add(facts.V, v);
        }

        var rgb = new byte[3 * FrameSketches.Means];
        for (var part = 0; part < FrameSketches.Means; part++)
        {
            var y = Mean(luma[part], until - first);
            Paint(y, looks == 0 ? 0 : Mean(u[part], looks) - 128, looks == 0 ? 0 : Mean(v[part], looks) - 128, rgb.AsSpan(3 * part, 3));
        }

        return new AveragePicture(rgb, Mean(luma.Sum(), (until - first) * FrameSketches.Means));
    }

    /// <summary>Returns the mean luma between black bars; from the scores, bars and all, where there are no sketches.</summary>
    internal static int MeanLuma(FrameEvidence evidence, int first, int until, PictureFrame bars)
    {
        var (left, right) = (PictureFrame.Parts(bars.Left, 16), FrameSketches.Width - PictureFrame.Parts(bars.Right, 16));
        var (top, bottom) = (PictureFrame.Parts(bars.Top, 9), FrameSketches.Height - PictureFrame.Parts(bars.Bottom, 9));
        var (sum, count) = (0L, 0L);
        for (var frame = first; frame < until; frame++)
        {
            if (evidence.Sketches.Count < until || left >= right || top >= bottom)
            {
                (sum, count) = (sum + evidence.Scores[frame].Mean, count + 1);
                continue;
            }

            for (var row = top; row < bottom; row++)
            {
                foreach (var part in evidence.Sketches.Luma(frame).Slice(row * FrameSketches.Width + left, right - left))
                {
                    (sum, count) = (sum + part, count + 1);
                }
            }
        }

        return Mean(sum, Math.Max(1, count));
    }

    private static void Add(ReadOnlySpan<byte> means, long[] sums)
    {
        for (var part = 0; part < means.Length; part++)
        {
            sums[part] += means[part];
        }
    }

    private static int Mean(long sum, long count) => (int)((sum + count / 2) / count);

    private static void Paint(int y, int u, int v, Span<byte> rgb) => (rgb[0], rgb[1], rgb[2]) = (
        (byte)Math.Clamp(y + v * 1575 / 1000, 0, 255),
        (byte)Math.Clamp(y - (u * 187 + v * 468) / 1000, 0, 255),
        (byte)Math.Clamp(y + u * 1856 / 1000, 0, 255));
}
