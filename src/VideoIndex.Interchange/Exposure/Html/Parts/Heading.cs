using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exposure.Html.Parts;

/// <summary>What the report is about.</summary>
internal static class Heading
{
    /// <summary>Returns the page's title.</summary>
    public static string Title(Sheet sheet) => sheet.Page.Group is { } group ? $"Exposure: {group}" : "Exposure of all brands";

    public static Markup Of(Sheet sheet)
    {
        var length = sheet.Videos.Aggregate(default(Rational), (sum, video) => sum + video.Searched.Extent.Duration.Seconds);
        var name = sheet.Page.Group is { } group ? Piece.Name(group) : new Markup("All brands");
        return Markup.Of($"""
            <header>
            <p class="over">Exposure report</p>
            <h1>{name}</h1>
            <dl class="facts">
            <div><dt>Footage</dt><dd><data value="{$"{length}"}" title="{$"{length}"} s exactly">{ClockTime.Of(new MediaTime(length))}</data></dd></div>
            <div><dt>Videos</dt><dd>{sheet.Videos.Count}</dd></div>
            <div><dt>Brands looked for</dt><dd>{sheet.Brands.Count}</dd></div>
            <div><dt>Brands seen</dt><dd>{sheet.Seen.Count()}</dd></div>
            <div><dt>Appearances</dt><dd>{sheet.Page.Report.Rows.Count}</dd></div>
            </dl>
            <p class="rule">Seconds qualify by <strong>{sheet.Rule.Name}</strong>: {sheet.Rule.Says}</p>
            {Notes(sheet)}
            </header>
            """);
    }

    private static Markup Notes(Sheet sheet) => sheet.Page.Notes is []
        ? Markup.None
        : Markup.Of($"<div class=\"note\"><p><strong>Not counted</strong></p><ul>{sheet.Page.Notes.Select(note => Markup.Of($"<li>{note}</li>"))}</ul></div>");
}
