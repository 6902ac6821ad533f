using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using VideoIndex.Exporting;
using VideoIndex.Interchange.Exporting;
using VideoIndex.Interchange.Exporting.Summaries;
using VideoIndex.Interchange.Tests.Exporting.EditLists;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Tests.Exporting.Summaries;

public sealed class SummaryTests
{
    private static readonly XNamespace Media = "http://ns.adobe.com/xmp/1.0/DynamicMedia/";
    private static readonly XNamespace Core = "urn:ebu:metadata-schema:ebucore";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";

    private static readonly ExportRules Rules = new() { Made = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero), LinkBase = "https://example.org/watch/" };

    private static readonly string[] Hostile =
        ["one\ntwo\r\nthree\rfour", "tab\there", "a | b --> c", "\"quoted\" 'too'", "=CMD()", "\u202Eturned", "\u0001\u001B[31m\uFFFE", "</script><!--", "]]> &amp; <b>", "شعار 富士 𝄞", "broken \uD800 half"];

    [Fact]
    public void Xmp_counts_frames_where_the_rate_is_constant_and_parts_of_a_second_where_it_is_not() => Golden.Verify(new XmpWriter().Export(Sheet(), Rules).Spell(".xmp"));

    [Fact]
    public void Ebucore_has_the_format_of_a_video_and_a_part_a_moment() => Golden.Verify(new EbuCoreWriter().Export(Sheet(), Rules).Spell(".xml"));

    [Fact]
    public void Iptc_has_a_summary_and_a_fragment_a_moment() => Golden.Verify(new IptcWriter().Export(Sheet(), Rules).Spell(".json"));

    [Fact]
    public void Schema_org_has_a_clip_a_moment() => Golden.Verify(new SchemaOrgWriter().Export(Sheet(), Rules).Spell(".jsonld"));

    [Fact]
    public void Media_fragments_are_a_link_a_moment() => Golden.Verify(new MediaFragmentWriter().Export(Sheet(), Rules).Spell(".txt"));

    [Fact]
    public void A_conformed_rate_is_said_to_be_one()
    {
        var sheet = Sheet();
        var rules = Rules with { Rate = FrameRate.Pal, Timecode = TimecodeKind.Running, Start = "02:00:00:00" };
        Golden.Verify(string.Concat(new IExportWriter[] { new XmpWriter(), new EbuCoreWriter(), new IptcWriter() }.Select(writer => writer.Export(sheet with { Videos = [sheet.Videos[1]] }, rules).Spell(writer.Ending))));
    }

    [Fact]
    public void What_people_wrote_is_the_same_to_whoever_reads_the_xml()
    {
        var expected = Hostile.Select(name => string.Concat(name.Select((letter, at) => letter is '\u0001' or '\u001B' or '\uFFFE' or '\uD800' ? '\uFFFD' : letter))).ToList();
        var sheet = HostileSheet();

        var xmp = XDocument.Parse(new XmpWriter().Export(sheet, Rules).Files.Single().Text);
        var core = XDocument.Parse(new EbuCoreWriter().Export(sheet, Rules).Files.Single().Text);

        Assert.Equal(expected, xmp.Descendants(Media + "name").Select(name => name.Value));
        Assert.Equal(expected, core.Descendants(Core + "part").Select(part => part.Element(Core + "title")!.Element(Dublin + "title")!.Value));
        Assert.Equal(expected, core.Descendants(Core + "part").Select(part => part.Attribute("partName")!.Value));
    }

    [Fact]
    public void What_people_wrote_is_the_same_to_whoever_reads_the_json_and_never_ends_a_script()
    {
        var expected = Hostile.Select(name => name.Replace('\uD800', '\uFFFD')).ToList();
        var (web, iptc) = (new SchemaOrgWriter().Export(HostileSheet(), Rules).Files.Single().Text, new IptcWriter().Export(HostileSheet(), Rules).Files.Single().Text);

        using var read = JsonDocument.Parse(web);
        using var fragments = JsonDocument.Parse(iptc);
        Assert.Equal(expected, read.RootElement.GetProperty("hasPart").EnumerateArray().Select(clip => clip.GetProperty("name").GetString()));
        Assert.Equal(expected, fragments.RootElement.EnumerateArray().Skip(1).Select(one => one.GetProperty("photoVideoMetadataIPTC").GetProperty("title").GetProperty("x-default").GetString()));
        Assert.DoesNotContain('<', web);
    }

    [Fact]
    public void A_link_is_one_line_whatever_people_wrote()
    {
        var text = new MediaFragmentWriter().Export(HostileSheet(), Rules).Files.Single().Text;

        Assert.Equal(Hostile.Length, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Equal(2, line.Split('\t').Length));
    }

    [Theory]
    [InlineData("24000/1001")]
    [InlineData("24")]
    [InlineData("25")]
    [InlineData("30000/1001")]
    [InlineData("50")]
    [InlineData("60000/1001")]
    public void A_link_leads_to_the_first_frame_and_stops_on_the_last_even_in_whole_milliseconds(string rateText)
    {
        _ = FrameRate.TryParse(rateText, out var rate);
        var random = new Random(3);
        var video = Moments.Video("/media/a.mp4", rate, frames: 5_000_000);
        for (var at = 0; at < 2000; at++)
        {
            var first = (long)random.Next(4_000_000);
            var last = first + random.Next(500);
            var (from, to) = ExactSeconds.Seek(video.With() with { Labels = video.Timecodes }, Moments.Moment(video, first, last + 1, "x").Span);
            Assert.All([(from, first), (to!, last)], one =>
            {
                var microseconds = (long)(decimal.Parse(one.Item1, CultureInfo.InvariantCulture) * 1_000_000);
                Assert.Equal(one.Item2, rate.FrameAt(new MediaTime(new Rational(microseconds, 1_000_000))));
                Assert.Equal(one.Item2, rate.FrameAt(new MediaTime(new Rational(microseconds / 1000, 1000))));
            });
        }
    }

    [Theory]
    [InlineData("/media/a b#c?.mp4", "file:///media/a%20b%23c%3F.mp4")]
    [InlineData("C:\\media\\Größe.mp4", "file:///C:/media/Gr%C3%B6%C3%9Fe.mp4")]
    [InlineData("\\\\server\\media\\a.mp4", "file://server/media/a.mp4")]
    public void Without_a_beginning_a_link_is_to_the_file(string path, string link) =>
        Assert.Equal(link, VideoLinks.Of(Moments.Video(path, FrameRate.Pal).With(), new ExportRules()));

    private static ExportSheet HostileSheet()
    {
        var video = Moments.Video("/media/a \"b\" <c>.mp4", FrameRate.Pal);
        return Moments.Sheet(video.With([.. Hostile.Select((name, at) => Moments.Moment(video, at * 10, at * 10 + 5, name))]));
    }

    private static ExportSheet Sheet()
    {
        var match = Moments.Video("/media/match day.mp4", FrameRate.Ntsc, "23:59:59;28", frames: 9000);
        var phone = Moments.Varying("/media/phone.mp4", seconds: 60);
        var third = new MediaSpan(new MediaTime(new Rational(1, 3)), new MediaTime(new Rational(2, 3)));
        return Moments.Sheet(
            match.With(
                Moments.Moment(match, 0, 1, "Acme"),
                Moments.Moment(match, 30, 90, "we open in May", "say") with { Speaker = "Ann", Language = "en" },
                Moments.Moment(match, 60, 61, "Größe & 富士", "text"),
                Moments.Moment(match, 1798, 1800, "car", "object"),
                Moments.Moment(match, 8999, 9000, "final whistle", "tag")),
            phone.With(Moments.Moment(third, "Acme"), Moments.Moment(new MediaSpan(third.End, third.End), "a point")));
    }
}
