using System.Runtime.InteropServices;
using VideoIndex.Features;
using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Pixels;
using VideoIndex.Logos.Recognition;
using VideoIndex.Tests.Logos.Pixels;

namespace VideoIndex.Tests.Logos;

public sealed class LogoSearchTests
{
    private static readonly KnownExample Example = Made(seed: 1);

    [Fact]
    public void A_logo_is_found_at_each_look_its_tracks_run_through_where_the_camera_brings_it()
    {
        var pose = Affine.Similarity(0.5, 0.1, Example.Size.Middle, new Point(600, 400));
        var evidence = Evidence([.. Seen(Example, pose, first: 1, count: 3, background: 40), .. Noise(300)], pan: 50);

        var found = new LogoSearch(new HalfWords()).Find(evidence, Example, default).Where(one => one.Score > 10).ToList();

        Assert.Equal([1, 2, 3], found.Select(one => one.Look));
        for (var at = 0; at < 3; at++)
        {
            var expected = Quad.Of(Affine.Similarity(0.5, 0.1, Example.Size.Middle, new Point(600 + (50 * at), 400)), Example.Size.Width, Example.Size.Height);
            Assert.True(found[at].Corners.Overlap(expected) > 0.9);
        }
    }

    [Fact]
    public void What_is_no_nearer_than_the_background_is_not_believed()
    {
        var pose = Affine.Similarity(0.5, 0, Example.Size.Middle, new Point(600, 400));

        Assert.Empty(new LogoSearch(new HalfWords()).Find(Evidence([.. Seen(Example, pose, 0, 2, background: 4)]), Example, default));
    }

    [Fact]
    public void Another_logo_s_keypoints_are_not_this_one_s()
    {
        var pose = Affine.Similarity(0.5, 0, Example.Size.Middle, new Point(600, 400));

        Assert.Empty(new LogoSearch(new HalfWords()).Find(Evidence([.. Seen(Made(seed: 2), pose, 0, 2, background: 40)]), Example, default));
    }

    [Fact]
    public void Without_stills_an_example_with_pixels_is_found_as_one_without()
    {
        var pose = Affine.Similarity(0.5, 0.1, Example.Size.Middle, new Point(600, 400));
        var evidence = Evidence([.. Seen(Example, pose, first: 1, count: 3, background: 40), .. Noise(300)], pan: 50);
        var drawn = Example with { Patterns = MarkPatterns.Of(PaintedMark.Stripes.Picture()) };

        var plain = new LogoSearch(new HalfWords()).Find(evidence, Example, default).ToList();
        var found = new LogoSearch(new HalfWords()).Find(evidence, drawn, default).ToList();

        Assert.NotEmpty(found);
        Assert.Equal(plain, found);
        Assert.All(found, one => Assert.Null(one.Pixels));
    }

    [Fact]
    public void A_still_that_shows_something_else_speaks_against_what_keypoints_claim()
    {
        var pose = Affine.Similarity(0.5, 0.1, Example.Size.Middle, new Point(600, 400));
        var evidence = Evidence([.. Seen(Example, pose, first: 1, count: 1, background: 40)]);
        var drawn = Example with { Patterns = MarkPatterns.Of(PaintedMark.Stripes.Picture()) };
        var right = PaintedMark.Stripes.Still(pose, 1280, 720, ink: 30, ground: 200, shrunk: 2);
        var wrong = PaintedMark.Dots.Still(pose, 1280, 720, ink: 30, ground: 200, shrunk: 2);

        var with = Surest(evidence with { Stills = new OneStill(right) }, drawn);
        var against = Surest(evidence with { Stills = new OneStill(wrong) }, drawn);

        Assert.True(with.Pixels > 0.9);
        Assert.True(against.Pixels < 0.6, $"{against.Pixels}");
        Assert.True(with.Score > against.Score + 10);
    }

    [Fact]
    public void What_one_look_saw_surely_is_followed_by_its_pixels_where_keypoints_are_missing()
    {
        var pose = Affine.Similarity(0.5, 0.1, Example.Size.Middle, new Point(300, 400));
        var stills = Panned(pose, step: 50, until: 4);
        var evidence = Evidence([.. Seen(Example, pose, first: 2, count: 1, background: 40)], pan: 50) with { Stills = stills };
        var drawn = Example with { Patterns = MarkPatterns.Of(PaintedMark.Stripes.Picture()) };

        var found = new LogoSearch(new HalfWords()).Find(evidence, drawn, default).Where(one => one.Score > 18).ToList();

        Assert.Equal([0, 1, 2, 3], found.Select(one => one.Look));
        Assert.All(found, one => Assert.True(one.Pixels > 0.85, $"{one.Look}: {one.Pixels}"));
        Assert.All(found, one => Assert.True(one.Corners.Overlap(CornersAt(pose, 50 * (one.Look - 2))) > 0.8, $"{one.Look}"));
        Assert.All(found, one => Assert.True(one.Score <= found[2].Score));
    }

    [Fact]
    public void What_no_look_saw_surely_is_not_followed()
    {
        var pose = Affine.Similarity(0.5, 0.1, Example.Size.Middle, new Point(300, 400));
        var stills = Panned(pose, step: 50, until: 4, shown: PaintedMark.Dots);
        var evidence = Evidence([.. Seen(Example, pose, first: 2, count: 1, background: 40)], pan: 50) with { Stills = stills };
        var drawn = Example with { Patterns = MarkPatterns.Of(PaintedMark.Stripes.Picture()) };

        Assert.All(new LogoSearch(new HalfWords()).Find(evidence, drawn, default), one => Assert.Equal(2, one.Look));
    }

    private static Quad CornersAt(Affine pose, double moved) =>
        Quad.Of(pose with { X = pose.X + moved }, Example.Size.Width, Example.Size.Height);

    // Where the camera brings it, seen first at look 2; from a look on it is gone.
    private static LookStills Panned(Affine pose, double step, int until, PaintedMark? shown = null) => new([.. Enumerable.Range(0, 6).Select(look =>
        (look < until ? shown ?? PaintedMark.Stripes : PaintedMark.Dots).Still(pose with { X = pose.X + (step * (look - 2)) }, 1280, 720, ink: 30, ground: 200, shrunk: 2) with { Look = look })]);

    private sealed class LookStills(Still[] stills) : IStills
    {
        public Still? At(int look) => stills[look];
    }

    private static LogoSighting Surest(FeatureEvidence evidence, KnownExample example) =>
        new LogoSearch(new HalfWords()).Find(evidence, example, default).MaxBy(one => one.Score)!;

    private sealed class OneStill(Still still) : IStills
    {
        public Still? At(int look) => still;
    }

    private static KnownExample Made(int seed)
    {
        var random = new Random(seed);
        return new KnownExample(new LogoSize(200, 100), [.. Enumerable.Range(0, 40).Select(at => new KnownFeature(
            new Keypoint(random.Next(200), random.Next(100), 2 + (4 * random.NextSingle()), random.Next(360)), Code(random), at, false))]);
    }

    // Four bits off, as codes of the same thing are.
    private static IEnumerable<FeatureTrack> Seen(KnownExample example, Affine pose, uint first, byte count, byte background) => example.Features.Select(known =>
    {
        var place = pose.At(new Point(known.Keypoint.X, known.Keypoint.Y));
        var angle = pose.Turned(known.Keypoint.Angle * Math.PI / 180) * 180 / Math.PI;
        var seen = new Keypoint((float)place.X, (float)place.Y, (float)(known.Keypoint.Scale * pose.Scale), (float)((angle + 360) % 360));
        return new FeatureTrack(SeenFeature.Of(seen, new FeatureCode(known.Code.Low ^ 0x1111, known.Code.High), background), first, count);
    });

    private static IEnumerable<FeatureTrack> Noise(int count)
    {
        var random = new Random(9);
        return Enumerable.Range(0, count).Select(_ => new FeatureTrack(
            SeenFeature.Of(new Keypoint(random.Next(1280), random.Next(720), 1 + (3 * random.NextSingle()), random.Next(360)), Code(random), 40), (uint)random.Next(5), 1));
    }

    private static FeatureEvidence Evidence(FeatureTrack[] tracks, double pan = 0)
    {
        List<LookPose> looks = [LookPose.Start(0)];
        while (looks.Count < 6)
        {
            looks.Add(looks[^1].Then(looks.Count, new Affine(1, 0, pan, 0, 1, 0)));
        }

        var words = new HalfWords();
        FeatureTrack[] sorted = [.. tracks.OrderBy(track => words.WordOf(track.Feature.Code))];
        uint[] starts = [0, (uint)sorted.Count(track => words.WordOf(track.Feature.Code) == 0), (uint)sorted.Length];
        return new FeatureEvidence(1280, 720, Bytes(looks.ToArray()), Bytes(starts), Bytes(sorted));
    }

    private static byte[] Bytes<T>(T[] values)
        where T : struct => MemoryMarshal.AsBytes(values.AsSpan()).ToArray();

    private static FeatureCode Code(Random random) => new((ulong)random.NextInt64(), (ulong)random.NextInt64());

    private sealed class HalfWords : ICodeWords
    {
        public int Count => 2;

        public int WordOf(FeatureCode code) => (int)(code.High & 1);

        public IReadOnlyList<int> Near(FeatureCode code) => [0, 1];
    }
}
