using VideoIndex.Timing;

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
            <li><a class="brand" href="#brand-{brand.Number}">{Piece.Dotted(brand)}</a> <span><strong>{Piece.Seconds(figures.Net)}&#160;s</strong> on screen, a share of {Piece.Percent(figures.ShareBySeconds, 2)}&#160;%; {Count(figures.Appearances, "appearance")} in {Count(videos, "video")}; {Some(figures.Qualified, "qualify", "none qualify")}; {Some(figures.Solus, "alone", "never alone")}.</span></li>
            """);
    }

    private static Markup Some(Rational seconds, string what, string none) =>
        seconds.Numerator == 0 ? new Markup(none) : Markup.Of($"{Piece.Seconds(seconds)}&#160;s {what}");

    private static Markup Unseen(Sheet sheet) => sheet.Unseen.Any()
        ? Markup.Of($"<p class=\"unseen\"><strong>Looked for and not seen:</strong> {new Markup(string.Join(", ", sheet.Unseen.Select(brand => Piece.Name(brand.Name))))}.</p>")
        : Markup.None;

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{Figures.Whole(count)} {what}s";
}
