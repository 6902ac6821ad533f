using VideoIndex.Testing.Contracts;
using VideoIndex.Timing;

namespace VideoIndex.Tests.Timing;

public sealed class TimecodeTrackTests
{
    [Theory]
    [InlineData("0", "01:00:59;28")]
    [InlineData("1001/30000", "01:00:59;29")]
    [InlineData("2002/30000", "01:01:00;02")]
    [InlineData("-1001/30000", "01:00:59;27")] // before the first frame labels count backwards
    [InlineData("33/1000", "01:00:59;29")] // a container in milliseconds writes 33.4 as 33
    [InlineData("30/1000", "01:00:59;29")] // less than an eighth of a frame early
    [InlineData("29/1000", "01:00:59;28")] // more
    public void The_frame_on_screen_gives_the_label(string time, string label) =>
        Assert.Equal(label, Track("01:00:59;28", "0").At(A.Time(time)).ToString());

    [Theory]
    [InlineData("0", "1001/30000", "[0, 1)")]
    [InlineData("1001/30000", "3003/30000", "[1, 3)")]
    [InlineData("1001/30000", "2003/30000", "[1, 2)")] // a sliver of the third frame, less than an eighth
    [InlineData("1001/30000", "2500/30000", "[1, 3)")] // into the third frame
    [InlineData("33/1000", "67/1000", "[1, 2)")] // a container in milliseconds
    [InlineData("1500/30000", "1600/30000", "[1, 2)")] // inside one frame
    [InlineData("1001/30000", "1001/30000", "[1, 2)")] // a point is the frame it is in
    public void A_span_holds_the_frames_on_screen_in_it(string start, string end, string frames) =>
        Assert.Equal(frames, Track("01:00:59;28", "0").FramesOf(new MediaSpan(A.Time(start), A.Time(end))).ToString());

    [Fact]
    public void Every_label_leads_to_the_frame_that_bears_it()
    {
        var track = Track("23:59:50;00", "417/500");
        for (var frame = 0; frame < 10_000; frame++) // past midnight too
        {
            var start = track.FirstFrame + new MediaDuration(FrameRate.Ntsc.StartOf(frame).Seconds);

            Assert.Equal(start, track.StartOf(track.At(start)));
        }
    }

    [Fact]
    public void Without_a_timecode_labels_run_from_a_player_s_zero()
    {
        Assert.Equal("00:00:00;25", TimecodeTrack.Running(FrameRate.Ntsc, A.Time("417/500")).First.ToString());
        Assert.Equal("00:00:00:00", TimecodeTrack.Running(FrameRate.NtscFilm, default).First.ToString());
    }

    [Fact]
    public void A_label_of_another_count_is_refused()
    {
        var track = Track("01:00:00;00", "0");
        Assert.True(Timecode.TryParse("01:00:00:00", FrameRate.Ntsc, out var other));

        Assert.Throws<ArgumentException>(() => track.StartOf(other));
    }

    private static TimecodeTrack Track(string first, string firstFrame) =>
        Timecode.TryParse(first, FrameRate.Ntsc, out var label) ? new TimecodeTrack(label, A.Time(firstFrame)) : throw new ArgumentException(first);
}
