using VideoIndex.Exporting;
using VideoIndex.Interchange.Exporting;
using VideoIndex.Interchange.Exporting.EditLists;
using VideoIndex.Interchange.Importing;
using VideoIndex.Interchange.Importing.EditLists;
using VideoIndex.Interchange.Tests.Exporting.EditLists;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Tests.Importing.EditLists;

public sealed class ListRoundTripTests
{
    private static readonly (IExportWriter Writer, IImportReader Reader)[] Formats =
        [(new EdlWriter(), new EdlReader()), (new ResolveMarkerWriter(), new ResolveMarkerReader()), (new AvidMarkerWriter(), new AvidMarkerReader())];

    [Theory]
    [InlineData("24000/1001", "00:00:00:00")]
    [InlineData("24", "23:59:50:00")]
    [InlineData("25", "10:00:00:00")]
    [InlineData("30000/1001", "09:59:59;29")]
    [InlineData("30000/1001", "23:59:59:29")]
    [InlineData("50", "01:00:00:00")]
    [InlineData("60000/1001", "23:58:59;59")]
    public void What_leaves_comes_back_at_the_same_frames_under_the_same_names(string rateText, string start)
    {
        _ = FrameRate.TryParse(rateText, out var rate);
        var random = new Random(11);
        var video = Moments.Video("/media/match.mp4", rate, start, frames: 400_000, firstFrame: new MediaTime(new Rational(417, 500)));
        string[] names = ["Acme", "Größe & 富士", "=CMD()", "a --> b", "\"quoted\"", "* star", "7", "شعار", "x [y]", "RED", "<b>&amp;</b>"];
        var firsts = Enumerable.Range(0, 700).Select(at => at * 500L + random.Next(400)).ToList();
        var moments = firsts.Select((first, at) => Moments.Moment(video, first, first + random.Next(1, 2000), names[at % names.Length])).ToArray();
        foreach (var (writer, reader) in Formats)
        {
            var text = writer.Export(Moments.Sheet(video.With(moments))).Files.Single().Text;
            var read = reader.Read(text, new ImportOrder(video, "x" + writer.Ending));

            Assert.True(reader.Recognises(text));
            Assert.Empty(read.Complaints);
            Assert.Equal(moments.Select(moment => (moment.Span, moment.Name)), read.Tags.Select(tag => (tag.Span, tag.Label)));
        }
    }

    [Fact]
    public void A_running_timecode_comes_back_where_its_start_is_given()
    {
        var video = Moments.Video("/media/match.mp4", FrameRate.Ntsc, "10:00:00;00");
        var moment = Moments.Moment(video, 17_982, 18_000, "Acme");
        var rules = new ExportRules { Timecode = TimecodeKind.Running, Start = "00:00:00;00" };
        foreach (var (writer, reader) in Formats)
        {
            var text = writer.Export(Moments.Sheet(video.With(moment)), rules).Files.Single().Text;
            var read = reader.Read(text, new ImportOrder(video, "x" + writer.Ending) { Start = "00:00:00;00" });

            Assert.Equal([(moment.Span, "Acme")], read.Tags.Select(tag => (tag.Span, tag.Label)));
        }
    }

    [Fact]
    public void Of_a_sheet_of_several_videos_each_gets_its_own_back()
    {
        var one = Moments.Video("/media/match one.mp4", FrameRate.Pal);
        var other = Moments.Video("/media/match two.mp4", FrameRate.Pal);
        var sheet = Moments.Sheet(one.With(Moments.Moment(one, 10, 20, "first")), other.With(Moments.Moment(other, 10, 20, "second")));
        var text = new EdlWriter().Export(sheet).Files.Single().Text;

        Assert.Equal(["first"], new EdlReader().Read(text, new ImportOrder(one, "x.edl")).Tags.Select(tag => tag.Label));
    }
}
