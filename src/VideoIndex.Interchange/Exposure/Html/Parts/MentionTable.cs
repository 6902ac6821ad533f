using VideoIndex.Logos.Exposure;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exposure.Html.Parts;

/// <summary>Where the brands' names are said and read.</summary>
internal static class MentionTable
{
    private const int MostUnfolded = 20;

    public static Markup Of(Sheet sheet)
    {
        var mentions = sheet.Page.Basis.Mentions;
        return Markup.Of($"""
            <section aria-labelledby="mentions">
            <h2 id="mentions">Said and written</h2>
            {(mentions is [] ? new Markup("<p>No brand’s name is said, or read on the screen.</p>") : Table(sheet, mentions))}
            </section>
            """);
    }

    private static Markup Table(Sheet sheet, IReadOnlyList<BrandMention> mentions)
    {
        var videos = sheet.Videos.ToDictionary(video => video.Searched.Path);
        return Markup.Of($"""
            <details{(mentions.Count <= MostUnfolded ? new Markup(" open=\"open\"") : Markup.None)}>
            <summary>{mentions.Count} {(mentions.Count == 1 ? "place" : "places")}</summary>
            <div class="scroll" role="region" aria-labelledby="mentions" tabindex="0">
            <table class="sortable">
            <caption><span>Where a brand’s name is said, or read on the screen; those of <a href="mentions.csv">mentions.csv</a></span></caption>
            <thead><tr><th scope="col">Brand</th><th scope="col">How</th><th scope="col">Video</th><th scope="col">Start</th><th scope="col">End</th><th scope="col" class="n">Times</th><th scope="col">Words</th></tr></thead>
            <tbody>{mentions.Select(one => Row(one, videos[one.Video]))}</tbody>
            </table>
            </div>
            </details>
            """);
    }

    private static Markup Row(BrandMention one, VideoView video) => Markup.Of($"""
        <tr><th scope="row">{Piece.Name(one.Brand)}</th><td>{(one.Spoken ? "said" : "written")}</td><td>{Piece.Name(video.Name)}</td>{Time(one.Span.Start, video)}{Time(one.Span.End, video)}{Piece.Cell(Piece.Plain(Figures.Whole(one.Times)))}<td>{Piece.Name(one.Text)}</td></tr>

        """);

    private static Markup Time(MediaTime time, VideoView video) =>
        Markup.Of($"<td><time title=\"{$"{time.Seconds}"} s exactly\">{ClockTime.Label(time, video.Searched.Timecodes)}</time></td>");
}
