using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Media;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Tests.Decoding;

public sealed class SeekPointTests
{
    [Theory]
    [InlineData("mov,mp4,m4a,3gp,3g2,mj2", 900_000L, 1_080_000L, "10132500us")] // above the sync frame, below the next
    [InlineData("matroska,webm", 900_000L, null, "10132500us")]
    [InlineData("mov,mp4,m4a,3gp,3g2,mj2", 900_000L, 903_600L, "10000001us")] // the next is near: at it, no higher
    [InlineData("mpegts", 900_000L, 1_080_000L, "9300000us")] // found by decoding time, so well before it
    [InlineData("mpegts", 45_000L, null, null)] // that is before the beginning: start there
    [InlineData("matroska,webm", -45_000L, null, null)]
    [InlineData("matroska,webm", null, null, null)]
    public void A_seek_aims_at_the_sync_frame_and_no_other(string format, long? from, long? next, string? aim)
    {
        var probe = new MediaProbe
        {
            Format = format,
            Pictures = [new PictureTrack { Index = 0, Codec = "h264", Width = 640, Height = 360, TimeBase = new Rational(1, 90_000) }],
        };

        Assert.Equal(aim, SeekPoint.Of(probe, new Segment(from, null, null, 0, next)));
    }
}
