using VideoIndex.Ffmpeg.Decoding;

namespace VideoIndex.Ffmpeg.Tests.Decoding;

public sealed class FrameLogTests
{
    [Theory]
    [InlineData("0 40 80", "0 40 80")]
    [InlineData("-3600 0 3600", "-3600 0 3600")]
    [InlineData("900 1800 2700 900 1800", "900 1800 2700 3600 4500")] // a spliced stream starts its clock anew
    [InlineData("0 40 40 80", "0 40 80 120")] // two frames cannot be shown at once
    [InlineData("NOPTS 40 80", "0 40 80")]
    [InlineData("0 40 NOPTS 120", "0 40 80 120")]
    [InlineData("NOPTS NOPTS NOPTS", "0 1 2")]
    public void Timestamps_rise_whatever_is_written(string written, string expected)
    {
        var log = new FrameLog(startsInside: false);
        var frames = written.Split(' ');
        for (var n = 0; n < frames.Length; n++)
        {
            log.OnLine(Line("gray", n, frames[n]));
        }

        log.OnLine(null);

        Assert.Equal(expected, string.Join(' ', frames.Select(_ => log.Take().Timestamp)));
    }

    [Fact]
    public void A_picture_goes_with_the_frame_of_its_timestamp()
    {
        var log = new FrameLog(startsInside: false);
        foreach (var line in new[] { Line("gray", 0, "0"), Line("picture", 0, "0"), Line("gray", 1, "40"), Line("gray", 2, "80"), Line("picture", 1, "80") })
        {
            log.OnLine(line);
        }

        log.OnLine(null);

        Assert.Equal([(0, "00000001.jpg"), (40, null), (80, "00000002.jpg")], new[] { log.Take(), log.Take(), log.Take() });
    }

    [Theory]
    [InlineData("[showinfo@gray @ 0x1] [info]   side data - A/53 closed captions (75 bytes)", true)]
    [InlineData("[showinfo@gray @ 0x1] [info]   side data - GOP timecode - 00:00:00:00", false)]
    [InlineData("[info]     title           : side data - A/53 closed captions", false)] // what a file may call itself
    public void A_frame_with_captions_is_noticed_wherever_it_comes(string line, bool captions)
    {
        var log = new FrameLog(startsInside: false);
        log.OnLine(Line("gray", 0, "0"));
        log.OnLine(line);

        Assert.Equal(captions, log.ClosedCaptions);
    }

    [Fact]
    public void Only_errors_about_what_is_decoded_are_complaints()
    {
        var log = new FrameLog(startsInside: false);
        log.OnLine("[showinfo@gray @ 0x55d0] [info] config in time_base: 1/90000, frame_rate: 25/1");
        log.OnLine("[mpegts @ 0x55d0] [warning] PES packet size mismatch");
        log.OnLine("[h264 @ 0x55d0] [error] error while decoding MB 3 4");
        log.OnLine("[error] Decoder 'ansi' is not on whitelist");
        log.OnLine("[h264 @ 0x55d0] [error] left block unavailable");

        Assert.Equal((2, "error while decoding MB 3 4"), (log.Complaints, log.FirstComplaint));
    }

    [Theory]
    [InlineData(false, 2, "reference picture missing")]
    [InlineData(true, 1, "error while decoding MB 3 4")] // of pictures that lean on what is not there; none of them is kept
    public void What_is_complained_of_before_the_first_frame_of_a_segment_is_none_of_its_business(bool startsInside, int complaints, string first)
    {
        var log = new FrameLog(startsInside);
        log.OnLine("[h264 @ 0x55d0] [error] reference picture missing");
        log.OnLine("[showinfo@gray @ 0x55d0] [info] config in time_base: 1/90000, frame_rate: 25/1");
        log.OnLine(Line("gray", 0, "3600"));
        log.OnLine("[h264 @ 0x55d0] [error] error while decoding MB 3 4");

        Assert.Equal((complaints, first), (log.Complaints, log.FirstComplaint));
    }

    [Theory]
    [InlineData("0 40 80", false)]
    [InlineData("0 40 40", true)]
    [InlineData("0 80 40", true)]
    [InlineData("0 NOPTS 80", true)]
    public void A_timestamp_that_was_made_up_is_owned_up_to(string written, bool repaired)
    {
        var log = new FrameLog(startsInside: false);
        var frames = written.Split(' ');
        for (var n = 0; n < frames.Length; n++)
        {
            log.OnLine(Line("gray", n, frames[n]));
        }

        log.OnLine(null);
        foreach (var _ in frames)
        {
            log.Take();
        }

        Assert.Equal(repaired, log.Repaired);
    }

    private static string Line(string branch, int n, string pts) =>
        $"[showinfo@{branch} @ 0x55d0] [info] n:{n,4} pts:{pts,7} pts_time:1.5 pos:  48 fmt:gray sar:0/1 s:320x180 i:P iskey:1 type:I";
}
