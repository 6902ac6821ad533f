using VideoIndex.Interchange.Exporting.Timelines.FinalCut;
using VideoIndex.Interchange.Exporting.Timelines.FinalCut7;
using VideoIndex.Interchange.Exporting.Timelines.Otio;

namespace VideoIndex.Interchange.Exporting.Timelines;

/// <summary>Timelines with clips and markers: XML and JSON.</summary>
internal static class TimelineWriters
{
    /// <summary>Gets the formats.</summary>
    public static IReadOnlyList<IExportWriter> All { get; } = [new FinalCut7Writer(), new FinalCutWriter(), new OtioWriter()];
}
