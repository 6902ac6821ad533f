using VideoIndex.Ffmpeg.Captions;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Tests.Captions;

public sealed class CaptionCommandsTests
{
    private static readonly PictureTrack Plain = new() { Index = 3, Codec = "h264", Width = 320, Height = 180, TimeBase = new Rational(1, 90_000) };

    [Fact]
    public void Text_tracks_are_listed_as_approved() => Golden.Verify(Lines(CaptionCommands.ListPackets("s")));

    [Fact]
    public void Pictures_are_copied_as_approved() => Golden.Verify(Lines(CaptionCommands.CopyPictures(Plain)));

    [Theory]
    [InlineData("mpegts", false, true)]
    [InlineData("mpeg", false, true)]
    [InlineData("mov,mp4,m4a,3gp,3g2,mj2", false, false)]
    [InlineData("mov,mp4,m4a,3gp,3g2,mj2", true, true)]
    public void Pictures_are_searched_only_where_captions_may_be(string format, bool declared, bool searched)
    {
        var probe = new MediaProbe { Format = format, Pictures = [Plain with { HasClosedCaptions = declared }] };

        Assert.Equal(searched, FfmpegCaptionReader.Captioned(probe) is not null);
    }

    [Theory]
    [InlineData("subrip ass", "s")]
    [InlineData("subrip hdmv_pgs_subtitle ass", "0 2")]
    [InlineData("dvd_subtitle", "")]
    [InlineData("", "")]
    public void Tracks_that_hold_pictures_of_words_are_not_dumped(string codecs, string listings)
    {
        var tracks = codecs.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select((codec, index) => new CaptionTrack { Index = index, Number = index + 1, Codec = codec, TimeBase = new Rational(1, 1000) });

        Assert.Equal(listings, string.Join(' ', FfmpegCaptionReader.Listings([.. tracks])));
    }

    private static string Lines(IEnumerable<string> arguments) =>
        string.Join('\n', arguments).Replace(string.Join('\n', AllowList.Options), "(allow list)") + "\n";
}
