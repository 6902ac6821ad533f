using VideoIndex.Accuracy.Features;
using VideoIndex.Features;
using VideoIndex.Looks;
using VideoIndex.Vision.Features;
using VideoIndex.Vision.Features.Arithmetic;

namespace VideoIndex.Vision.Tests.Features;

public sealed class FeatureExtractorTests
{
    private static readonly GrayPicture Painted = PaintedPicture.Of(77, 333, 251);

    [Fact]
    public void Vectors_of_any_size_give_the_same_bytes_as_one_number_at_a_time()
    {
        var expected = Extract(Painted, wide: Wide.One);
        Assert.True(expected.Count > 100, $"{expected.Count}");
        foreach (var wide in Enum.GetValues<Wide>().Where(Processor.Has))
        {
            AssertSame(expected, Extract(Painted, wide: wide), Enumerable.Range(0, expected.Count));
        }
    }

    [Fact]
    public void A_part_of_a_picture_gives_exactly_the_whole_picture_s_keypoints_that_lie_in_it()
    {
        var whole = Extract(Painted);
        var area = new PictureArea(Painted.Width, Painted.Height);
        area.Add(40, 100, 70, 30);
        area.Add(250, 0, 20, 20);
        area.Add(320, 240, 100, 100);
        var inside = Enumerable.Range(0, whole.Count).Where(at => area.Holds(whole.Keypoints[at].X, whole.Keypoints[at].Y)).ToList();
        Assert.InRange(inside.Count, 10, whole.Count - 10);
        AssertSame(whole, Extract(Painted, area), inside);
    }

    [Fact]
    public void An_extractor_gives_the_same_of_a_picture_whatever_it_saw_before()
    {
        var (extractor, features) = (new FeatureExtractor(), new PictureFeatures());
        var large = PaintedPicture.Of(78, 700, 400);
        extractor.Extract(large.Pixels, large.Width, large.Height, PictureArea.Whole(large.Width, large.Height), features);
        extractor.Extract(Painted.Pixels, Painted.Width, Painted.Height, PictureArea.Whole(Painted.Width, Painted.Height), features);
        var expected = Extract(Painted);
        AssertSame(expected, features, Enumerable.Range(0, expected.Count));
    }

    // Not all: on straight strokes an extremum hangs on the last bit, and rounding half up is not the same upside down.
    [Fact]
    public void Black_for_white_gives_the_inverted_descriptors_of_most_keypoints()
    {
        var (inverted, negative) = (new PictureFeatures(), Extract(Painted with { Pixels = [.. Painted.Pixels.Select(luma => (byte)(255 - luma))] }));
        Extract(Painted).Invert(inverted);
        var same = Enumerable.Range(0, inverted.Count).Count(at => Enumerable.Range(0, negative.Count).Any(other => IsNearly(inverted, at, negative, other)));
        Assert.True(same >= 0.8 * inverted.Count, $"{same} of {inverted.Count}");
    }

    [Fact]
    public void A_disc_is_found_at_its_centre_at_its_size()
    {
        var picture = new GrayPicture(200, 160, new byte[200 * 160]);
        for (var at = 0; at < picture.Pixels.Length; at++)
        {
            picture.Pixels[at] = (byte)(Math.Pow(at % 200 - 90, 2) + Math.Pow(at / 200 - 70, 2) <= 144 ? 220 : 40);
        }

        var features = Extract(picture);
        Assert.Contains(features.Keypoints.ToArray(), point => Math.Abs(point.X - 90) < 0.3 && Math.Abs(point.Y - 70) < 0.3 && Math.Abs(point.Scale - 12 / 1.6) < 0.4);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(128)]
    [InlineData(255)]
    public void A_flat_picture_has_no_keypoints(byte luma) =>
        Assert.Equal(0, Extract(new GrayPicture(64, 48, [.. Enumerable.Repeat(luma, 64 * 48)])).Count);

    [Fact]
    public void Chess_squares_of_black_and_white_overflow_nothing()
    {
        var picture = new GrayPicture(96, 96, [.. Enumerable.Range(0, 96 * 96).Select(at => (byte)((at % 96 / 7 + at / 96 / 7) % 2 * 255))]);
        var (fast, slow) = (Extract(picture), Extract(picture, wide: Wide.One));
        Assert.True(slow.Count > 50, $"{slow.Count}");
        AssertSame(slow, fast, Enumerable.Range(0, slow.Count));
    }

    [Fact]
    public void A_picture_too_small_has_no_keypoints_and_a_wrong_size_is_refused()
    {
        Assert.Equal(0, Extract(new GrayPicture(15, 40, new byte[600])).Count);
        Assert.Throws<ArgumentException>(() => new FeatureExtractor().Extract(new byte[99], 10, 10, PictureArea.Whole(10, 10), new PictureFeatures()));
        Assert.Throws<ArgumentException>(() => new FeatureExtractor().Extract(new byte[100], 10, 10, PictureArea.Whole(10, 11), new PictureFeatures()));
    }

    private static PictureFeatures Extract(GrayPicture picture, PictureArea? area = null, Wide? wide = null)
    {
        var features = new PictureFeatures();
        var extractor = new FeatureExtractor(new FeatureOptions(), wide ?? Processor.Best);
        extractor.Extract(picture.Pixels, picture.Width, picture.Height, area ?? PictureArea.Whole(picture.Width, picture.Height), features);
        return features;
    }

    private static void AssertSame(PictureFeatures expected, PictureFeatures actual, IEnumerable<int> of)
    {
        var wanted = of.ToList();
        Assert.Equal(wanted.Count, actual.Count);
        for (var at = 0; at < wanted.Count; at++)
        {
            Assert.Equal(expected.Keypoints[wanted[at]], actual.Keypoints[at]);
            Assert.Equal(expected.Descriptor(wanted[at]).ToArray(), actual.Descriptor(at).ToArray());
        }
    }

    private static bool IsNearly(PictureFeatures one, int at, PictureFeatures other, int there)
    {
        var (a, b) = (one.Keypoints[at], other.Keypoints[there]);
        if (Math.Abs(a.X - b.X) > 0.3 || Math.Abs(a.Y - b.Y) > 0.3 || Math.Abs((a.Angle - b.Angle + 900) % 360 - 180) > 3)
        {
            return false;
        }

        var (x, y) = (one.Descriptor(at).ToArray(), other.Descriptor(there).ToArray());
        return x.Zip(y).Sum(pair => Math.Pow(pair.First - pair.Second, 2)) < 60 * 60;
    }
}
