using VideoIndex.Exporting;
using VideoIndex.Interchange.Transcripts;
using VideoIndex.Interchange.Transcripts.Cues;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exporting.Cues.Chapters;

/// <summary>Writes chapters as WebVTT, for a player's list of chapters.</summary>
internal sealed class VttChapterExport : IExportWriter
{
    private static readonly Rational Millisecond = new(1, 1000);

    /// <inheritdoc/>
    public string Name => "vtt-chapters";

    /// <inheritdoc/>
    public string Title => "WebVTT chapters for players; to the millisecond";

    /// <inheritdoc/>
    public string Ending => ".vtt";

    /// <inheritdoc/>
    public bool NamesFrames => false;

    /// <inheritdoc/>
    public ExportResult Write(ExportSheet sheet, ExportRules rules)
    {
        var (text, parts) = (new ExportText(), VideoParts.Of(sheet));
        var lists = sheet.Videos.Select(video => ChapterList.Of(video, Millisecond, text.Line)).ToList();
        var files = lists.Select((list, at) => new ExportFile(parts[at], WebVttWriter.Write([.. list.Chapters.Select(Cue)]), sheet.Videos[at].Moments.Count)).ToList();
        return new ExportResult(files, [.. lists.SelectMany(list => list.Notes).Distinct(), .. text.Notes]);
    }

    private static Cue Cue(ChapterLine chapter) => new(chapter.Span.To(1000), [new CueLine([new CueRun(chapter.Title, IsUnsure: false)])]);
}
