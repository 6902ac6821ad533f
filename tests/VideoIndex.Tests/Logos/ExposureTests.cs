using VideoIndex.Logos.Appearances;
using VideoIndex.Logos.Exposure;
using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Recognition;
using VideoIndex.Timing;

namespace VideoIndex.Tests.Logos;

public sealed class ExposureTests
{
    private static readonly ExposureRule Rule = new("test/1", LeastVisible: 0.5, LeastArea: 0, LeastShortSide: 0, LeastSeconds: 2, "For tests.");

    [Fact]
    public void An_appearance_is_measured_by_time()
    {
        // Ten by ten, then twenty by ten pixels, in a picture of 100 x 100; the second half stands three times as long.
        var row = Row("Acme", Appearance(0, 4, (0, Box(0, 0, 10, 10)), (2, Box(0, 0, 20, 10))));

        Assert.Equal(new Rational(4, 1), row.Seconds);
        Assert.Equal(1.75m, row.MeanArea); // 1 % for a second, 2 % for three
        Assert.Equal(2m, row.LargestArea);
        Assert.Equal(100m, row.Visible);
        Assert.Equal("top-left", row.Zone);
        Assert.Equal((2, 5), (row.Seen, row.Expected));
    }

    [Fact]
    public void What_lies_beyond_the_picture_is_not_visible()
    {
        var row = Row("Acme", Appearance(0, 4, (0, Box(-5, 45, 10, 10))));

        Assert.Equal(50m, row.Visible);
        Assert.Equal(0.5m, row.MeanArea);
        Assert.Equal("middle-left", row.Zone);
    }

    [Theory]
    [InlineData(0, 0, 10, 4)]  // all of it in the picture
    [InlineData(-6, 0, 10, 0)] // less than half of it
    public void Seconds_count_where_the_rule_holds(int x, int y, int side, int seconds) =>
        Assert.Equal(new Rational(seconds, 1), Row("Acme", Appearance(0, 4, (0, Box(x, y, side, side)))).Qualified);

    [Fact]
    public void Short_stretches_do_not_add_up()
    {
        var (well, badly) = (Box(0, 0, 10, 10), Box(-8, 0, 10, 10));

        // 1.5 s well, 1 s badly, 1.5 s well: neither stretch is long enough.
        Assert.Equal(default, Row("Acme", Appearance(0, 4, (0.5, well), (2, badly), (3, well))).Qualified);
    }

    [Fact]
    public void Every_built_in_rule_is_measured_on_the_same_looks()
    {
        // In the picture whole, but 2 % of its height: not to be read.
        var small = Row("Acme", Appearance(0, 4, (0, Box(0, 0, 50, 2))));
        var large = Row("Acme", Appearance(0, 4, (0, Box(0, 0, 50, 20))));

        Assert.Equal(["mrc-50-2/1", "legible-90-1/1"], ExposureRule.BuiltIn.Select(rule => rule.Name));
        Assert.Equal([new Rational(4, 1), default], small.ByRule);
        Assert.Equal([new Rational(4, 1), new Rational(4, 1)], large.ByRule);
        Assert.Equal([new Rational(8, 1), new Rational(4, 1)], Report(small, large).ByRule("Acme"));
        Assert.Equal([default, default], Report(small, large).ByRule("Bolt"));
    }

    [Fact]
    public void Gross_seconds_are_told_by_the_ninth_of_the_picture()
    {
        var report = Report(Row("Acme", Appearance(0, 4, (0, Box(0, 0, 10, 10)))), Row("Acme", Appearance(6, 7, (6, Box(45, 45, 10, 10)))));

        Assert.Equal([4, 0, 0, 0, 1, 0, 0, 0, 0], report.ByZone("Acme").Select(seconds => seconds.Numerator));
    }

    [Theory]
    [InlineData("0.000001", 1, 2, "0.000000")] // half a millionth: to the even digit
    [InlineData("0.000003", 1, 2, "0.000002")]
    [InlineData("0.000003", 1, 6, "0.000000")] // a half that a rounded sixth would miss
    [InlineData("33.333333", 3, 1, "99.999999")]
    public void Area_seconds_are_rounded_once_and_exactly(string area, int numerator, int denominator, string expected)
    {
        var row = Row("Acme", Appearance(0, 1, (0, Box(0, 0, 10, 10)))) with
        {
            MeanArea = decimal.Parse(area, System.Globalization.CultureInfo.InvariantCulture),
            Span = new MediaSpan(default, new MediaTime(new Rational(numerator, denominator))),
        };

        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), row.AreaSeconds);
    }

    [Fact]
    public void Net_counts_once_what_gross_counts_twice()
    {
        var report = Report(Row("Acme", Appearance(0, 4, (1, Box(0, 0, 10, 10)))), Row("Acme", Appearance(2, 6, (3, Box(50, 0, 10, 10)))));

        Assert.Equal((new Rational(8, 1), new Rational(6, 1)), (report.Brands[0].Gross, report.Brands[0].Net));
    }

    [Fact]
    public void Nothing_overlaps_across_videos()
    {
        var report = Report(Row("Acme", Appearance(0, 4, (1, Box(0, 0, 10, 10)))), Row("Acme", Appearance(0, 4, (1, Box(0, 0, 10, 10))), "other.mp4"));

        Assert.Equal(new Rational(8, 1), report.Brands[0].Net);
    }

    [Fact]
    public void Solus_is_when_no_other_brand_is_on_screen()
    {
        var report = Report(
            Row("Acme", Appearance(0, 10, (5, Box(0, 0, 10, 10)))),
            Row("Bolt", Appearance(2, 3, (2, Box(0, 0, 10, 10)))),
            Row("Bolt", Appearance(9, 12, (9, Box(0, 0, 10, 10)))));

        Assert.Equal(new Rational(8, 1), report.Brands.Single(brand => brand.Brand == "Acme").Solus);
        Assert.Equal(new Rational(2, 1), report.Brands.Single(brand => brand.Brand == "Bolt").Solus);
    }

    [Fact]
    public void Shares_of_voice_are_by_seconds_and_by_area()
    {
        var report = Report(
            Row("Acme", Appearance(0, 3, (1, Box(0, 0, 10, 10)))),
            Row("Bolt", Appearance(0, 1, (0, Box(0, 0, 30, 10)))));

        Assert.Equal([75m, 25m, 0m], report.Brands.Select(brand => brand.ShareBySeconds));
        Assert.Equal([50m, 50m, 0m], report.Brands.Select(brand => brand.ShareByArea));
        Assert.Equal(["Acme", "Bolt", "Cask"], report.Brands.Select(brand => brand.Brand)); // never seen, and there
    }

    [Fact]
    public void The_order_of_rows_does_not_matter()
    {
        AppearanceExposure[] rows =
        [
            Row("Acme", Appearance(0, 10, (5, Box(0, 0, 10, 10)))),
            Row("Bolt", Appearance(2, 3, (2, Box(0, 0, 10, 10)))),
            Row("Acme", Appearance(4, 12, (9, Box(0, 0, 10, 10)))),
        ];

        Assert.Equal(Report(rows).Brands, Report([.. rows.Reverse()]).Brands);
    }

    private static ExposureReport Report(params AppearanceExposure[] rows) => ExposureReport.Of(Rule, [("Acme", 2, 1), ("Bolt", 0, 0), ("Cask", 1, 0)], rows);

    private static AppearanceExposure Row(string brand, LogoAppearance appearance, string video = "match.mp4") =>
        AppearanceExposure.Of((brand, "mark", video), appearance, (100, 100), Rule);

    private static LogoAppearance Appearance(int start, int end, params (double At, Quad Corners)[] seen) => new(
        new MediaSpan(Time(start), Time(end)),
        new MediaSpan(Time(start), Time(start)),
        new MediaSpan(Time(end), Time(end)),
        [.. seen.Select(one => new TimedSighting(Time(one.At), new LogoSighting((int)(one.At * 2), one.Corners, 20, 8, 0.5, false)))],
        (int)((seen[^1].At - seen[0].At) * 2) + 1);

    private static MediaTime Time(double seconds) => new(new Rational((long)(seconds * 2), 2));

    private static Quad Box(double x, double y, double width, double height) => Quad.Of(new Affine(1, 0, x, 0, 1, y), width, height);
}
