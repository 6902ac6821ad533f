using VideoIndex.Exporting;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exporting.Cues.Chapters;

/// <summary>One chapter.</summary>
/// <param name="Span">When; no two of one list overlap.</param>
/// <param name="Title">What it is called, on one line.</param>
internal sealed record ChapterLine(MediaSpan Span, string Title);

/// <summary>Moments as chapters, which follow each other: each lasts until it ends or the next begins.</summary>
/// <param name="Chapters">The chapters, by start.</param>
/// <param name="Cut">How many moments would have gone on under a later chapter.</param>
internal sealed record ChapterList(IReadOnlyList<ChapterLine> Chapters, int Cut)
{
    /// <summary>What stands between the names of moments that begin together.</summary>
    public const string Between = " / ";

    /// <summary>Gets what could not be had, a sentence each.</summary>
    public IEnumerable<string> Notes => Cut == 0 ? [] : [$"Chapters do not overlap: {Cut} {(Cut == 1 ? "moment ends" : "moments end")} where the next begins."];

    /// <summary>Makes the chapters of a video.</summary>
    /// <param name="video">The video.</param>
    /// <param name="unit">How exact the format's times are, in seconds: moments that begin within one unit are one chapter.</param>
    /// <param name="title">Makes a title of a name.</param>
    public static ChapterList Of(ExportedVideo video, Rational unit, Func<string, string> title)
    {
        var groups = video.Moments.OrderBy(moment => moment.Span.Start).GroupBy(moment => (moment.Span.Start.Seconds / unit).Floor()).ToList();
        var chapters = new List<ChapterLine>();
        var cut = 0;
        for (var at = 0; at < groups.Count; at++)
        {
            var (start, end) = (groups[at].Min(moment => moment.Span.Start), groups[at].Max(moment => moment.Span.End));
            var next = at + 1 < groups.Count ? groups[at + 1].Min(moment => moment.Span.Start) : end;
            cut += next < end ? groups[at].Count(moment => moment.Span.End > next) : 0;
            var names = groups[at].Select(moment => title(moment.Name) is { Length: > 0 } name ? name : title(moment.Kind)).Distinct();
            chapters.Add(new ChapterLine(new MediaSpan(start, next < end ? next : end), string.Join(Between, names)));
        }

        return new ChapterList(chapters, cut);
    }
}
