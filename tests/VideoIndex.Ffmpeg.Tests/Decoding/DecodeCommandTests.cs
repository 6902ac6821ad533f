using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Media;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Tests.Decoding;

public sealed class DecodeCommandTests
{
    [Fact]
    public void The_whole_a_segment_and_a_survey_are_decoded_with_what_was_approved() => Golden.Verify(string.Join("\n\n",
    [
        Command(new DecodeOrder("a.mp4", Film(60), Segment.Whole, "pictures")),
        Command(new DecodeOrder("a.mp4", Film(60), new Segment(900_000, 1_800_000, 1_830_000, 250, 1_080_000), "pictures")),
        Command(new DecodeOrder("a.mp4", Film(60), Segment.Whole, "pictures", SyncFramesOnly: true)),
    ]) + "\n");

    [Theory]
    [InlineData(60, "12")]
    [InlineData(null, "12")] // it may be long
    [InlineData(10, "1")]
    public void A_short_video_is_decoded_on_one_thread(int? seconds, string threads) =>
        Assert.Equal(threads, DecodeCommand.Arguments(new DecodeOrder("a.mp4", Film(seconds), Segment.Whole, "pictures")).SkipWhile(word => word != "-threads").ElementAt(1));

    private static string Command(DecodeOrder order) => string.Join('\n', DecodeCommand.Arguments(order));

    private static MediaProbe Film(int? seconds) => new()
    {
        Format = "mov,mp4,m4a,3gp,3g2,mj2",
        DeclaredDuration = seconds is { } length ? new MediaDuration(new Rational(length, 1)) : null,
        Pictures = [new PictureTrack { Index = 1, Codec = "h264", Width = 1920, Height = 1080, TimeBase = new Rational(1, 90_000) }],
    };
}
