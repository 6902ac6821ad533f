using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exposure.Html.Parts;

/// <summary>Gross, net and qualified seconds, each within the one before.</summary>
internal static class SecondsChart
{
    public static Markup Of(Sheet sheet) => sheet.Seen.Any()
        ? Markup.Of($"""
            <section aria-labelledby="seconds">
            <h2 id="seconds">Seconds on screen</h2>
            <p class="lead key"><span class="swatch gross"></span><strong>Gross</strong>: all appearances together. <span class="swatch net"></span><strong>Net</strong>: at least one on screen, each second once. <span class="swatch qualified"></span><strong>Qualified</strong>: what counts by {sheet.Rule.Name}.</p>
            <figure>
            <div class="rows one">{sheet.Seen.Select(brand => Row(brand, sheet.Seen.Max(one => one.Figures.Gross)))}</div>
            <figcaption>In seconds, to one scale; the longest bar is {Figures.Seconds(sheet.Seen.Max(brand => brand.Figures.Gross))} s.</figcaption>
            </figure>
            </section>
            """)
        : Markup.None;

    private static Markup Row(BrandView brand, Rational most)
    {
        var figures = brand.Figures;
        return Markup.Of($"""
            <div class="row"><span class="who">{Piece.Dotted(brand)}</span><svg class="nested" aria-hidden="true" width="100%" height="22"><rect class="gross" y="0" width="{Piece.Length(figures.Gross, most)}" height="22"/><rect class="net" y="4" width="{Piece.Length(figures.Net, most)}" height="14"/><rect class="qualified" y="8" width="{Piece.Length(figures.Qualified, most)}" height="6"/></svg><span class="three">gross {Piece.Seconds(figures.Gross)} · net <strong>{Piece.Seconds(figures.Net)}</strong> · qualified {Piece.Seconds(figures.Qualified)}</span></div>
            """);
    }
}
