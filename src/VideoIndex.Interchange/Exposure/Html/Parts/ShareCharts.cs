namespace VideoIndex.Interchange.Exposure.Html.Parts;

/// <summary>Each brand's share of all brands' seconds, and of all brands' area.</summary>
internal static class ShareCharts
{
    public static Markup Of(Sheet sheet) => sheet.Seen.Any()
        ? Markup.Of($"""
            <section aria-labelledby="shares">
            <h2 id="shares">Share of voice</h2>
            <p class="lead">Of all brands’ net seconds; and of their seconds times the share of the picture they cover. A brand that is seen long but small has less of the second.</p>
            <figure>
            {Whole(sheet, "By seconds", brand => brand.Figures.ShareBySeconds)}
            {Whole(sheet, "By area", brand => brand.Figures.ShareByArea)}
            <div class="rows two">
            <div class="row head" aria-hidden="true"><span></span><span>by seconds, %</span><span>by area, %</span></div>
            {sheet.Seen.Select(brand => Row(sheet, brand))}
            </div>
            <figcaption>Bars of the lower part are drawn to one scale. The same figures stand in the <a href="#brands">table</a>.</figcaption>
            </figure>
            </section>
            """)
        : Markup.None;

    private static Markup Whole(Sheet sheet, string title, Func<BrandView, decimal> share)
    {
        var (parts, from, all) = (new List<Markup>(), 0m, sheet.Seen.Sum(share));
        foreach (var brand in sheet.Seen)
        {
            parts.Add(Markup.Of($"<rect class=\"{brand.Colour}\" x=\"{Piece.Length(from, all)}\" width=\"{Piece.Length(share(brand), all)}\" height=\"100%\"><title>{Text(brand)}</title></rect>"));
            from += share(brand);
        }

        return Markup.Of($"""
            <div class="whole"><span>{title}</span><svg role="img" aria-label="{title}: {string.Join("; ", sheet.Seen.Select(Text))}" width="100%" height="28">{parts}</svg></div>
            """);

        string Text(BrandView brand) => $"{Markup.Apart(brand.Name)} {Figures.Places(share(brand), 2)} %";
    }

    private static Markup Row(Sheet sheet, BrandView brand)
    {
        var most = sheet.Seen.Max(one => Math.Max(one.Figures.ShareBySeconds, one.Figures.ShareByArea));
        return Markup.Of($"""
            <div class="row"><span class="who">{Piece.Dotted(brand)}</span>{Bar(brand, brand.Figures.ShareBySeconds, most, "by seconds")}{Bar(brand, brand.Figures.ShareByArea, most, "by area")}</div>
            """);
    }

    private static Markup Bar(BrandView brand, decimal share, decimal most, string what) => Markup.Of($"""
        <span class="bar"><svg aria-hidden="true" width="100%" height="14"><rect class="{brand.Colour}" width="{Piece.Length(share, most)}" height="100%"/></svg><span class="n"><span class="narrow">{what} </span>{Piece.Percent(share, 2)}<span class="narrow"> %</span></span></span>
        """);
}
