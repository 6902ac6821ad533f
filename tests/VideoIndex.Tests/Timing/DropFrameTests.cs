using VideoIndex.Timing;

namespace VideoIndex.Tests.Timing;

/// <summary>What SMPTE ST 12-1 says of well-known frames.</summary>
public sealed class DropFrameTests
{
    [Theory]
    [InlineData(0, "00:00:00;00")]
    [InlineData(1799, "00:00:59;29")]
    [InlineData(1800, "00:01:00;02")]
    [InlineData(1803, "00:01:00;05")]
    [InlineData(10789, "00:05:59;29")]
    [InlineData(10790, "00:06:00;02")]
    [InlineData(17981, "00:09:59;29")]
    [InlineData(17982, "00:10:00;00")]
    [InlineData(107892, "01:00:00;00")]
    [InlineData(1078920, "10:00:00;00")]
    [InlineData(1084319, "10:03:00;05")]
    [InlineData(2589407, "23:59:59;29")]
    [InlineData(10789, "00:05:59:19")]
    [InlineData(10790, "00:05:59:20")]
    [InlineData(17981, "00:09:59:11")]
    [InlineData(17982, "00:09:59:12")]
    [InlineData(1084319, "10:02:23:29")]
    public void A_frame_at_30000_1001_bears_its_label(long frame, string label) => Check(FrameRate.Ntsc, frame, label);

    [Theory]
    [InlineData(1084319, "05:01:30;03")]
    [InlineData(3599, "00:00:59;59")]
    [InlineData(3600, "00:01:00;04")]
    public void A_frame_at_60000_1001_bears_its_label(long frame, string label) => Check(FrameRate.Ntsc60, frame, label);

    [Theory]
    [InlineData("00:01:00;00", 30000)]
    [InlineData("00:01:00;01", 30000)]
    [InlineData("00:09:00;00", 30000)]
    [InlineData("00:01:00;03", 60000)]
    [InlineData("00:00:00;00", 24000)] // no drop-frame at this rate
    [InlineData("00:00:00:24", 24000)] // no frame 24 at 24 a second
    public void A_label_that_is_skipped_or_cannot_be_is_refused(string label, int framesPer1001Seconds) =>
        Assert.False(Timecode.TryParse(label, new FrameRate(framesPer1001Seconds, 1001), out _));

    [Fact]
    public void A_day_of_drop_frame_has_2589408_frames()
    {
        Assert.Equal(2_589_408, Timecode.FromFrame(0, FrameRate.Ntsc, dropFrame: true).FramesPerDay);
        Assert.Equal("23:59:59;29", Timecode.FromFrame(-1, FrameRate.Ntsc, dropFrame: true).ToString());
    }

    private static void Check(FrameRate rate, long frame, string label)
    {
        Assert.Equal(label, Timecode.FromFrame(frame, rate, label.Contains(';', StringComparison.Ordinal)).ToString());
        Assert.True(Timecode.TryParse(label, rate, out var read));
        Assert.Equal(frame, read.Frame);
    }
}
