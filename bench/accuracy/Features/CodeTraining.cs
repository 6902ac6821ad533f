using VideoIndex.Features;
using VideoIndex.Vision.Features;
using VideoIndex.Vision.Features.Codes;

namespace VideoIndex.Accuracy.Features;

/// <summary>Learns the quantiser and draws the codes that show nothing in particular, from painted pictures.</summary>
internal static class CodeTraining
{
    private const int Size = Quantizer.Size;
    private const int Pictures = 48, Most = 16_000, Background = 4_096, Rounds = 25;
    private const double Unit = 8191;

    public static CodeBook Train()
    {
        var random = new Random(1);
        var samples = Descriptors(0, Pictures).OrderBy(_ => random.Next()).Take(Most).ToList();
        var mean = new double[Size];
        foreach (var sample in samples)
        {
            for (var at = 0; at < Size; at++)
            {
                mean[at] += sample[at] / (double)samples.Count;
            }
        }

        var turn = SquareMatrix.Any(random).Turn();
        for (var round = 0; round < Rounds; round++)
        {
            turn = Better(samples, mean, turn);
        }

        var (axes, thresholds) = Rounded(turn, mean);
        var quantizer = new Quantizer(axes, thresholds);
        var background = Descriptors(1000, Pictures).OrderBy(_ => random.Next()).Take(Background).Select(sample => quantizer.Encode(sample));
        return new CodeBook(axes, thresholds, [.. background]);
    }

    // Fixes the turn and takes each sample's nearest corner of the cube; fixes the corners and takes the best turn.
    private static SquareMatrix Better(List<byte[]> samples, double[] mean, SquareMatrix turn)
    {
        var (sum, centred, turned) = (new SquareMatrix(), new double[Size], new double[Size]);
        foreach (var sample in samples)
        {
            for (var at = 0; at < Size; at++)
            {
                centred[at] = sample[at] - mean[at];
            }

            for (var bit = 0; bit < Size; bit++)
            {
                turned[bit] = turn.Row(bit, centred);
            }

            for (var bit = 0; bit < Size; bit++)
            {
                sum.AddRow(bit, centred, turned[bit] > 0 ? 1 : -1);
            }
        }

        return sum.Turn();
    }

    private static (short[] Axes, int[] Thresholds) Rounded(SquareMatrix turn, double[] mean)
    {
        var (axes, thresholds) = (new short[Size * Size], new int[Size]);
        for (var bit = 0; bit < Size; bit++)
        {
            var threshold = 0.0;
            for (var at = 0; at < Size; at++)
            {
                axes[bit * Size + at] = (short)Math.Round(turn[bit, at] * Unit);
                threshold += axes[bit * Size + at] * mean[at];
            }

            thresholds[bit] = (int)Math.Round(threshold);
        }

        return (axes, thresholds);
    }

    private static IEnumerable<byte[]> Descriptors(int seed, int count)
    {
        var (extractor, features) = (new FeatureExtractor(), new PictureFeatures());
        for (var at = 0; at < count; at++)
        {
            var picture = PaintedPicture.Of(seed + at, 960, 540);
            extractor.Extract(picture.Pixels, picture.Width, picture.Height, PictureArea.Whole(picture.Width, picture.Height), features);
            for (var point = 0; point < features.Count; point++)
            {
                yield return features.Descriptor(point).ToArray();
            }
        }
    }
}
