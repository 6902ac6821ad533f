using System.Text.RegularExpressions;
using System.Xml.Linq;
using VideoIndex.Exporting;
using VideoIndex.Interchange.Exporting.Storyboard;
using VideoIndex.Tags;
using VideoIndex.Testing.Contracts;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Tests.Exporting.Storyboard;

public sealed class StoryboardTests
{
    private static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, 0xE0, 0];

    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>", "\" onload=\"x", "</style><img src=x onerror=y>", "a --> b", "=CMD()", "one\ntwo\ttabbed", "\u202Egnp.exe", "&lt;b&gt; & 'c'", "\0\u0001\u001b[31m", "日本語 العربية 😀",
        "javascript:alert(1)", "{{x}} ${y}",
    ];

    [Fact]
    public void A_page_shows_everything_known_of_a_moment() => Golden.Verify(WithoutStyle(Page(Sheet()).Write(number => number == 0 ? new StoryboardPicture(A.Time("11"), Picture) : null)));

    [Fact]
    public void A_page_is_well_formed_and_may_load_nothing()
    {
        var page = Page(Sheet()).Write(_ => new StoryboardPicture(A.Time("11"), Picture));
        var read = Read(page);
        var policy = read.Descendants().Single(tag => (string?)tag.Attribute("http-equiv") == "Content-Security-Policy").Attribute("content")!.Value;

        Assert.StartsWith("default-src 'none'; img-src data:; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.Empty(read.Descendants("script"));
        Assert.All(read.Descendants().Attributes().Where(one => one.Name.LocalName is "src" or "href"), one => Assert.StartsWith("data:image/jpeg;base64,", one.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Whatever_is_written_in_names_is_text()
    {
        var moments = Hostile.Select(text => new ExportMoment(A.Span("10-12"), text, text, new Confidence(1), new Origin("person", text)) { Speaker = text, How = text, Language = text }).ToArray();
        var sheet = Sheet(moments) with { Title = Hostile[0], Notes = Hostile };

        var read = Read(Page(sheet).Write(_ => null));

        Assert.Equal(Hostile.Select(Shown), read.Descendants("h3").Select(name => name.Value));
        Assert.Equal(Shown(Hostile[0]), read.Descendants("h1").Single().Value);
        Assert.Equal(
            Names(Page(Sheet()).Write(_ => null)).Append("li").Append("ul").Append("div").Distinct().Order(),
            Names(Page(sheet).Write(_ => null)).Distinct().Order());
    }

    [Fact]
    public void A_name_of_100_KB_is_kept_whole_and_folded()
    {
        var name = string.Concat(Enumerable.Repeat("goal ", 20_000));

        var read = Read(Page(Sheet(Moment(name))).Write(_ => null));

        Assert.Equal(name, read.Descendants("details").Single().Element("bdi")!.Value);
        Assert.Equal(301, read.Descendants("h3").Single().Element("bdi")!.Value.Length);
    }

    [Fact]
    public void Where_the_rate_varies_times_are_those_of_a_player()
    {
        var sheet = Sheet(Moment("goal"));
        var varying = sheet with { Videos = [sheet.Videos[0] with { Labels = null }] };

        var read = Read(Page(varying).Write(_ => null));

        Assert.Equal(["0:00:10.000", "0:00:12.000"], read.Descendants("data").Select(time => time.Value));
        Assert.Contains("there is no timecode", read.Descendants("section").Single().Element("p")!.Value, StringComparison.Ordinal);
    }

    private static StoryboardPage Page(ExportSheet sheet) =>
        new(sheet, new ExportRules { Made = A.Day(3), Handles = new ExportLength(new Rational(12, 1), InFrames: true), MergeGap = new ExportLength(new Rational(1, 2), InFrames: false) });

    private static ExportSheet Sheet() => Sheet(
        Moment("Goal!") with { Speaker = "Jana", Language = "en", Status = "verified", How = "by hand", Merged = 3, Colour = MarkerColour.Red },
        new ExportMoment(A.Span("20-21"), "logo", "Kometa Cola", new Confidence(0.934), new Origin("model", "logo-features", "2")));

    private static ExportSheet Sheet(params ExportMoment[] moments)
    {
        var contents = A.Video("Match Day.mov").Contents;
        Assert.True(Timecode.TryParse("23:59:50:00", FrameRate.Pal, out var first));
        return new ExportSheet("Goals", [new ExportedVideo(contents, moments) { Labels = new TimecodeTrack(first, default) }]);
    }

    private static ExportMoment Moment(string name) => new(A.Span("10-12"), "tag", name, new Confidence(1), new Origin("person", "kim"));

    private static XElement Read(string page) => XDocument.Parse(Regex.Replace(page[page.IndexOf("<html", StringComparison.Ordinal)..], "<style>.*?</style>", "", RegexOptions.Singleline)).Root!;

    private static IEnumerable<string> Names(string page) => Read(page).Descendants().Select(tag => tag.Name.LocalName);

    // What a page can hold: no control characters.
    private static string Shown(string text) => string.Concat(text.Select(sign => char.IsControl(sign) ? ' ' : sign));

    private static string WithoutStyle(string page) => Regex.Replace(Regex.Replace(page, "<style>.*?</style>", "<style/>", RegexOptions.Singleline), "sha256-[^']+", "sha256-...");
}
