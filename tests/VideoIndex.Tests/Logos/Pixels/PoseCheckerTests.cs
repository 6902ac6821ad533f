using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Pixels;
using VideoIndex.Logos.Recognition;
using VideoIndex.Looks;

namespace VideoIndex.Tests.Logos.Pixels;

public sealed class PoseCheckerTests
{
    private const int Width = 640, Height = 360;
    private static readonly LogoSize Size = new(PaintedMark.Width, PaintedMark.Height);
    private static readonly KnownExample Example = new(Size, []) { Patterns = MarkPatterns.Of(PaintedMark.Stripes.Picture()) };
    private static readonly PoseChecker Checker = new(Example);

    [Theory]
    [InlineData(1.0, 0.0, 0.0, 20, 220, 1)]
    [InlineData(1.0, 0.0, 0.0, 220, 20, 1)]
    [InlineData(0.8, 0.15, 0.1, 20, 220, 1)]
    [InlineData(0.5, -0.1, 0.1, 200, 60, 1)]
    [InlineData(1.0, 0.1, -0.1, 20, 220, 2)]
    [InlineData(0.5, 0.0, 0.0, 90, 140, 2)]
    public void A_pose_is_moved_to_where_its_pixels_are_whatever_the_tones(double scale, double turn, double slant, int ink, int ground, int shrunk)
    {
        var pose = Slanted(scale, turn, slant);
        var still = PaintedMark.Stripes.Still(pose, Width, Height, (byte)ink, (byte)ground, shrunk);

        var one = Assert.Single(Checker.Check([Found(Slanted(scale * 1.05, turn + 0.04, slant))], () => still));

        Assert.True(one.Pixels > 0.88, $"likeness {one.Pixels}");
        Assert.True(one.Corners.Overlap(Quad.Of(pose, Size.Width, Size.Height)) > 0.85, $"{one.Corners.Overlap(Quad.Of(pose, Size.Width, Size.Height))}");
    }

    [Fact]
    public void A_plain_patch_is_like_nothing()
    {
        var pose = Slanted(1, 0, 0);
        var seen = Assert.Single(Checker.Check([Found(pose)], () => PaintedMark.Stripes.Still(pose, Width, Height, 128, 128, 1)));

        Assert.Equal(0, seen.Pixels);
        Assert.True(seen.Score < Found(pose).Score);
    }

    [Fact]
    public void Another_word_in_the_same_strokes_is_less_like_it()
    {
        var pose = Slanted(1, 0, 0);
        var right = Assert.Single(Checker.Check([Found(pose)], () => PaintedMark.Stripes.Still(pose, Width, Height, 20, 220, 1)));
        var other = Assert.Single(Checker.Check([Found(pose)], () => PaintedMark.OtherWord.Still(pose, Width, Height, 20, 220, 1)));

        Assert.True(right.Pixels > 0.9);
        Assert.True(other.Pixels < right.Pixels - 0.25, $"{other.Pixels}");
    }

    [Fact]
    public void A_still_is_asked_for_only_where_there_is_something_to_compare()
    {
        var hopeless = Found(Slanted(1, 0, 0)) with { Score = -1 };

        Assert.Same(hopeless, Assert.Single(Checker.Check([hopeless], () => throw new InvalidOperationException("asked"))));
        Assert.Null(Assert.Single(Checker.Check([Found(Slanted(1, 0, 0))], () => null)).Pixels);
    }

    [Fact]
    public void A_pose_that_keypoints_put_a_little_off_is_moved_to_where_it_lies()
    {
        var pose = Slanted(0.8, 0, 0);
        var truth = Quad.Of(pose, Size.Width, Size.Height);
        var off = new Affine(0.86, 0, pose.X - 3, 0, 0.76, pose.Y + 4);
        var found = new FoundPose(off, Quad.Of(off, Size.Width, Size.Height), 4, 0.2, 5, false);

        var moved = Assert.Single(Checker.Check([found], () => PaintedMark.Stripes.Still(pose, Width, Height, 20, 220, 1)));

        Assert.True(moved.Corners.Overlap(truth) > found.Corners.Overlap(truth) + 0.05, $"{found.Corners.Overlap(truth)} to {moved.Corners.Overlap(truth)}");
        Assert.True(moved.Score > found.Score);
    }

    [Fact]
    public void A_pose_that_lies_mostly_outside_of_the_picture_is_not_taken_for_a_likeness()
    {
        var pose = new Affine(1, 0, Width - 60, 0, 1, 100);
        var found = new FoundPose(pose, Quad.Of(pose, Size.Width, Size.Height), 4, 0.2, 5, false);

        var seen = Assert.Single(Checker.Check([found], () => PaintedMark.Stripes.Still(pose, Width, Height, 20, 220, 1)));

        Assert.Equal(0, seen.Pixels);
    }

    [Fact]
    public void Levels_of_a_still_are_made_once()
    {
        var still = PaintedMark.Dots.Still(Slanted(1, 0, 0), Width, Height, 20, 220, 1);

        Assert.Same(StillLevels.Of(still), StillLevels.Of(still));
    }

    [Fact]
    public void An_example_is_drawn_in_each_size()
    {
        var patterns = MarkPatterns.Of(PaintedMark.Stripes.Picture());

        Assert.Equal(patterns.OrderBy(pattern => pattern.Width), patterns);
        Assert.True(patterns.Count >= 3);
        Assert.All(patterns, pattern => Assert.InRange(pattern.Width * pattern.Height, 200, 4000));
    }

    [Fact]
    public void An_example_that_lets_nothing_through_is_compared_without_a_margin()
    {
        var picture = new ColourPicture(100, 50, [.. Enumerable.Range(0, 100 * 50).SelectMany(at => (byte[])[(byte)(at % 100 * 2), 0, 0, 255])]);

        var largest = MarkPatterns.Of(picture)[^1];

        Assert.Equal(0, (-(largest.Place.X + 0.5) / largest.Place.Across) + 0.5, 6);
    }

    private static FoundPose Found(in Affine pose) => new(pose, Quad.Of(pose, Size.Width, Size.Height), 4, 0.2, 5, false);

    private static Affine Slanted(double scale, double turn, double slant)
    {
        var pose = Affine.Similarity(scale, turn, Size.Middle, new Point(330, 170));
        return pose with { B = pose.B + slant * scale, X = pose.X - (slant * scale * Size.Middle.Y) };
    }
}
