using VideoIndex.Ffmpeg.Captions.Cea608;
using VideoIndex.Ffmpeg.Captions.Pictures;

namespace VideoIndex.Ffmpeg.Tests.Captions;

public sealed class CaptionUserDataTests
{
    private static readonly CaptionPair[] Hi = [.. PairScript.Pairs("HI"), .. PairScript.Pairs("HO", secondField: true)];

    [Theory]
    [InlineData("h264")]
    [InlineData("hevc")]
    [InlineData("mpeg2video")]
    public void Pairs_come_out_of_a_picture_as_they_went_in(string codec) =>
        Assert.Equal(Hi, PictureCaptions.For(codec)!.Read(CaptionedPicture.Of(codec, Hi)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_older_way_of_cable_counts_fields_as_they_are_shown(bool bottomFieldFirst) =>
        Assert.Equal(Hi, PictureCaptions.For("mpeg2video")!.Read(CaptionedPicture.Scte20(Hi, bottomFieldFirst)));

    [Fact]
    public void Bytes_that_look_like_a_start_code_are_restored()
    {
        CaptionPair[] zeros = [new(false, 0, 0), new(false, 0, 1), new(false, 0, 3)];

        Assert.Equal(zeros, PictureCaptions.For("h264")!.Read(CaptionedPicture.Of("h264", zeros)));
    }

    [Fact]
    public void Pictures_of_other_codecs_hold_no_captions() => Assert.Null(PictureCaptions.For("vp9"));

    [Theory]
    [InlineData("h264")]
    [InlineData("hevc")]
    [InlineData("mpeg2video")]
    public void Damaged_pictures_are_survived(string codec)
    {
        var random = new Random(94);
        var reader = PictureCaptions.For(codec)!;
        for (var round = 0; round < 20_000; round++)
        {
            var picture = round % 2 == 0 ? CaptionedPicture.Of(codec, Hi) : CaptionedPicture.Scte20(Hi, round % 3 == 0);
            for (var hits = random.Next(1, 6); hits > 0; hits--)
            {
                picture[random.Next(picture.Length)] = (byte)random.Next(256);
            }

            Assert.InRange(reader.Read(picture.AsSpan(0, random.Next(picture.Length + 1))).Count, 0, 31 + Hi.Length);
        }
    }
}
