using VideoIndex.Exporting;
using VideoIndex.Interchange.Exporting.EditLists;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Tests.Exporting.EditLists;

public sealed class MarkerWriterTests
{
    private static readonly ResolveMarkerWriter Resolve = new();

    private static readonly AvidMarkerWriter Avid = new();

    private static readonly ExportSheet Two = TwoVideos();

    [Fact]
    public void Resolve_gets_a_file_a_video_with_a_marker_a_frame() => Golden.Verify(Resolve.Export(Two).Spell(".edl"));

    [Fact]
    public void Avid_gets_a_file_a_video_with_a_marker_a_frame() => Golden.Verify(Avid.Export(Two).Spell(".txt"));

    [Fact]
    public void A_running_timecode_begins_at_one_hour_as_timelines_do()
    {
        var video = Moments.Video("/media/a.mp4", FrameRate.Ntsc, "23:59:00;02");
        var sheet = Moments.Sheet(video.With(Moments.Moment(video, 1800, 1860, "Acme")));
        var rules = new ExportRules { Timecode = TimecodeKind.Running };

        Assert.Contains("01:01:00;02 01:01:00;03 01:01:00;02 01:01:00;03", Resolve.Export(sheet, rules).Files.Single().Text, StringComparison.Ordinal);
        Assert.Contains("\t01:01:00;02\tV1\t", Avid.Export(sheet, rules).Files.Single().Text, StringComparison.Ordinal);
        Assert.Contains("\t00:01:00;02\tV1\t", Avid.Export(sheet, rules with { Start = "00:00:00;00" }).Files.Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Source_timecode_goes_past_midnight()
    {
        var video = Moments.Video("/media/a.mp4", FrameRate.Ntsc, "23:59:00;02");
        var sheet = Moments.Sheet(video.With(Moments.Moment(video, 1800, 1860, "Acme")));

        Assert.Contains("00:00:00;02 00:00:00;03 00:00:00;02 00:00:00;03", Resolve.Export(sheet).Files.Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_people_wrote_neither_ends_a_marker_nor_begins_an_event()
    {
        var video = Moments.Video("/media/a.mp4", FrameRate.Pal);
        var texts = new[] { "a |C:ResolveColorRed |M:x |D:9", "one\r\ntwo\tthree", "001  001 V C", "* note", "=CMD()", "--> \u2066turned", "\0", "x [y]" };
        var sheet = Moments.Sheet(video.With([.. texts.Select((text, at) => Moments.Moment(video, at * 10, at * 10 + 5, text, kind: text))]));

        Golden.Verify(Resolve.Export(sheet).Spell(".edl") + Avid.Export(sheet).Spell(".txt"));
    }

    [Fact]
    public void Nothing_names_the_frames_of_a_rate_that_varies()
    {
        var sheet = Moments.Sheet(Moments.Varying("/media/phone.mp4").With(Moments.Moment(new MediaSpan(default, new MediaTime(new Rational(1, 1))), "Acme")));

        Assert.Equal("variable-rate", Assert.Throws<ExportException>(() => Resolve.Export(sheet)).Code);
        Assert.Equal("variable-rate", Assert.Throws<ExportException>(() => Avid.Export(sheet)).Code);
        Assert.Contains(Avid.Export(sheet, new ExportRules { Rate = FrameRate.Pal50 }).Notes, note => note.Contains("a copy conformed to", StringComparison.Ordinal));
    }

    private static ExportSheet TwoVideos()
    {
        var one = Moments.Video("/media/one/match.mp4", FrameRate.Pal, "10:00:00:00");
        var other = Moments.Video("/media/other/match.mp4", Moments.Ntsc60);
        return Moments.Sheet(
            one.With(Moments.Moment(one, 25, 75, "Acme"), Moments.Moment(one, 25, 100, "富士", "text"), Moments.Moment(one, 30, 31, "a goal", "scene"), Moments.Moment(one, 40, 90, "face", "face")),
            other.With(Moments.Moment(other, 3595, 3600, "we open in May", "say") with { Colour = MarkerColour.Green }));
    }
}
