using VideoIndex.Testing.Contracts;
using VideoIndex.Timing;

namespace VideoIndex.Tests.Timing;

public sealed class TimeTextTests
{
    private static readonly TimecodeTrack Labels = TimecodeTrack.Running(FrameRate.Ntsc, default);

    [Theory]
    [InlineData("9009/250", "9009/250", "0")]
    [InlineData("36", "36", "0")]
    [InlineData("36.5", "73/2", "0")] // short decimals are meant as they stand
    [InlineData("36.036", "9009/250", "1/2000")]
    [InlineData("0.333333", "333333/1000000", "1/2000000")]
    [InlineData("0.333333333", "333333333/1000000000", "1/2000000000")]
    [InlineData("0.3333333339", "333333333/1000000000", "1/2000000000")] // nine digits are kept
    [InlineData("1:02.5", "125/2", "0")]
    [InlineData("1:00:02", "3602", "0")]
    [InlineData("90:00", "5400", "0")]
    [InlineData("00:00:01;00", "1001/1000", "1001/240000")]
    [InlineData("00:00:01:00", "1001/1000", "1001/240000")] // many people type a colon for drop-frame too
    public void What_people_write_is_read(string text, string time, string rounding)
    {
        Assert.True(TimeText.TryRead(text, Labels, out var read));

        Assert.Equal((A.Time(time), A.Time(rounding).Seconds), (read.Time, read.Rounding.Seconds));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    [InlineData("-1")]
    [InlineData("1,5")]
    [InlineData("1e3")]
    [InlineData("1:2:3:4:5")]
    [InlineData("00:01:00;00")] // a label no frame bears
    [InlineData("1/0")]
    [InlineData("2000000000")]
    [InlineData("100001:00")]
    public void What_is_no_time_is_not_read(string? text) => Assert.False(TimeText.TryRead(text, Labels, out _));

    [Fact]
    public void Without_labels_there_is_no_timecode() => Assert.False(TimeText.TryRead("00:00:01:00", labels: null, out _));
}
