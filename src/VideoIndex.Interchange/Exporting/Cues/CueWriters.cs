using VideoIndex.Interchange.Exporting.Cues.Captions;
using VideoIndex.Interchange.Exporting.Cues.Tables;

namespace VideoIndex.Interchange.Exporting.Cues;

/// <summary>Captions, chapters, tables and links: moments one after the other.</summary>
internal static class CueWriters
{
    /// <summary>Gets the formats.</summary>
    public static IReadOnlyList<IExportWriter> All { get; } = [new SrtExport(), new VttExport(), new ImscExport(), new JsonExport()];
}
