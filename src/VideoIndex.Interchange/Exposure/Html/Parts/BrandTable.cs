namespace VideoIndex.Interchange.Exposure.Html.Parts;

/// <summary>The figures of the brands: those of <c>brands.csv</c>.</summary>
internal static class BrandTable
{
    public static Markup Of(Sheet sheet) => Markup.Of($"""
        <section aria-labelledby="brands">
        <h2 id="brands">The figures</h2>
        <div class="scroll" role="region" aria-labelledby="brands" tabindex="0">
        <table class="sortable" id="brand-figures">
        <caption><span>Exposure by brand, in seconds and per cent. Each second’s exact fraction is in its title and in <a href="brands.csv">brands.csv</a>.</span></caption>
        <thead><tr><th scope="col">Brand</th><th scope="col" class="n">Appear&#173;ances</th><th scope="col" class="n">Gross s</th><th scope="col" class="n">Net s</th><th scope="col" class="n">Qualified s</th><th scope="col" class="n">Solus s</th><th scope="col" class="n">Share by seconds %</th><th scope="col" class="n">Share by area %</th><th scope="col" class="n">Area-seconds %·s</th><th scope="col" class="n">Spoken</th><th scope="col" class="n">Written</th></tr></thead>
        <tbody>{sheet.Brands.Select(Row)}</tbody>
        </table>
        </div>
        <p class="small">Solus: net seconds with no other brand of this report on screen. Area-seconds: seconds times the share of the picture covered, summed over the appearances.</p>
        </section>
        """);

    private static Markup Row(BrandView brand)
    {
        var figures = brand.Figures;
        Markup[] numbers =
        [
            Piece.Plain(Figures.Whole(figures.Appearances)), Piece.Seconds(figures.Gross), Piece.Seconds(figures.Net), Piece.Seconds(figures.Qualified),
            Piece.Seconds(figures.Solus), Piece.Percent(figures.ShareBySeconds, 2), Piece.Percent(figures.ShareByArea, 2), Piece.AreaSeconds(figures.AreaSeconds),
            Piece.Plain(Figures.Whole(figures.Spoken)), Piece.Plain(Figures.Whole(figures.Written)),
        ];
        return Markup.Of($"<tr><th scope=\"row\">{Piece.Dotted(brand)}</th>{numbers.Select(Piece.Cell)}</tr>\n");
    }
}
