using VideoIndex.Interchange.Exporting.Cues.Captions;
using VideoIndex.Interchange.Exporting.Cues.Chapters;
using VideoIndex.Interchange.Exporting.Cues.Tables;
using VideoIndex.Interchange.Exporting.Cues.Tracks;

namespace VideoIndex.Interchange.Exporting.Cues;

/// <summary>Captions, chapters, tables and links: moments one after the other.</summary>
internal static class CueWriters
{
    /// <summary>Gets the formats.</summary>
    public static IReadOnlyList<IExportWriter> All { get; } =
    [
        new SrtExport(), new VttExport(), new ImscExport(), new VttChapterExport(), new VttThumbnailExport(), new VttDetailExport(), new YouTubeExport(), new FfmpegChapterExport(), new CsvExport(),
        new JsonExport(),
    ];
}
