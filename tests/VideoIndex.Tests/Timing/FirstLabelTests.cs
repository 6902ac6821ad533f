using VideoIndex.Testing.Contracts;
using VideoIndex.Timing;

namespace VideoIndex.Tests.Timing;

public sealed class FirstLabelTests
{
    [Theory]
    [InlineData("10:00:00;10", "30000/1001", "60000/1001", "10:00:00;20")]
    [InlineData("00:01:00;02", "30000/1001", "60000/1001", "00:01:00;04")] // the first label of the minute is the first of it at both
    [InlineData("10:00:00:12", "25", "50", "10:00:00:24")]
    [InlineData("10:00:00:29", "30", "60000/1001", "10:00:00:58")]
    [InlineData("10:00:00;20", "60000/1001", "30000/1001", "10:00:00;10")]
    [InlineData("10:00:00:24", "50", "25", "10:00:00:12")]
    [InlineData("10:00:00;10", "2997/100", "30000/1001", "10:00:00;10")] // near enough to count the same
    [InlineData("10:00:00;10", "30", "30000/1001", "10:00:00;10")]
    [InlineData("10:00:00.10", "30000/1001", "30000/1001", "10:00:00;10")]
    [InlineData("10:00:01:15", "30000/1001", "24000/1001", "10:00:01:12")] // half a second is whole frames of both
    [InlineData("10:00:01:00", "24", "25", "10:00:01:00")]
    [InlineData("00:00:59:29", "30", "120", "00:00:59:116")]
    public void A_label_of_another_rate_is_said_at_the_picture_s(string written, string counted, string rate, string expected)
    {
        var (track, note) = FirstLabel.Of(written, Rate(counted), Rate(rate), A.Time("1/2"));

        Assert.Equal((expected, null, A.Time("1/2")), ($"{track.First}", note, track.FirstFrame));
    }

    [Theory]
    [InlineData("10:00:00:01", "30", "24", "it counts at 30 a second and the pictures at 24, so it names no frame of theirs")]
    [InlineData("10:00:00:11", "50", "25", "it counts at 50 a second and the pictures at 25, so it names no frame of theirs")]
    [InlineData("10:00:00:00", "25", "30000/1001", "it counts at 25 a second and the pictures at 30000/1001, so it names no frame of theirs")] // their seconds drift apart
    [InlineData("10:00:00:00", "24", "30000/1001", "it counts at 24 a second and the pictures at 30000/1001, so it names no frame of theirs")]
    [InlineData("10:00:00;00", null, "25", "there is no drop-frame timecode at 25 frames a second")]
    [InlineData("10:00:00;00", "30000/1001", "24000/1001", "there is no drop-frame timecode at 24000/1001 frames a second")]
    [InlineData("10:00:00;00", "30000/1001", "30", "there is no drop-frame timecode at 30 frames a second")]
    [InlineData("00:01:00;00", null, "30000/1001", "no frame bears it where 30 are counted to the second, drop-frame")]
    [InlineData("10:00:00:25", null, "25", "no frame bears it where 25 are counted to the second")]
    [InlineData("10:00:00:30", "30000/1001", "60000/1001", "no frame bears it where 30 are counted to the second")]
    [InlineData("24:00:00:00", null, "25", "no frame bears it where 25 are counted to the second")]
    [InlineData("-00:00:01:00", null, "25", "no frame bears it where 25 are counted to the second")]
    [InlineData("noon", null, "25", "no frame bears it where 25 are counted to the second")]
    [InlineData("23:59:59:29", "2147483647", "24", "no timecode counts 2147483647 to the second")] // no arithmetic gives way
    public void A_label_that_names_no_frame_is_not_taken(string written, string? counted, string rate, string why)
    {
        var (track, note) = FirstLabel.Of(written, counted is null ? null : Rate(counted), Rate(rate), A.Time("1/2"));

        Assert.Equal(TimecodeTrack.Running(Rate(rate), A.Time("1/2")), track);
        Assert.StartsWith($"The timecode the file carries, {written}, was not taken: {why}", note, StringComparison.Ordinal);
        Assert.EndsWith(". Its frames are labelled from zero.", note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10:00:00:30", "50", true)]
    [InlineData("10:00:00:00", "50", false)] // the same at every rate
    [InlineData("10:00:00:12", "25", false)]
    public void A_label_without_a_rate_is_taken_to_count_at_the_picture_s_and_says_so_where_there_is_doubt(string written, string rate, bool doubtful)
    {
        var (track, note) = FirstLabel.Of(written, null, Rate(rate), default);

        Assert.Equal((written, doubtful), ($"{track.First}", note is not null));
    }

    [Fact]
    public void Every_label_of_a_drop_frame_day_counts_twice_as_many_frames_at_twice_the_rate()
    {
        for (var frame = 0L; frame < 2_589_408; frame += 17)
        {
            var written = Timecode.FromFrame(frame, FrameRate.Ntsc, dropFrame: true).ToString();

            Assert.Equal(2 * frame, FirstLabel.Of(written, FrameRate.Ntsc, FrameRate.Ntsc60, default).Track.First.Frame);
        }
    }

    private static FrameRate Rate(string text) => FrameRate.TryParse(text, out var rate) ? rate : throw new FormatException(text);
}
