using VideoIndex.Interchange.Exposure.Html;
using VideoIndex.Logos.Exposure;

namespace VideoIndex.Interchange.Tests.Exposure.Html;

public sealed class EvidenceTests
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0];

    [Fact]
    public void Pictures_and_clips_are_linked_to_by_paths_that_lead_nowhere_else()
    {
        var page = PageReader.Read(Reports.Small(evidence: new AppearanceEvidence("evidence/a b#1.jpg", "javascript:alert(1)")), _ => Jpeg);

        Assert.Equal(["evidence/a%20b%231.jpg", "javascript%3Aalert%281%29"], Links(page).Select(link => link.Of("href")));
        Assert.Equal("data:image/jpeg;base64," + Convert.ToBase64String(Jpeg), Assert.Single(page.All("img")).Of("src"));
    }

    [Fact]
    public void Where_there_is_no_evidence_the_page_says_so() =>
        Assert.Contains("No pictures or clips were made of these appearances.", PageReader.Read(Reports.Small()).Value);

    [Theory]
    [InlineData(new byte[] { 0x3C, 0x73, 0x76, 0x67 })] // a drawing can hold a script
    [InlineData(new byte[0])]
    public void What_is_no_jpeg_or_png_is_not_held(byte[] bytes)
    {
        var page = PageReader.Read(Reports.Small(evidence: new AppearanceEvidence("a.jpg", null)), _ => bytes);

        Assert.Empty(page.All("img"));
        Assert.Equal("picture", Assert.Single(Links(page)).Value);
    }

    [Fact]
    public void The_surest_three_of_a_brand_in_a_video_are_held_and_the_others_linked_to()
    {
        var many = WithEvidence(Reports.Many(5, 300, brands: 4, videos: 2));

        Assert.Equal(4 * 2 * Stills.MostOfEach, PageReader.Read(many, _ => Jpeg).All("img").Count());
        Assert.Equal(300, Links(PageReader.Read(many, _ => Jpeg)).Count());
    }

    [Fact]
    public void A_page_holds_so_many_bytes_of_pictures_and_no_more()
    {
        var large = new byte[Stills.MostBytes / 3];
        Jpeg.CopyTo(large, 0);

        Assert.Equal(3, PageReader.Read(WithEvidence(Reports.Many(5, 300)), _ => large).All("img").Count());
    }

    [Fact]
    public void Five_thousand_appearances_are_folded_and_make_a_page_of_some_megabytes()
    {
        var page = Reports.Many(6, 5000, brands: 20).Write(_ => null);

        Assert.DoesNotContain(" open=", page);
        Assert.InRange(page.Length, 1_000_000, 10_000_000);
    }

    private static IEnumerable<System.Xml.Linq.XElement> Links(System.Xml.Linq.XElement page) =>
        page.All("td").SelectMany(cell => cell.All("a"));

    private static SponsorPage WithEvidence(SponsorPage page) => page with
    {
        Report = page.Report with { Rows = [.. page.Report.Rows.Select((row, at) => row with { Evidence = new AppearanceEvidence($"{at}.jpg", null) })] },
    };
}
