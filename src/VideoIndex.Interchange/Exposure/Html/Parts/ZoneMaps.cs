using VideoIndex.Logos.Exposure;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exposure.Html.Parts;

/// <summary>In which ninth of the picture each brand spends its gross seconds.</summary>
internal static class ZoneMaps
{
    public static Markup Of(Sheet sheet) => sheet.Seen.Any()
        ? Markup.Of($"""
            <section aria-labelledby="zones">
            <h2 id="zones">Where in the picture</h2>
            <p class="lead">Gross seconds by the ninth of the picture the mark’s middle lies in; the fuller, the longer.</p>
            <div class="maps">{sheet.Seen.Select(brand => Map(brand, sheet.Page.Report.ByZone(brand.Name)))}</div>
            </section>
            """)
        : Markup.None;

    private static Markup Map(BrandView brand, IReadOnlyList<Rational> zones)
    {
        var seen = AppearanceExposure.Zones.Index().Where(zone => zones[zone.Index].Numerator > 0).Select(zone => $"{zone.Item} {Figures.Seconds(zones[zone.Index])} s");
        return Markup.Of($"""
            <figure class="map"><svg class="{brand.Colour}" viewBox="0 0 192 108" role="img" aria-label="{Markup.Apart(brand.Name)}: {string.Join(", ", seen)}">{zones.Select((seconds, at) => Ninth(seconds, at, brand.Figures.Gross))}</svg><figcaption>{Piece.Dotted(brand)}</figcaption></figure>
            """);
    }

    private static Markup Ninth(Rational seconds, int at, Rational gross)
    {
        var (x, y) = (at % 3 * 64, at / 3 * 36);
        var share = gross.Numerator == 0 ? 0 : Figures.Decimal(seconds / gross);
        var cell = Markup.Of($"<rect class=\"cell\" x=\"{x}\" y=\"{y}\" width=\"64\" height=\"36\"/>");
        return seconds.Numerator == 0 ? cell : Markup.Of(
            $"{cell}<rect class=\"heat\" x=\"{x}\" y=\"{y}\" width=\"64\" height=\"36\" fill-opacity=\"{Figures.Places(0.1m + (0.4m * share), 3)}\"><title>{AppearanceExposure.Zones[at]}: {$"{seconds}"} s exactly</title></rect><text x=\"{x + 32}\" y=\"{y + 22}\">{Figures.Seconds(seconds)}</text>");
    }
}
