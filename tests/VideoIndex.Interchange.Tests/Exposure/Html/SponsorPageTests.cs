using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using VideoIndex.Interchange.Exposure.Html;
using VideoIndex.Logos.Exposure;

namespace VideoIndex.Interchange.Tests.Exposure.Html;

public sealed class SponsorPageTests
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    [Fact]
    public void A_small_report() => Golden.Verify(Reports.Small(evidence: new AppearanceEvidence("evidence/1 a.jpg", "evidence/1.mp4")).Write(_ => Jpeg));

    [Fact]
    public void The_same_report_gives_the_same_bytes() => Assert.Equal(Reports.Many(1, 50).Write(_ => null), Reports.Many(1, 50).Write(_ => null));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("' onmouseover='alert(1)")]
    [InlineData("&lt;b&gt; & Söhne")]
    [InlineData("]]></style></script>")]
    [InlineData("مصرف النخيل")]
    [InlineData("富士見電機")]
    [InlineData("‮reversed‬")]
    public void A_name_is_text_wherever_it_stands(string name)
    {
        var page = PageReader.Read(Reports.Small(name));

        Assert.Contains(page.All("bdi"), one => one.Value == name);
        Assert.Equal(page.All("script", "img", "b").Count(), PageReader.Read(Reports.Small()).All("script", "img", "b").Count());
        Assert.DoesNotContain(page.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain(page.All("title"), one => one.Value.Contains(name) && !one.Value.Contains($"\u2068{name}\u2069")); // kept apart where no bdi can be
    }

    [Theory]
    [InlineData("a\0b", "a b")]
    [InlineData("a\u0085b\nc", "a b c")]
    [InlineData("a\uFFFFb", "a\uFFFDb")]
    public void What_no_page_may_hold_is_replaced(string name, string shown) =>
        Assert.Contains(PageReader.Read(Reports.Small(name)).All("bdi"), one => one.Value == shown);

    [Fact]
    public void Half_a_letter_is_replaced() =>
        Assert.Contains(PageReader.Read(Reports.Small("a" + (char)0xD83D)).All("bdi"), one => one.Value == "a\uFFFD");

    [Fact]
    public void A_page_loads_nothing_and_runs_only_its_own_script()
    {
        var page = PageReader.Read(Reports.Small(evidence: new AppearanceEvidence("s.jpg", "c.mp4")), _ => Jpeg);
        var policy = page.All("meta").Single(meta => meta.Of("http-equiv") == "Content-Security-Policy").Of("content")!;

        Assert.StartsWith("default-src 'none'; img-src data:; ", policy);
        Assert.Contains($"style-src '{Hash(page.All("style").Single())}'", policy);
        Assert.Contains($"script-src '{Hash(page.All("script").Single())}'", policy);
        Assert.All(page.All("img"), image => Assert.StartsWith("data:image/jpeg;base64,", image.Of("src")));
        Assert.DoesNotContain(page.DescendantsAndSelf().Attributes(), attribute => attribute.Value.Contains("//", StringComparison.Ordinal) && attribute.Name != "src");
        Assert.DoesNotContain(page.All("link", "iframe", "object", "form"), _ => true);
        Assert.DoesNotContain(page.DescendantsAndSelf().Attributes(), attribute => attribute.Name == "style"); // the policy would refuse it
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_page_can_be_read_without_seeing_it(string kind)
    {
        var page = PageReader.Read(Of(kind));

        Assert.Equal("en", page.Of("lang"));
        Assert.Single(page.All("h1"));
        var levels = page.All("h1", "h2", "h3").Select(one => one.Name.LocalName[1] - '0').ToList();
        Assert.All(levels.Prepend(0).Zip(levels), pair => Assert.True(pair.Second <= pair.First + 1, "A heading skips a level."));
        Assert.All(page.All("table"), table => Assert.NotEmpty(table.All("caption").Single().Value));
        Assert.All(page.All("th"), head => Assert.Contains(head.Of("scope"), (string[])["col", "row"]));
        Assert.All(page.All("img"), image => Assert.NotEmpty(image.Of("alt")!));
        Assert.All(page.All("svg"), chart => Assert.True(chart.Of("aria-hidden") == "true" || (chart.Of("role") == "img" && chart.Of("aria-label") is { Length: > 0 })));
        Assert.All(page.All("td", "th").GroupBy(cell => cell.Parent!).GroupBy(row => row.Key.Parent!.Parent!), table => Assert.Single(table.Select(row => row.Count()).Distinct()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_link_within_the_page_leads_somewhere(string kind)
    {
        var page = PageReader.Read(Of(kind));
        var named = page.DescendantsAndSelf().Select(one => one.Of("id")).Where(id => id is not null).ToList();

        Assert.Equal(named.Distinct().Count(), named.Count);
        Assert.All(
            page.DescendantsAndSelf().SelectMany(one => new[] { one.Of("aria-labelledby"), one.Of("href") is ['#', .. var to] ? to : null }).Where(to => to is not null),
            to => Assert.Contains(to, named));
    }

    [Fact]
    public void A_brand_that_was_not_seen_is_named_and_counted_as_nothing()
    {
        var page = PageReader.Read(Reports.Small());

        Assert.Contains(page.All("p"), one => one.Value == "Looked for and not seen: Cask.");
        Assert.Contains(page.All("tr"), row => row.Value.StartsWith("Cask00.0000.0000.0000.000", StringComparison.Ordinal));
    }

    [Fact]
    public void A_video_that_could_not_be_searched_is_said_to_be_so()
    {
        var page = PageReader.Read(Reports.Small());

        Assert.Contains(page.All("div"), one => one.Of("class") == "video" && one.Value.Contains("late.mp4") && one.Value.Contains("Not searched"));
        Assert.Contains("'late.mp4' has no keypoints.", page.All("header").Single().Value);
    }

    public static TheoryData<string> Kinds => ["small", "many", "empty"];

    private static SponsorPage Of(string kind) => kind switch
    {
        "small" => Reports.Small(evidence: new AppearanceEvidence("evidence/1.jpg", null)),
        "many" => Reports.Many(3, 200),
        _ => Reports.Empty(),
    };

    private static string Hash(XElement element) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(element.Value)));
}
