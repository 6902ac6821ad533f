using VideoIndex.Exporting;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Tests.Exporting.Timelines;

public sealed class GoldenTests
{
    private static readonly ExportRules Rules = new()
    {
        Handles = new ExportLength(new Rational(12, 1), InFrames: true),
        MergeGap = new ExportLength(new Rational(1, 2), InFrames: false),
        Made = new DateTimeOffset(2026, 3, 14, 15, 9, 26, TimeSpan.Zero),
    };

    [Fact]
    public void Final_Cut_7_xml() => Golden.Verify(TwoRates.TextAs("fcp7-xml", Rules));

    [Fact]
    public void Fcpxml() => Golden.Verify(TwoRates.TextAs("fcpxml", Rules));

    [Fact]
    public void Otio_has_a_file_for_each_rate()
    {
        var result = TwoRates.As("otio", Rules);

        Assert.Equal([("30000-1001", 3), ("25", 1)], result.Files.Select(file => (file.Part, file.Moments)));
        Golden.Verify(string.Join("\n", result.Files.Select(file => file.Text)) + string.Concat(result.Notes.Select(note => $"Note: {note}\n")));
    }

    [Fact]
    public void Several_rates_are_a_sequence_each_and_never_one()
    {
        Assert.Equal(2, SafeXml.Read(TwoRates.TextAs("fcp7-xml")).Descendants("sequence").Count(sequence => sequence.Attribute("id")!.Value.StartsWith("pulls", StringComparison.Ordinal)));
        Assert.Equal(2, SafeXml.Read(TwoRates.TextAs("fcpxml")).Descendants("project").Count());
    }

    internal static ExportSheet TwoRates
    {
        get
        {
            var ntsc = Footage.Video("/media/Acme & Söhne/match #1 100%.mov", FrameRate.Ntsc, 2000, "23:59:50;00");
            var pal = Footage.Video(@"C:\media\interview.mp4", FrameRate.Pal, 500, channels: 0);
            return Footage.Sheet(
                Footage.Of(
                    ntsc,
                    Footage.Moment(ntsc, 280, 330, name: "Acme, Inc."),
                    Footage.Moment(ntsc, 340, 400, name: "Acme, Inc."),
                    Footage.Moment(ntsc, 600, 690, "say", "\"Goal\" <for> us & them") with { Speaker = "Ada", Language = "eng" },
                    Footage.Moment(ntsc, 1995, 2000, "object", "ball") with { Status = "verified", Box = new(100, 200, 300, 400) }),
                Footage.Of(pal, Footage.Moment(pal, 100, 150, "face", "")));
        }
    }
}
