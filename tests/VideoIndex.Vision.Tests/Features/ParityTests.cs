using System.Buffers.Binary;
using System.Globalization;
using VideoIndex.Accuracy.Features;
using VideoIndex.Features;
using VideoIndex.Vision.Features;
using Xunit.Abstractions;

namespace VideoIndex.Vision.Tests.Features;

/// <summary>The keypoints of painted pictures beside those of OpenCV 4.6's SIFT (see <c>opencv_sift.py</c>).</summary>
public sealed class ParityTests(ITestOutputHelper output)
{
    private const int EntryBytes = 16 + PictureFeatures.DescriptorBytes;

    [Fact]
    public void Nearly_all_keypoints_OpenCV_finds_are_found_in_the_same_place_at_the_same_scale_with_nearly_the_same_descriptor()
    {
        var (all, placed, turned, ours, cosines, away) = (0, 0, 0, 0, new List<double>(), new List<double>());
        var (theirs, features) = (Reference(), new PictureFeatures());
        for (var at = 0; at < FeaturesCommand.Pictures; at++)
        {
            var picture = PaintedPicture.Of(FeaturesCommand.FirstSeed + at, FeaturesCommand.Width, FeaturesCommand.Height);
            new FeatureExtractor().Extract(picture.Pixels, picture.Width, picture.Height, PictureArea.Whole(picture.Width, picture.Height), features);
            (all, ours) = (all + theirs[at].Count, ours + features.Count);
            foreach (var (keypoint, descriptor) in theirs[at])
            {
                var near = Enumerable.Range(0, features.Count).Where(mine => IsAt(features.Keypoints[mine], keypoint)).ToList();
                var same = near.Where(mine => Turned(features.Keypoints[mine], keypoint) < 15).Take(1).ToList();
                (placed, turned) = (placed + (near.Count > 0 ? 1 : 0), turned + same.Count);
                cosines.AddRange(same.Select(mine => Cosine(features.Descriptor(mine), descriptor)));
                away.AddRange(same.Select(mine => Away(features.Keypoints[mine], keypoint)));
            }
        }

        cosines.Sort();
        away.Sort();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"OpenCV {all}, ours {ours}; place and scale {(double)placed / all:0.000}, and angle {(double)turned / all:0.000}; median {away[away.Count / 2]:0.000} pixels away; cosine {cosines[cosines.Count / 2]:0.0000} in the middle, {cosines[cosines.Count / 20]:0.0000} at the worst twentieth"));
        Assert.True(placed >= 0.94 * all, $"{placed} of {all}");
        Assert.True(turned >= 0.90 * all, $"{turned} of {all}");
        Assert.True(cosines[cosines.Count / 2] >= 0.995 && cosines[cosines.Count / 20] >= 0.98, $"{cosines[cosines.Count / 2]}, {cosines[cosines.Count / 20]}");
        Assert.InRange(ours, all, all * 1.35);
    }

    private static bool IsAt(Keypoint mine, Keypoint theirs) => Away(mine, theirs) <= 1 && Math.Abs(Math.Log2(mine.Scale / theirs.Scale)) <= 0.25;

    private static double Away(Keypoint one, Keypoint other) => Math.Sqrt(Math.Pow(one.X - other.X, 2) + Math.Pow(one.Y - other.Y, 2));

    private static double Turned(Keypoint one, Keypoint other) => Math.Abs((one.Angle - other.Angle + 900) % 360 - 180);

    private static double Cosine(ReadOnlySpan<byte> root, byte[] theirs)
    {
        var (product, own, other) = (0.0, 0.0, (double)theirs.Sum(number => number));
        for (var at = 0; at < root.Length; at++)
        {
            product += root[at] * Math.Sqrt(theirs[at]);
            own += root[at] * root[at];
        }

        return product / Math.Sqrt(own * other);
    }

    private static List<List<(Keypoint Keypoint, byte[] Descriptor)>> Reference()
    {
        using var stream = typeof(ParityTests).Assembly.GetManifestResourceStream("opencv-sift.bin")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var (pictures, at) = (new List<List<(Keypoint, byte[])>>(), 0);
        while (at < bytes.Length)
        {
            var count = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
            pictures.Add([.. Enumerable.Range(0, count).Select(point => Entry(bytes.AsSpan(at + 4 + point * EntryBytes, EntryBytes)))]);
            at += 4 + count * EntryBytes;
        }

        return pictures;
    }

    private static (Keypoint Keypoint, byte[] Descriptor) Entry(ReadOnlySpan<byte> bytes)
    {
        var keypoint = new Keypoint(
            BinaryPrimitives.ReadSingleLittleEndian(bytes),
            BinaryPrimitives.ReadSingleLittleEndian(bytes[4..]),
            BinaryPrimitives.ReadSingleLittleEndian(bytes[8..]),
            BinaryPrimitives.ReadSingleLittleEndian(bytes[12..]));
        return (keypoint, bytes[16..].ToArray());
    }
}
