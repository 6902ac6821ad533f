using VideoIndex.Timing;

namespace VideoIndex.Logos.Exposure;

/// <summary>The exposure of one brand: sums over the rows of its appearances.</summary>
/// <param name="Brand">The brand's name.</param>
/// <param name="Appearances">How many there are.</param>
/// <param name="Gross">The seconds of all of them together, exact.</param>
/// <param name="Net">The seconds in which at least one is on screen, exact.</param>
/// <param name="Qualified">The seconds that count under the rule, all appearances together, exact.</param>
/// <param name="Solus">The seconds in which no other brand of the report is on screen, exact.</param>
/// <param name="AreaSeconds">The sum over the appearances of seconds times mean area in per cent, to six places.</param>
/// <param name="ShareBySeconds">Its net seconds as a share of all brands', in per cent to two places.</param>
/// <param name="ShareByArea">Its area seconds as a share of all brands', in per cent to two places.</param>
/// <param name="Spoken">How often its name is said.</param>
/// <param name="Written">How often its name is read on the screen.</param>
public sealed record BrandExposure(
    string Brand,
    int Appearances,
    Rational Gross,
    Rational Net,
    Rational Qualified,
    Rational Solus,
    decimal AreaSeconds,
    decimal ShareBySeconds,
    decimal ShareByArea,
    int Spoken,
    int Written);

/// <summary>The exposure of several brands in several videos.</summary>
/// <param name="Rule">What counts as qualified.</param>
/// <param name="Rows">The appearances, by video and then in the order they begin.</param>
/// <param name="Brands">The brands, the one longest on screen first; those never seen are there too.</param>
public sealed record ExposureReport(ExposureRule Rule, IReadOnlyList<AppearanceExposure> Rows, IReadOnlyList<BrandExposure> Brands)
{
    /// <summary>Sums up rows.</summary>
    /// <param name="rule">The rule they were measured by.</param>
    /// <param name="brands">The brands that were looked for, and how often each is named.</param>
    /// <param name="rows">The rows. All that is said of the brands follows from them.</param>
    public static ExposureReport Of(ExposureRule rule, IReadOnlyList<(string Brand, int Spoken, int Written)> brands, IReadOnlyList<AppearanceExposure> rows)
    {
        var stays = rows
            .GroupBy(row => (row.Brand, row.Video))
            .ToDictionary(group => group.Key, group => TimeUnion.Of(group.Select(row => row.Span)));
        var net = brands.ToDictionary(brand => brand.Brand, brand => Sum(stays.Where(stay => stay.Key.Brand == brand.Brand).Select(stay => TimeUnion.Seconds(stay.Value))));
        var area = brands.ToDictionary(brand => brand.Brand, brand => rows.Where(row => row.Brand == brand.Brand).Sum(row => row.AreaSeconds));
        var (allNet, allArea) = (Sum(net.Values), area.Values.Sum());
        return new ExposureReport(
            rule,
            [.. rows.OrderBy(row => row.Video, StringComparer.Ordinal).ThenBy(row => row.Span.Start).ThenBy(row => row.Brand, StringComparer.Ordinal)],
            [.. brands
                .Select(brand => new BrandExposure(
                    brand.Brand,
                    rows.Count(row => row.Brand == brand.Brand),
                    Sum(rows.Where(row => row.Brand == brand.Brand).Select(row => row.Seconds)),
                    net[brand.Brand],
                    Sum(rows.Where(row => row.Brand == brand.Brand).Select(row => row.Qualified)),
                    Solus(brand.Brand, stays),
                    area[brand.Brand],
                    allNet.Numerator == 0 ? 0 : decimal.Round(100 * Decimal(net[brand.Brand] / allNet), 2),
                    allArea == 0 ? 0 : decimal.Round(100 * area[brand.Brand] / allArea, 2),
                    brand.Spoken,
                    brand.Written))
                .OrderByDescending(brand => brand.Net)
                .ThenBy(brand => brand.Brand, StringComparer.Ordinal)]);
    }

    /// <summary>Returns how many seconds of a brand count under each rule of <see cref="ExposureRule.BuiltIn"/>, exact, in that order.</summary>
    /// <param name="brand">The brand's name.</param>
    public IReadOnlyList<Rational> ByRule(string brand)
    {
        var own = Rows.Where(row => row.Brand == brand).ToList();
        return [.. Enumerable.Range(0, ExposureRule.BuiltIn.Count).Select(rule => Sum(own.Select(row => row.ByRule[rule])))];
    }

    /// <summary>Returns how many of a brand's gross seconds are spent in each of <see cref="AppearanceExposure.Zones"/>, exact, in that order.</summary>
    /// <param name="brand">The brand's name.</param>
    public IReadOnlyList<Rational> ByZone(string brand)
    {
        var own = Rows.Where(row => row.Brand == brand).ToLookup(row => row.Zone);
        return [.. AppearanceExposure.Zones.Select(zone => Sum(own[zone].Select(row => row.Seconds)))];
    }

    private static Rational Solus(string brand, Dictionary<(string Brand, string Video), IReadOnlyList<MediaSpan>> stays) => Sum(stays
        .Where(stay => stay.Key.Brand == brand)
        .Select(stay => TimeUnion.Seconds(TimeUnion.Without(
            stay.Value, TimeUnion.Of(stays.Where(other => other.Key.Video == stay.Key.Video && other.Key.Brand != brand).SelectMany(other => other.Value))))));

    private static Rational Sum(IEnumerable<Rational> values) => values.Aggregate(default(Rational), (sum, value) => sum + value);

    private static decimal Decimal(Rational value) => (decimal)value.Numerator / value.Denominator;
}
