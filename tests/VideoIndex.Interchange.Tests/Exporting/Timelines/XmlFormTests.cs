using System.Xml.Linq;
using VideoIndex.Exporting;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Tests.Exporting.Timelines;

public sealed class XmlFormTests
{
    public static TheoryData<string> Formats => ["fcp7-xml", "fcpxml"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_is_written_keeps_to_its_format_s_grammar(string format)
    {
        Assert.Empty(Grammars.Faults(format, GoldenTests.TwoRates.TextAs(format)));
        Assert.Empty(Grammars.Faults(format, Bare.TextAs(format, new ExportRules { Rate = FrameRate.Pal })));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_grammar_finds_what_is_out_of_place(string format)
    {
        var root = SafeXml.Read(GoldenTests.TwoRates.TextAs(format)).Root!;
        root.Add(new XElement("name"));

        Assert.NotEmpty(Grammars.Faults(format, $"<!DOCTYPE {root.Name}>{root}"));
    }

    [Fact]
    public void A_file_is_described_once_and_every_clip_of_it_refers_to_that()
    {
        var files = SafeXml.Read(GoldenTests.TwoRates.TextAs("fcp7-xml")).Descendants("file").ToList();

        Assert.All(files.GroupBy(file => file.Attribute("id")!.Value), same => Assert.Equal([true, .. same.Skip(1).Select(_ => false)], same.Select(file => file.HasElements)));
        Assert.Equal(2, files.Select(file => file.Attribute("id")!.Value).Distinct().Count());
    }

    [Fact]
    public void Every_link_leads_to_the_clip_at_its_place()
    {
        foreach (var sequence in SafeXml.Read(GoldenTests.TwoRates.TextAs("fcp7-xml")).Descendants("sequence"))
        {
            foreach (var link in sequence.Descendants("link"))
            {
                var track = sequence.Element("media")!.Element(link.Element("mediatype")!.Value)!.Elements("track").ElementAt(int.Parse(link.Element("trackindex")!.Value) - 1);
                var clip = track.Elements("clipitem").ElementAt(int.Parse(link.Element("clipindex")!.Value) - 1);
                Assert.Equal(link.Element("linkclipref")!.Value, clip.Attribute("id")!.Value);
            }
        }
    }

    [Fact]
    public void Sequences_of_a_video_begin_at_its_timecode_and_reels_at_an_hour()
    {
        var starts = SafeXml.Read(GoldenTests.TwoRates.TextAs("fcp7-xml")).Descendants("sequence")
            .Select(sequence => (sequence.Element("timecode")!.Element("string")!.Value, sequence.Element("timecode")!.Element("frame")!.Value));

        Assert.Equal([("23:59:50;00", "2589108"), ("00:00:00:00", "0"), ("01:00:00;00", "107892"), ("01:00:00:00", "90000")], starts);
    }

    [Fact]
    public void Names_that_recur_are_keywords_and_what_is_there_once_is_a_marker()
    {
        var video = Footage.Video("/a.mov", FrameRate.Pal, 100);
        ExportMoment[] moments = [.. ((string[])["logo", "object", "face", "sponsor", "say", "text", "shot", "chapter"]).Select((kind, at) => Footage.Moment(video, at, at + 5, kind, kind))];

        var written = SafeXml.Read(Footage.Sheet(Footage.Of(video, moments)).TextAs("fcpxml")).Root!.Element("event")!;

        Assert.Equal(["logo", "object", "face", "sponsor"], written.Element("asset-clip")!.Elements("keyword").Select(keyword => keyword.Attribute("value")!.Value));
        Assert.Equal(["say", "text", "shot", "chapter"], written.Element("asset-clip")!.Elements("marker").Select(marker => marker.Attribute("value")!.Value));
        Assert.Equal(["face", "logo", "object", "sponsor"], written.Elements("keyword-collection").Select(collection => collection.Attribute("name")!.Value));
    }

    [Fact]
    public void A_comma_would_part_a_keyword_and_is_a_semicolon()
    {
        var result = GoldenTests.TwoRates.As("fcpxml");
        var keyword = SafeXml.Read(result.Files[0].Text).Descendants("keyword").First();

        Assert.Equal("Acme; Inc.", keyword.Attribute("value")!.Value);
        Assert.StartsWith("Acme, Inc. (", keyword.Attribute("note")!.Value, StringComparison.Ordinal);
        Assert.Contains(result.Notes, note => note.Contains("2 have a semicolon", StringComparison.Ordinal));
    }

    // Nothing but a picture's rate is known: no size, no sound, a rate that varies.
    private static ExportSheet Bare
    {
        get
        {
            var video = Footage.Video("/media/bare.avi", FrameRate.Pal, 100);
            return Footage.Sheet(Footage.Of(video with { Probe = null, Timecodes = null, Rate = null }, Footage.Moment(video, 1, 5)));
        }
    }
}
