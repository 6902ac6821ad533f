using VideoIndex.Shots;
using VideoIndex.Timing;
using VideoIndex.Vision.Shots;

namespace VideoIndex.Vision.Tests.Shots;

public sealed class KeyframeChooserTests
{
    [Fact]
    public void A_still_hour_keeps_one_picture()
    {
        var (chooser, onDisk) = (new KeyframeChooser(), 0);
        for (var frame = 0; frame < 90_000; frame++)
        {
            onDisk += frame % 12 == 0 ? 1 : 0;
            onDisk -= chooser.Add(frame, Still, frame % 12 == 0 ? $"{frame}.jpg" : null).Count;
            Assert.InRange(onDisk, 0, 4);
        }

        chooser.Finish();
        Assert.Single(chooser.Kept);
    }

    [Fact]
    public void A_keyframe_is_not_black_while_there_is_something_to_see() =>
        Assert.Equal("24.jpg", Chosen(60, frame => frame is >= 20 and < 30 ? Still : Still with { Mean = 3, Deviation = 1 }));

    [Fact]
    public void A_keyframe_is_sharp() =>
        Assert.Equal("36.jpg", Chosen(60, frame => frame == 36 ? Still : Still with { Sharpness = 5 }));

    [Fact]
    public void A_keyframe_keeps_away_from_the_ends_of_its_shot() =>
        Assert.Equal("12.jpg", Chosen(60, frame => frame is 0 or 54 ? Still with { Sharpness = 90 } : Still));

    [Fact]
    public void A_shot_without_a_picture_has_no_keyframe()
    {
        var chooser = new KeyframeChooser();
        Enumerable.Range(0, 60).ToList().ForEach(frame => chooser.Add(frame, Still, frame % 12 == 0 ? $"{frame}.jpg" : null));
        chooser.Finish();

        Assert.Null(chooser.Choose(1, 6));
    }

    [Fact]
    public void At_every_threshold_every_shot_that_was_offered_a_picture_has_one()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var (random, chooser, deleted) = (new Random(seed), new KeyframeChooser(), new List<string>());
            var scores = Enumerable.Range(0, 600).Select(_ => Any(random)).ToList();
            for (var frame = 0; frame < scores.Count; frame++)
            {
                deleted.AddRange(chooser.Add(frame, scores[frame], frame % 12 == 0 ? $"{frame}.jpg" : null));
            }

            deleted.AddRange(chooser.Finish());
            Assert.Equal(50, deleted.Distinct().Count() + chooser.Kept.Count());
            var evidence = new FrameEvidence(
                new Rational(1, 25), default, [.. Enumerable.Range(0, 600).Select(frame => (long)frame)], scores, FrameRate.Pal.StartOf(600));
            for (var threshold = CutOptions.LeastThreshold; threshold <= 100; threshold += 5)
            {
                int[] ends = [0, .. HardCuts.Find(evidence, new CutOptions { Threshold = threshold }), 600];
                foreach (var (first, end) in ends.Zip(ends.Skip(1)))
                {
                    var offered = (first + 11) / 12 * 12 < end;
                    var chosen = chooser.Choose(first, end);
                    Assert.Equal(offered, chosen is not null);
                    Assert.True(chosen is null || (chosen.Frame >= first && chosen.Frame < end && !deleted.Contains(chosen.Picture)));
                }
            }
        }
    }

    private static FrameScore Still { get; } = new(20, 20, 50, 120, 50, 40, 1, new(20, 20, 50), new(20, 20, 50), new(20, 20, 50), 60);

    private static string? Chosen(int frames, Func<int, FrameScore> scores)
    {
        var chooser = new KeyframeChooser();
        for (var frame = 0; frame < frames; frame++)
        {
            chooser.Add(frame, scores(frame), frame % 6 == 0 ? $"{frame}.jpg" : null);
        }

        chooser.Finish();
        return chooser.Choose(0, frames)?.Picture;
    }

    private static FrameScore Any(Random random)
    {
        var much = random.Next(25) == 0;
        ushort Change() => (ushort)(much ? random.Next(9000, 40000) : random.Next(0, 3000));
        return new FrameScore(
            (ushort)(much ? random.Next(2000, 20000) : random.Next(600)), Change(), Change(), (byte)random.Next(256), (byte)random.Next(100),
            (byte)random.Next(256), 0, new(9000, 30000, 30000), new(9000, 30000, 25000), new(9000, 30000, 25000), 80, (byte)(much ? 200 : 10),
            (byte)(much ? 180 : 5), Change());
    }
}
