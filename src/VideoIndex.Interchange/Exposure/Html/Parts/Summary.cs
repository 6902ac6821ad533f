namespace VideoIndex.Interchange.Exposure.Html.Parts;

/// <summary>One line for each brand.</summary>
internal static class Summary
{
    public static Markup Of(Sheet sheet) => Markup.Of($"""
        <section aria-labelledby="summary">
        <h2 id="summary">In short</h2>
        <ol class="lines">{sheet.Seen.Select(Line)}</ol>
        {Unseen(sheet)}
        </section>
        """);

    private static Markup Line(BrandView brand)
    {
        var (figures, videos) = (brand.Figures, brand.Rows.Select(row => row.Video).Distinct().Count());
        return Markup.Of($"""
            <li><a class="brand" href="#brand-{brand.Number}">{Piece.Dotted(brand)}</a> <span>on screen for <strong>{Piece.Seconds(figures.Net)} s</strong>, {Piece.Percent(figures.ShareBySeconds, 2)} % of all brands’ seconds; {Count(figures.Appearances, "appearance")} in {Count(videos, "video")}; {Piece.Seconds(figures.Qualified)} s qualify; {Alone(figures.Solus)}.</span></li>
            """);
    }

    private static Markup Alone(Timing.Rational solus) => solus.Numerator == 0 ? new Markup("never alone") : Markup.Of($"{Piece.Seconds(solus)} s alone");

    private static Markup Unseen(Sheet sheet) => sheet.Unseen.Any()
        ? Markup.Of($"<p class=\"unseen\"><strong>Looked for and not seen:</strong> {new Markup(string.Join(", ", sheet.Unseen.Select(brand => Piece.Name(brand.Name))))}.</p>")
        : Markup.None;

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{Figures.Whole(count)} {what}s";
}
