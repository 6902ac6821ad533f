using System.Globalization;
using System.Text;
using VideoIndex.Logos.Exposure;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exposure;

/// <summary>Writes a report on exposure as two tables of comma-separated values (RFC 4180): one of the appearances, one of the brands.</summary>
/// <remarks>
/// Times stand exactly, as fractions of seconds, and once more as decimals for people. Every figure of the brands can be made again
/// from the rows of the appearances, to the last digit.
/// </remarks>
public static class ExposureCsv
{
    /// <summary>The columns of an appearance.</summary>
    public static IReadOnlyList<string> AppearanceColumns { get; } =
    [
        "brand", "logo", "video", "start", "end", "seconds", "start_seconds", "end_seconds", "start_within", "end_within", "qualified", "looks_seen", "looks_expected",
        "mean_area_percent", "largest_area_percent", "visible_percent", "clarity", "zone", "from_centre", "score", "rule", "still", "clip",
    ];

    /// <summary>The columns of a brand.</summary>
    public static IReadOnlyList<string> BrandColumns { get; } =
    [
        "brand", "appearances", "gross", "net", "qualified", "solus", "net_seconds", "area_seconds_percent", "share_by_seconds_percent", "share_by_area_percent",
        "spoken", "written", "rule",
    ];

    /// <summary>Returns the table of the appearances.</summary>
    public static string Appearances(ExposureReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Table(AppearanceColumns, report.Rows.Select(row => (IEnumerable<object>)
        [
            row.Brand, row.Logo, row.Video, row.Span.Start.Seconds, row.Span.End.Seconds, row.Seconds, Decimal(row.Span.Start.Seconds), Decimal(row.Span.End.Seconds),
            row.Precision.Start, row.Precision.End, row.Qualified, row.Seen, row.Expected, row.MeanArea, row.LargestArea, row.Visible, row.Clarity, row.Zone, row.FromCentre,
            row.Score, report.Rule.Name, row.Evidence?.Still ?? "", row.Evidence?.Clip ?? "",
        ]));
    }

    /// <summary>Returns the table of the brands.</summary>
    public static string Brands(ExposureReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Table(BrandColumns, report.Brands.Select(brand => (IEnumerable<object>)
        [
            brand.Brand, brand.Appearances, brand.Gross, brand.Net, brand.Qualified, brand.Solus, Decimal(brand.Net), brand.AreaSeconds, brand.ShareBySeconds,
            brand.ShareByArea, brand.Spoken, brand.Written, report.Rule.Name,
        ]));
    }

    private static decimal Decimal(Rational seconds) => decimal.Round((decimal)seconds.Numerator / seconds.Denominator, 3);

    private static string Table(IReadOnlyList<string> columns, IEnumerable<IEnumerable<object>> rows)
    {
        var table = new StringBuilder().AppendJoin(',', columns).Append("\r\n");
        foreach (var row in rows)
        {
            table.AppendJoin(',', row.Select(value => Quoted(Convert.ToString(value, CultureInfo.InvariantCulture)!))).Append("\r\n");
        }

        return table.ToString();
    }

    // A value that begins like a formula is one to a spreadsheet, whoever wrote it.
    private static string Quoted(string value)
    {
        var text = value is ['=' or '+' or '@', ..] or ['-', not (>= '0' and <= '9'), ..] ? "'" + value : value;
        return text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
