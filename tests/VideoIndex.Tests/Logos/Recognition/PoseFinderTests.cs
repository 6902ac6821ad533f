using VideoIndex.Features;
using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Recognition;

namespace VideoIndex.Tests.Logos.Recognition;

public sealed class PoseFinderTests
{
    private static readonly LogoSize Size = new(200, 100);
    private static readonly PoseFinder Finder = new(Size, 1920, 1080);

    [Theory]
    [InlineData(0.3, 0.0, 400, 300, false)]
    [InlineData(1.5, 0.4, 900, 500, false)]
    [InlineData(0.5, -0.3, 1500, 800, true)]
    public void A_planted_pose_is_found_among_chance_matches(double scale, double turn, double x, double y, bool inverted)
    {
        var pose = Affine.Similarity(scale, turn, Size.Middle, new Point(x, y));

        var found = Finder.In([.. Planted(pose, 12, inverted), .. Chance(60, 7)]);

        Assert.True(found[0].Corners.Overlap(Quad.Of(pose, Size.Width, Size.Height)) > 0.9);
        Assert.Equal(inverted, found[0].Inverted);
        Assert.InRange(found[0].Matches, 10, 14);
        Assert.All(found.Skip(1), other => Assert.True(other.Score < found[0].Score / 2));
    }

    [Fact]
    public void A_slanted_logo_is_found_as_a_slanted_quad()
    {
        var pose = new Affine(0.8, 0.3, 500, 0.1, 1.1, 300);

        var found = Finder.In(Planted(pose, 14, inverted: false));

        Assert.True(found[0].Corners.Overlap(Quad.Of(pose, Size.Width, Size.Height)) > 0.95);
    }

    [Fact]
    public void Several_instances_are_several_poses()
    {
        Affine[] poses = [.. Enumerable.Range(0, 4).Select(at => Affine.Similarity(0.6, 0, Size.Middle, new Point(200 + (at * 400), 500)))];

        var found = Finder.In([.. poses.SelectMany(pose => Planted(pose, 10, inverted: false))]);

        Assert.Equal(4, found.Count(one => one.Score > 8));
        Assert.All(poses, pose => Assert.Contains(found, one => one.Corners.Overlap(Quad.Of(pose, Size.Width, Size.Height)) > 0.9));
    }

    [Fact]
    public void Chance_alone_scores_low()
    {
        var surest = Enumerable.Range(0, 40).Select(seed => Finder.In(Chance(80, seed)).Select(one => one.Score).DefaultIfEmpty(0).Max()).Max();

        Assert.True(surest < 6, $"{surest}");
    }

    [Fact]
    public void One_place_seen_many_times_is_one_match()
    {
        var pose = Affine.Similarity(1, 0, Size.Middle, new Point(600, 600));
        var one = Planted(pose, 12, inverted: false)[0];

        Assert.Empty(Finder.In([.. Enumerable.Repeat(one, 10)]));
    }

    [Fact]
    public void The_order_of_matches_does_not_matter()
    {
        FeatureMatch[] matches = [.. Planted(Affine.Similarity(0.7, 0.1, Size.Middle, new Point(700, 400)), 9, inverted: false), .. Chance(50, 3)];

        Assert.Equal(Finder.In(matches)[0].Score, Finder.In([.. matches.Reverse()])[0].Score);
    }

    // Half a pixel off, as keypoints are.
    private static FeatureMatch[] Planted(Affine pose, int count, bool inverted)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(at =>
        {
            var known = new Keypoint(random.Next(0, 200), random.Next(0, 100), 2 + random.NextSingle(), random.Next(0, 360));
            var place = pose.At(new Point(known.X, known.Y));
            var angle = pose.Turned(known.Angle * Math.PI / 180) * 180 / Math.PI;
            var seen = new Keypoint((float)(place.X + random.NextDouble() - 0.5), (float)(place.Y + random.NextDouble() - 0.5), (float)(known.Scale * pose.Scale), (float)angle);
            return new FeatureMatch(seen, known, 0.5 + (random.NextDouble() / 4), at, inverted);
        })];
    }

    private static FeatureMatch[] Chance(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(at => new FeatureMatch(
            new Keypoint(random.Next(0, 1920), random.Next(0, 1080), 1 + (6 * random.NextSingle()), random.Next(0, 360)),
            new Keypoint(random.Next(0, 200), random.Next(0, 100), 1 + (6 * random.NextSingle()), random.Next(0, 360)),
            0.6 + (random.NextDouble() * 0.4),
            1000 + random.Next(0, 60),
            random.Next(0, 2) == 0))];
    }
}
