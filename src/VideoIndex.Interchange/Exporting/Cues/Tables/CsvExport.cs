using System.Globalization;
using System.Text;
using VideoIndex.Exporting;
using VideoIndex.Interchange.Csv;
using VideoIndex.Interchange.Exporting.Selections;
using VideoIndex.Looks;

namespace VideoIndex.Interchange.Exporting.Cues.Tables;

/// <summary>Writes moments as a table of comma-separated values (RFC 4180), a line each.</summary>
/// <remarks>
/// <c>start</c> and <c>end</c> are exact and decide; seconds, labels and frames stand beside them for people. An end is what comes just after the moment: its label and its
/// frame are those of the first frame that is no longer in it. Text that looks like a formula has an apostrophe before it (<see cref="CsvText"/>).
/// </remarks>
internal sealed class CsvExport : IExportWriter
{
    /// <summary>The columns, in order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "video_id", "video", "path", "kind", "name", "start", "end", "start_seconds", "end_seconds", "duration_seconds", "start_timecode", "end_timecode", "start_frame", "end_frame",
        "frame_rate", "timecode", "confidence", "status", "speaker", "language", "origin_kind", "origin", "origin_version", "box_left", "box_top", "box_width", "box_height", "colour",
        "merged", "how",
    ];

    /// <inheritdoc/>
    public string Name => "csv";

    /// <inheritdoc/>
    public string Title => "CSV table: a line a moment, exact, safe to open in a spreadsheet";

    /// <inheritdoc/>
    public string Ending => ".csv";

    /// <inheritdoc/>
    public bool NamesFrames => false;

    /// <inheritdoc/>
    public ExportResult Write(ExportSheet sheet, ExportRules rules)
    {
        var text = new ExportText();
        var table = new StringBuilder(CsvText.Line(Columns));
        foreach (var (video, moment) in sheet.Videos.SelectMany(video => video.Moments.Select(moment => (video, moment))))
        {
            table.Append(CsvText.Line(Fields(moment, video, LabelKind.Of(video, rules), text)));
        }

        return new ExportResult(
            [new ExportFile("", table.ToString(), sheet.Videos.Sum(video => video.Moments.Count))],
            [.. VideoParts.WithoutFrames(sheet), .. VideoParts.Conformed(sheet), .. text.Notes]);
    }

    private static IEnumerable<string> Fields(ExportMoment moment, ExportedVideo video, string? kind, ExportText text)
    {
        var (labels, box) = (video.Labels, moment.Box);
        var frames = labels?.FramesOf(moment.Span);
        return
        [
            video.Video.Id.ToString(), Text(video.Name), Text(video.Video.Path), Text(moment.Kind), Text(moment.Name),
            moment.Span.Start.Seconds.ToString(), moment.Span.End.Seconds.ToString(), Number(MomentJson.Seconds(moment.Span.Start)), Number(MomentJson.Seconds(moment.Span.End)),
            Number(MomentJson.Seconds(new Timing.MediaTime(moment.Span.Duration.Seconds))),
            frames is { } at ? labels!.LabelOf(at.First).ToString() : "", frames is { } past ? labels!.LabelOf(past.Until).ToString() : "",
            Number(frames?.First), Number(frames?.Until), labels?.First.Rate.ToString() ?? "", kind ?? "",
            moment.Confidence.Value.ToString("R", CultureInfo.InvariantCulture), Text(moment.Status), Text(moment.Speaker), Text(moment.Language),
            Text(moment.Origin.Kind), Text(moment.Origin.Name), Text(moment.Origin.Version),
            Part(box?.Left), Part(box?.Top), Part(box?.Width), Part(box?.Height), MomentJson.ColourOf(moment), Number(moment.Merged), Text(moment.How),
        ];

        string Text(string? value) => CsvText.Guarded(text.Whole(value ?? ""));
    }

    private static string Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Part(int? units) => Number((decimal?)units / PictureBox.Whole);
}
