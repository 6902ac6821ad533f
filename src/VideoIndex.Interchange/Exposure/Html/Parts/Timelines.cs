using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exposure.Html.Parts;

/// <summary>When each brand is on screen: a line for each brand of each video, its appearances in their true places.</summary>
internal static class Timelines
{
    // What people count time in, in tenths of a second.
    private static readonly int[] Steps = [1, 5, 10, 20, 50, 100, 150, 300, 600, 1200, 3000, 6000, 9000, 18000, 36000, 72000, 144000];

    private const int MostMarks = 6;

    // How high a bar is, in pixels, with the space below it.
    private const int Thick = 16;

    // A bar shorter than this part of its line is drawn as a stroke.
    private static readonly Rational Thin = new(200, 1);

    public static Markup Of(Sheet sheet) => sheet.Videos is []
        ? Markup.None
        : Markup.Of($"""
            <section aria-labelledby="times">
            <h2 id="times">When</h2>
            <p class="lead">Bars lie at their true places; each leads to its appearance. A moment that is too short to see is drawn a pixel wide.</p>
            {sheet.Videos.Select(video => Video(sheet, video))}
            </section>
            """);

    private static Markup Video(Sheet sheet, VideoView video)
    {
        var brands = sheet.Seen.Where(brand => brand.Rows.Any(row => row.Video == video)).ToList();
        var length = ClockTime.Of(new MediaTime(video.Searched.Extent.Duration.Seconds));
        return Markup.Of($"""
            <div class="video"><h3>{Piece.Name(video.Name)} <span class="small">{length}</span></h3>
            {(video.Searched.Evidence is null ? new Markup("<p class=\"small\">Not searched: nothing to search was kept of it.</p>")
                : brands is [] ? new Markup("<p class=\"small\">No brand is seen in it.</p>")
                : Markup.Of($"<div class=\"lanes\">{brands.Select(brand => Lane(brand, video))}{Axis(video.Searched.Extent)}</div>"))}
            </div>
            """);
    }

    private static Markup Lane(BrandView brand, VideoView video)
    {
        var rows = Stacked([.. brand.Rows.Where(row => row.Video == video)]);
        var levels = rows.Max(row => row.Level) + 1;
        return Markup.Of($"""
            <div class="lane"><span class="who">{Piece.Dotted(brand)} <span class="small">{rows.Count} ×</span></span><svg class="{brand.Colour}" aria-hidden="true" width="100%" height="{(levels * Thick) + 4}">{rows.Select(Bar)}</svg></div>
            """);
    }

    // What is on screen at once lies one below the other.
    private static List<(RowView Row, int Level)> Stacked(IReadOnlyList<RowView> rows)
    {
        var (stacked, free) = (new List<(RowView, int)>(), new List<MediaTime>());
        foreach (var row in rows)
        {
            var level = free.FindIndex(end => end <= row.Row.Span.Start);
            if (level < 0)
            {
                level = free.Count;
                free.Add(default);
            }

            free[level] = row.Row.Span.End;
            stacked.Add((row, level));
        }

        return stacked;
    }

    private static Markup Bar((RowView Row, int Level) stacked)
    {
        var (row, level) = stacked;
        var extent = row.Video.Searched.Extent;
        var whole = extent.Duration.Seconds;
        return Markup.Of($"""
            <a href="#appearance-{row.Number}" tabindex="-1"><title>{Markup.Apart(row.Row.Brand)}, {row.Start} – {row.End}, {Figures.Seconds(row.Row.Seconds)} s, {row.Row.Zone}</title><rect{(row.Row.Seconds * Thin < whole ? new Markup(" class=\"thin\"") : Markup.None)} x="{Piece.Length((row.Row.Span.Start - extent.Start).Seconds, whole)}" y="{(level * Thick) + 2}" width="{Piece.Length(row.Row.Seconds, whole)}" height="{Thick - 2}"/></a>
            """);
    }

    private static Markup Axis(MediaSpan extent)
    {
        var seconds = extent.Duration.Seconds;
        var step = new Rational(Steps.FirstOrDefault(tenths => seconds <= new Rational(tenths * (MostMarks - 1), 10), Steps[^1]), 10);
        var count = seconds.Numerator == 0 ? 1 : (int)(seconds / step).Floor() + 1;
        return Markup.Of($"<div class=\"lane axis\"><span></span><svg aria-hidden=\"true\" width=\"100%\" height=\"24\">{Enumerable.Range(0, count).Select(Mark)}</svg></div>");

        Markup Mark(int at)
        {
            var time = step * new Rational(at, 1);
            var x = Piece.Length(time, seconds);
            var anchor = at == 0 ? "start" : time * new Rational(20, 19) > seconds ? "end" : "middle";
            return Markup.Of($"<line x1=\"{x}\" x2=\"{x}\" y1=\"0\" y2=\"5\"/><text x=\"{x}\" y=\"18\" text-anchor=\"{anchor}\">{Short(extent.Start.Seconds + time)}</text>");
        }
    }

    // 0:05 rather than 0:00:05.000, and tenths where there are any.
    private static string Short(Rational seconds)
    {
        var clock = ClockTime.Of(new MediaTime(seconds));
        var whole = clock.EndsWith(".000", StringComparison.Ordinal) ? clock[..^4] : clock[..^2];
        return whole.StartsWith("0:0", StringComparison.Ordinal) ? whole[3..] : whole.StartsWith("0:", StringComparison.Ordinal) ? whole[2..] : whole;
    }
}
