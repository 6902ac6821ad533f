using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exposure.Html.Parts;

/// <summary>Every appearance, folded by brand: those of <c>appearances.csv</c>.</summary>
internal static class AppearanceTables
{
    // More than that, and all are folded at first.
    private const int MostUnfolded = 40;

    public static Markup Of(Sheet sheet, IReadOnlyDictionary<int, string> stills) => sheet.Seen.Any()
        ? Markup.Of($"""
            <section aria-labelledby="appearances">
            <h2 id="appearances">Every appearance</h2>
            <p class="lead">A start is the first moment on screen, an end the first moment after; how many seconds either may be off stands under it. Numbers are the lines of <a href="appearances.csv">appearances.csv</a>. What is folded is not printed.</p>
            {Evidence(sheet)}
            {sheet.Seen.Select(brand => Brand(sheet, brand, stills))}
            </section>
            """)
        : Markup.None;

    private static Markup Evidence(Sheet sheet)
    {
        var rows = sheet.Page.Report.Rows;
        var (stills, clips) = (rows.Count(row => row.Evidence?.Still is not null), rows.Count(row => row.Evidence?.Clip is not null));
        return stills + clips == 0
            ? new Markup("<p class=\"small\">No pictures or clips were made of these appearances.</p>")
            : Markup.Of($"<p class=\"small\">{stills} of {rows.Count} have a picture, {clips} a clip. This page holds the {Stills.MostOfEach} surest pictures of a brand in a video; the others, and the clips, are files beside it.</p>");
    }

    private static Markup Brand(Sheet sheet, BrandView brand, IReadOnlyDictionary<int, string> stills)
    {
        var (open, evidence) = (sheet.Page.Report.Rows.Count <= MostUnfolded, sheet.Page.Report.Rows.Any(row => row.Evidence is not null));
        return Markup.Of($"""
            <details id="brand-{brand.Number}"{(open ? new Markup(" open=\"open\"") : Markup.None)}>
            <summary><h3>{Piece.Dotted(brand)}</h3> <span class="small">{brand.Rows.Count} ×, {Figures.Seconds(brand.Figures.Net)} s net</span></summary>
            <div class="scroll" role="region" aria-label="Appearances of {Markup.Apart(brand.Name)}" tabindex="0">
            <table class="sortable rows">
            <caption class="hidden">Appearances of {Piece.Name(brand.Name)}</caption>
            <thead><tr><th scope="col" class="n">No.</th>{(evidence ? new Markup("<th scope=\"col\">Evidence</th>") : Markup.None)}<th scope="col">Video, logo</th><th scope="col">Start</th><th scope="col">End</th><th scope="col" class="n">Seconds</th><th scope="col" class="n">Qualified s</th><th scope="col" class="n">Area %</th><th scope="col" class="n">Largest %</th><th scope="col">Zone</th><th scope="col" class="n">Visible %</th><th scope="col" class="n">Clarity</th><th scope="col" class="n">Score</th></tr></thead>
            <tbody>{brand.Rows.Select(row => Row(row, stills, evidence))}</tbody>
            </table>
            </div>
            </details>
            """);
    }

    private static Markup Row(RowView view, IReadOnlyDictionary<int, string> stills, bool evidence)
    {
        var row = view.Row;
        return Markup.Of($"""
            <tr id="appearance-{view.Number}"><th scope="row" class="n">{view.Number}</th>{(evidence ? Markup.Of($"<td>{Shown(view, stills)}</td>") : Markup.None)}<td>{Piece.Name(view.Video.Name)}<br /><span class="small">{Piece.Name(row.Logo)}</span></td>{End(view.Start, row.Span.Start, row.Precision.Start)}{End(view.End, row.Span.End, row.Precision.End)}{Piece.Cell(Piece.Seconds(row.Seconds))}{Piece.Cell(Piece.Seconds(row.Qualified))}{Piece.Cell(Piece.Percent(row.MeanArea, 6))}{Piece.Cell(Piece.Percent(row.LargestArea, 6))}<td>{row.Zone}</td>{Piece.Cell(Piece.Percent(row.Visible, 2))}{Piece.Cell(Piece.Plain(Figures.Places(row.Clarity, 3)))}{Piece.Cell(Piece.Plain(Figures.Places(row.Score, 2)))}</tr>

            """);
    }

    private static Markup End(string label, MediaTime time, Rational within) => Markup.Of(
        $"<td><time title=\"{$"{time.Seconds}"} s exactly\">{label}</time><br /><span class=\"small\">±&#160;{Piece.Seconds(within)}</span></td>");

    private static Markup Shown(RowView view, IReadOnlyDictionary<int, string> stills)
    {
        var (still, clip) = (view.Row.Evidence?.Still, view.Row.Evidence?.Clip);
        var picture = stills.TryGetValue(view.Number, out var held)
            ? Markup.Of($"<img src=\"{new Markup(held)}\" alt=\"{Markup.Apart(view.Row.Brand)} in {Markup.Apart(view.Video.Name)}, {view.Row.Zone}, between {view.Start} and {view.End}\" loading=\"lazy\" />")
            : new Markup("picture");
        Markup[] parts = [still is null ? Markup.None : Piece.Link(still, picture), clip is null ? Markup.None : Piece.Link(clip, new Markup("clip"))];
        return still is null && clip is null ? new Markup("none") : Markup.Of(parts);
    }
}
