using System.Text;
using VideoIndex.Interchange.Csv;
using VideoIndex.Logos.Exposure;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exposure;

/// <summary>Writes a report on exposure as tables of comma-separated values (RFC 4180): the appearances, the brands, and where names are said or read.</summary>
/// <remarks>
/// Times stand exactly, as fractions of seconds, and once more as decimals for people. Every figure of the brands can be made again
/// from the rows of the appearances, to the last digit; how often a name is said or read, from those of the mentions.
/// </remarks>
public static class ExposureCsv
{
    /// <summary>The columns of an appearance.</summary>
    public static IReadOnlyList<string> AppearanceColumns { get; } =
    [
        "brand", "logo", "video", "start", "end", "seconds", "start_seconds", "end_seconds", "start_within", "end_within", "qualified", "looks_seen", "looks_expected",
        "mean_area_percent", "largest_area_percent", "visible_percent", "clarity", "zone", "from_centre", "score", "rule", "area_seconds_percent",
        .. ByRule, "still", "clip",
    ];

    /// <summary>The columns of a brand.</summary>
    public static IReadOnlyList<string> BrandColumns { get; } =
    [
        "brand", "appearances", "gross", "net", "qualified", "solus", "net_seconds", "area_seconds_percent", "share_by_seconds_percent", "share_by_area_percent",
        "spoken", "written", "rule", "gross_seconds", "qualified_seconds", "solus_seconds", .. ByRule, .. AppearanceExposure.Zones.Select(zone => "zone:" + zone),
    ];

    /// <summary>The columns of a mention.</summary>
    public static IReadOnlyList<string> MentionColumns { get; } = ["brand", "kind", "video", "start", "end", "start_seconds", "end_seconds", "times", "text"];

    private static IEnumerable<string> ByRule => ExposureRule.BuiltIn.Select(rule => "qualified:" + rule.Name);

    /// <summary>Returns the table of the appearances.</summary>
    public static string Appearances(ExposureReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Table(AppearanceColumns, report.Rows.Select(row => (IEnumerable<string>)
        [
            row.Brand, row.Logo, row.Video, .. Span(row.Span), Exact(row.Seconds), .. Rounded(row.Span),
            Exact(row.Precision.Start), Exact(row.Precision.End), Exact(row.Qualified), Figures.Whole(row.Seen), Figures.Whole(row.Expected),
            Figures.Places(row.MeanArea, 6), Figures.Places(row.LargestArea, 6), Figures.Places(row.Visible, 2), Figures.Places(row.Clarity, 3), row.Zone,
            Figures.Places(row.FromCentre, 3), Figures.Places(row.Score, 2), report.Rule.Name, Figures.Places(row.AreaSeconds, 6),
            .. row.ByRule.Select(Exact), row.Evidence?.Still ?? "", row.Evidence?.Clip ?? "",
        ]));
    }

    /// <summary>Returns the table of the brands.</summary>
    public static string Brands(ExposureReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Table(BrandColumns, report.Brands.Select(brand => (IEnumerable<string>)
        [
            brand.Brand, Figures.Whole(brand.Appearances), Exact(brand.Gross), Exact(brand.Net), Exact(brand.Qualified), Exact(brand.Solus), Figures.Seconds(brand.Net),
            Figures.Places(brand.AreaSeconds, 6), Figures.Places(brand.ShareBySeconds, 2), Figures.Places(brand.ShareByArea, 2), Figures.Whole(brand.Spoken),
            Figures.Whole(brand.Written), report.Rule.Name, Figures.Seconds(brand.Gross), Figures.Seconds(brand.Qualified), Figures.Seconds(brand.Solus),
            .. report.ByRule(brand.Brand).Select(Exact), .. report.ByZone(brand.Brand).Select(Exact),
        ]));
    }

    /// <summary>Returns the table of the places where a brand's name is said or read.</summary>
    public static string Mentions(IReadOnlyList<BrandMention> mentions)
    {
        ArgumentNullException.ThrowIfNull(mentions);
        return Table(MentionColumns, mentions.Select(one => (IEnumerable<string>)
            [one.Brand, one.Spoken ? "spoken" : "written", one.Video, .. Span(one.Span), .. Rounded(one.Span), Figures.Whole(one.Times), one.Text]));
    }

    private static string[] Span(MediaSpan span) => [Exact(span.Start.Seconds), Exact(span.End.Seconds)];

    private static string[] Rounded(MediaSpan span) => [Figures.Seconds(span.Start.Seconds), Figures.Seconds(span.End.Seconds)];

    private static string Exact(Rational value) => value.ToString();

    private static string Table(IReadOnlyList<string> columns, IEnumerable<IEnumerable<string>> rows)
    {
        var table = new StringBuilder().AppendJoin(',', columns).Append("\r\n");
        foreach (var row in rows)
        {
            table.AppendJoin(',', row.Select(CsvText.Value)).Append("\r\n");
        }

        return table.ToString();
    }
}
