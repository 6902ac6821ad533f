using VideoIndex.Exporting;
using VideoIndex.Timing;
using static VideoIndex.Interchange.Tests.Exporting.Timelines.ReadBack;

namespace VideoIndex.Interchange.Tests.Exporting.Timelines;

public sealed class MomentLimitTests
{
    public static TheoryData<string> Formats => ["fcp7-xml", "fcpxml", "otio"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Handles_widen_a_clip_and_end_with_the_video(string format)
    {
        var video = Footage.Video("/media/a.mp4", FrameRate.Ntsc, 100, "01:00:00;00");
        var rules = new ExportRules { Handles = new ExportLength(new Rational(12, 1), InFrames: true) };

        var pulls = Pulls(format, Footage.Sheet(Footage.Of(video, Footage.Moment(video, 30, 40), Footage.Moment(video, 5, 95))).TextAs(format, rules));

        Assert.Equal([(0L, 100L), (18L, 52L)], pulls.Select(pull => (pull.First, pull.Until)));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Moments_made_one_are_one_clip(string format)
    {
        var video = Footage.Video("/media/a.mp4", FrameRate.Pal, 100);
        var rules = new ExportRules { MergeGap = new ExportLength(new Rational(10, 1), InFrames: true) };

        var pulls = Pulls(format, Footage.Sheet(Footage.Of(video, Footage.Moment(video, 0, 10), Footage.Moment(video, 20, 30), Footage.Moment(video, 41, 50))).TextAs(format, rules));

        Assert.Equal([(0L, 30L), (41L, 50L)], pulls.Select(pull => (pull.First, pull.Until)));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_is_heard_before_the_first_picture_is_cut_to_it_and_said(string format)
    {
        var video = Footage.Video("/media/late.ts", FrameRate.Pal, 50, pictureStarts: new Rational(21, 25));
        var heard = Footage.Moment(video, 0, 10, "say", "Hello") with { Span = new MediaSpan(default, new MediaTime(new Rational(1, 1))) };

        var result = Footage.Sheet(Footage.Of(video, heard)).As(format);

        Assert.Equal([(21L, 25L)], Pulls(format, result.Files[0].Text).Select(pull => (pull.First, pull.Until)));
        Assert.Contains(result.Notes, note => note.Contains("21/25 s", StringComparison.Ordinal));
        Assert.Contains(result.Notes, note => note.Contains("1 of 1 moments reach beyond the pictures", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_timecode_of_the_file_s_own_names_its_first_picture_even_where_that_is_late(string format)
    {
        var video = Footage.Video("/media/late.mxf", FrameRate.Pal, 50, "10:00:00:00", new Rational(21, 25));

        Assert.Equal([(3L, 9L)], Pulls(format, Footage.Sheet(Footage.Of(video, Footage.Moment(video, 3, 9))).TextAs(format)).Select(pull => (pull.First, pull.Until)));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_varying_rate_is_refused_unless_a_rate_to_conform_to_is_chosen(string format)
    {
        var video = Footage.Video("/media/phone.mp4", FrameRate.Pal, 50);
        var sheet = Footage.Sheet(Footage.Of(video with { Timecodes = null, Rate = null }, Footage.Moment(video, 3, 9)));

        Assert.Equal("variable-rate", Assert.Throws<ExportException>(() => sheet.As(format)).Code);
        var conformed = sheet.As(format, new ExportRules { Rate = FrameRate.Pal50 });
        Assert.Equal([(6L, 18L)], Pulls(format, conformed.Files[0].Text).Select(pull => (pull.First, pull.Until)));
        Assert.Contains("conformed to 50 frames a second", conformed.Files[0].Text, StringComparison.Ordinal);
        Assert.Contains(conformed.Notes, note => note.Contains("conformed to 50 frames a second", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Sound_alone_has_no_frames(string format)
    {
        var video = Footage.Video("/media/radio.mp3", FrameRate.Pal, 50) with { Timecodes = null, Rate = null, Frames = 0 };

        var refused = Assert.Throws<ExportException>(() => Footage.Sheet(Footage.Of(video, new ExportMoment(video.Extent, "say", "Hi", default, Footage.Model))).As(format, new ExportRules { Rate = FrameRate.Pal }));

        Assert.Contains("has no pictures", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_running_timecode_changes_labels_and_not_which_frames_of_the_file_are_meant(string format)
    {
        var video = Footage.Video("/media/a.mov", FrameRate.Film, 1000, "10:00:00:00");
        var sheet = Footage.Sheet(Footage.Of(video, Footage.Moment(video, 30, 40)));

        var running = sheet.TextAs(format, new ExportRules { Timecode = TimecodeKind.Running, Start = "02:00:00:00" });

        Assert.Equal(Pulls(format, sheet.TextAs(format)), Pulls(format, running));
        Assert.Contains("02:00:00:00", running, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_only_fractions_can_say_is_refused_where_rates_are_whole_and_kept_elsewhere()
    {
        var video = Footage.Video("/media/odd.mp4", new FrameRate(25, 2), 100);
        var sheet = Footage.Sheet(Footage.Of(video, Footage.Moment(video, 3, 9)));

        Assert.Equal("odd-rate", Assert.Throws<ExportException>(() => sheet.As("fcp7-xml")).Code);
        Assert.Equal([(3L, 9L)], Pulls("fcpxml", sheet.TextAs("fcpxml")).Select(pull => (pull.First, pull.Until)));
        Assert.Equal([(3L, 9L)], Pulls("otio", sheet.TextAs("otio")).Select(pull => (pull.First, pull.Until)));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Nothing_to_put_on_a_timeline_is_refused(string format) =>
        Assert.Equal("nothing-to-export", Assert.Throws<ExportException>(() => Footage.Sheet(Footage.Of(Footage.Video("/a.mp4", FrameRate.Pal, 5))).As(format)).Code);
}
