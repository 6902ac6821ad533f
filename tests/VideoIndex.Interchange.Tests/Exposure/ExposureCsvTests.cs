using VideoIndex.Interchange.Exposure;
using VideoIndex.Logos.Exposure;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Tests.Exposure;

public sealed class ExposureCsvTests
{
    [Fact]
    public void Times_stand_exactly_and_once_more_for_people()
    {
        var row = ExposureCsv.Appearances(Report("Acme")).Split("\r\n")[1].Split(',');
        var column = ExposureCsv.AppearanceColumns.ToList();

        Assert.Equal(("1001/30000", "0.033"), (row[column.IndexOf("start")], row[column.IndexOf("start_seconds")]));
        Assert.Equal("89999/30000", row[column.IndexOf("seconds")]);
        Assert.Equal(column.Count, row.Length);
    }

    [Theory]
    [InlineData("Acme, Inc.", "\"Acme, Inc.\"")]
    [InlineData("The \"A\"", "\"The \"\"A\"\"\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@here", "'@here")]
    [InlineData("富士", "富士")]
    public void Names_in_any_script_stay_one_value_and_no_formula(string name, string written)
    {
        Assert.StartsWith(written + ",", ExposureCsv.Appearances(Report(name)).Split("\r\n")[1]);
        Assert.StartsWith(written + ",", ExposureCsv.Brands(Report(name)).Split("\r\n")[1]);
    }

    [Fact]
    public void Every_brand_has_a_line_as_many_columns_wide_as_the_head()
    {
        var lines = ExposureCsv.Brands(Report("Acme")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.All(lines, line => Assert.Equal(ExposureCsv.BrandColumns.Count, line.Split(',').Length));
        Assert.Equal(2, lines.Length);
    }

    [Fact]
    public void Every_built_in_rule_and_every_ninth_of_the_picture_has_a_column()
    {
        var row = ExposureCsv.Brands(Report("Acme")).Split("\r\n")[1].Split(',');
        var column = ExposureCsv.BrandColumns.ToList();

        Assert.Equal(("2", "0"), (row[column.IndexOf("qualified:mrc-50-2/1")], row[column.IndexOf("qualified:legible-90-1/1")]));
        Assert.Equal(("89999/30000", "0"), (row[column.IndexOf("zone:centre")], row[column.IndexOf("zone:top-left")]));
    }

    [Fact]
    public void Mentions_say_who_is_named_where_and_how_often()
    {
        var span = new MediaSpan(default, new MediaTime(new Rational(3, 2)));

        Assert.Equal(
            "Acme,written,match.mp4,0,3/2,0.000,1.500,2,\"Acme, Acme\"",
            ExposureCsv.Mentions([new BrandMention("Acme", Spoken: false, "match.mp4", span, "Acme, Acme", 2)]).Split("\r\n")[1]);
    }

    private static ExposureReport Report(string brand) => ExposureReport.Of(ExposureRule.Viewable, [(brand, 1, 2)],
    [
        new AppearanceExposure(
            brand, "main", "match.mp4", new MediaSpan(new MediaTime(new Rational(1001, 30000)), new MediaTime(new Rational(91000, 30000))),
            (default, new Rational(1, 4)), new Rational(2, 1), 5, 6, 1.25m, 2m, 100m, 0.5m, "centre", 0.1m, 25m)
        {
            ByRule = [new Rational(2, 1), default],
        },
    ]);
}
