using VideoIndex.Shots;
using VideoIndex.Testing.Contracts;
using VideoIndex.Timing;

namespace VideoIndex.Tests.Timing;

public sealed class FrameEvidenceTests
{
    // In milliseconds, from a container whose clock shows 10 s when a player's shows 0.
    private static readonly FrameEvidence Frames = new(new Rational(1, 1000), A.Time("10"), [10_500, 10_533, 10_567, 10_600], new FrameScore[4], A.Time("633/1000"));

    [Theory]
    [InlineData("0", 0)] // the first frame stands for anything before it
    [InlineData("1/2", 0)]
    [InlineData("532999/1000000", 0)]
    [InlineData("533/1000", 1)]
    [InlineData("1", 3)]
    public void The_frame_on_screen_is_the_last_that_has_started(string time, int frame) => Assert.Equal(frame, Frames.FrameAt(A.Time(time)));

    [Theory]
    [InlineData("0.533", "533/1000")]
    [InlineData("0.5336", "5336/10000")] // no frame starts within half a unit of the last digit
    [InlineData("0.55", "11/20")]
    [InlineData("00:00:00;16", "533/1000")] // the label's exact start is 0.53387
    [InlineData("00:00:00;18", "3/5")] // and this one's 0.6006, past the frame's
    public void A_time_written_near_a_frame_s_start_is_that_start(string text, string expected)
    {
        Assert.True(TimeText.TryRead(text, TimecodeTrack.Running(FrameRate.Ntsc, default), out var written));

        Assert.Equal(A.Time(expected), Frames.TimeMeant(written));
    }

    [Fact]
    public void Every_frame_is_on_screen_from_its_start_to_the_next()
    {
        var random = new Random(5);
        var times = new List<long> { -7_000_000 };
        while (times.Count < 5000)
        {
            times.Add(times[^1] + random.Next(1, 5000));
        }

        var evidence = new FrameEvidence(new Rational(1, 90_000), A.Time("-80"), times, [], default);
        for (var frame = 1; frame < times.Count; frame++)
        {
            Assert.Equal(frame, evidence.FrameAt(evidence.TimeOf(frame)));
            Assert.Equal(frame - 1, evidence.FrameAt(evidence.TimeOf(frame) - new MediaDuration(new Rational(1, 1_000_000_000))));
        }
    }
}
