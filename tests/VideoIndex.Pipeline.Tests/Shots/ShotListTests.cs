using VideoIndex.Objects.Tracking;
using VideoIndex.Pipeline.Shots;
using VideoIndex.Shots;
using VideoIndex.Testing.Contracts;
using VideoIndex.Timing;

namespace VideoIndex.Pipeline.Tests.Shots;

public sealed class ShotListTests
{
    [Fact]
    public void Shots_touch_and_cover_every_frame_whatever_was_seen()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var evidence = Any(new Random(seed));
            var shots = Structure.Of(A.Video("film").Contents.Video, evidence, (new CutOptions(), new TrackOptions()), [], (first, _) => first).Shots;

            Assert.Equal((evidence.TimeOf(0), evidence.End), (shots[0].Shot.Span.Start, shots[^1].Shot.Span.End));
            Assert.Equal(shots.Skip(1).Select(shot => shot.Shot.Span.Start), shots.SkipLast(1).Select(shot => shot.Shot.Span.End));
            Assert.Equal(Enumerable.Range(1, shots.Count), shots.Select(shot => shot.Shot.Number));
            Assert.All(shots, shot => Assert.True(shot.Shot.Span.Contains(shot.KeyframeTime)));
        }
    }

    private static FrameEvidence Any(Random random)
    {
        var times = new List<long> { random.Next(-1000, 1000) };
        while (times.Count < 1 + random.Next(300))
        {
            times.Add(times[^1] + random.Next(1, 90));
        }

        var scores = times.Select(_ => Score(random)).ToList();
        var zero = new MediaTime(new Rational(times[0] - 10, 1000));
        return new FrameEvidence(new Rational(1, 1000), zero, times, scores, new MediaTime(new Rational(times[^1] + 40, 1000)) - new MediaDuration(zero.Seconds));
    }

    private static FrameScore Score(Random random)
    {
        var written = new byte[FrameScore.Size];
        random.NextBytes(written);
        return FrameScore.Read(written);
    }
}
