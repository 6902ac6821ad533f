using VideoIndex.Looks;
using VideoIndex.Objects;
using VideoIndex.Objects.Tracking;
using VideoIndex.Shots;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Tests.Objects;

public sealed class ObjectTagsTests
{
    private static readonly Origin Model = new("model", "stub", "1");

    [Fact]
    public void A_thing_comes_and_goes_halfway_between_two_looks_and_stays_in_its_shot()
    {
        // Ten looks, every 12th of 120 frames at 25 a second; a cut at frame 60; seen from look 1 to look 7.
        var tags = Tags([(0, 60), (60, 120)], look => look is >= 1 and <= 7 ? [Seen(900)] : []);

        Assert.Equal(["[6/25 s, 12/5 s)", "[12/5 s, 18/5 s)"], tags.Select(tag => tag.Span.ToString()));
        Assert.All(tags, tag => Assert.Equal((TagKinds.Objects, "car", 0.9, Model), (tag.Kind, tag.Label, tag.Confidence.Value, tag.Origin)));
    }

    [Fact]
    public void The_way_is_kept_with_the_surest_look_as_its_place()
    {
        var tag = Assert.Single(Tags([(0, 120)], look => look < 3 ? [Seen(600 + (look == 1 ? 300 : 0), 1000 + (100 * look))] : []));

        Assert.Equal(new PictureBox(1100, 4000, 600, 1500), tag.Box);
        Assert.Equal(["0 s 1000 600", "12/25 s 1100 900", "24/25 s 1200 600"], tag.Path!.Points.Select(point => $"{point.At} {point.Box.Left} {point.Score}"));
        Assert.Equal("stub 1 saw it at 3 of 3 looks, .70 sure on average and .90 at most; linked by tracks 2.", tag.How);
    }

    [Fact]
    public void What_is_seen_once_is_told_of_only_in_a_shot_of_one_look()
    {
        Assert.Empty(Tags([(0, 120)], look => look == 3 ? [Seen(900)] : []));
        Assert.Single(Tags([(0, 36), (36, 48), (48, 120)], look => look == 3 ? [Seen(900)] : []));
    }

    [Fact]
    public void A_higher_threshold_tells_of_less_without_looking_again()
    {
        Assert.Single(Tags([(0, 120)], _ => [Seen(600)]));
        Assert.Empty(Tags([(0, 120)], _ => [Seen(600)], new TrackOptions { Threshold = 700 }));
    }

    [Fact]
    public void A_path_is_written_and_read_again()
    {
        var path = new TagPath([new PathPoint(new MediaTime(new Rational(-1001, 30_000)), new PictureBox(1, 2, 3, 4), 5), new PathPoint(new MediaTime(new Rational(1, 3)), new PictureBox(10_000, 0, 9999, 77), 1000)]);

        Assert.Equal(path, TagPathForm.Read(TagPathForm.Write(path)));
        Assert.Throws<InvalidDataException>(() => TagPathForm.Read([9, 0, 1]));
    }

    [Fact]
    public void Of_a_look_the_surest_are_kept_inside_the_picture_and_what_is_no_number_is_not()
    {
        var found = Enumerable.Range(0, 100).Select(one => new Detection(one, one / 100f, new DetectionBox(-5, 0, 50, 100))).ToList();
        found.Add(new Detection(0, float.NaN, new DetectionBox(0, 0, 9, 9)));
        found.Add(new Detection(0, 1, new DetectionBox(200, 0, 300, 9)));

        var kept = SeenObject.Kept(found, 100, 100);

        Assert.Equal(SeenObject.MostInALook, kept.Count);
        Assert.Equal(new SeenObject(99, 990, new PictureBox(0, 0, 5000, 10_000)), kept[0]);
        Assert.Equal(36, kept[^1].Label);
    }

    private static SeenObject Seen(int score, int left = 1000) => new(0, score, new PictureBox(left, 4000, 600, 1500));

    private static IReadOnlyList<Tag> Tags((int, int)[] shots, Func<int, IReadOnlyList<SeenObject>> seen, TrackOptions? options = null)
    {
        var evidence = new FrameEvidence(
            new Rational(1, 25), default, [.. Enumerable.Range(0, 120).Select(frame => (long)frame)], new FrameScore[120], new MediaTime(new Rational(120, 25)))
        {
            Looks = new FrameLooks([.. Enumerable.Range(0, 10).Select(look => look * 12)], new byte[10 * LookFacts.Size]),
            Detections = [new DetectionLog(TagKinds.Objects, Model, ["car"], [.. Enumerable.Range(0, 10).Select(seen)])],
        };
        return ObjectTags.Of(default, evidence, shots, options ?? new TrackOptions());
    }
}
