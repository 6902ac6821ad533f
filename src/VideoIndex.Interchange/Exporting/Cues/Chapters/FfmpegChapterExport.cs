using VideoIndex.Exporting;

namespace VideoIndex.Interchange.Exporting.Cues.Chapters;

/// <summary>Writes <see cref="FfmpegChapters"/>, a file a video.</summary>
internal sealed class FfmpegChapterExport : IExportWriter
{
    /// <inheritdoc/>
    public string Name => "ffmetadata";

    /// <inheritdoc/>
    public string Title => "Chapters as FFmpeg reads them, to be put into a file; to the millisecond";

    /// <inheritdoc/>
    public string Ending => ".txt";

    /// <inheritdoc/>
    public bool NamesFrames => false;

    /// <inheritdoc/>
    public ExportResult Write(ExportSheet sheet, ExportRules rules)
    {
        var parts = VideoParts.Of(sheet);
        var written = sheet.Videos.Select(FfmpegChapters.Of).ToList();
        return new ExportResult([.. written.Select((one, at) => one.Files[0] with { Part = parts[at] })], [.. written.SelectMany(one => one.Notes).Distinct()]);
    }
}
