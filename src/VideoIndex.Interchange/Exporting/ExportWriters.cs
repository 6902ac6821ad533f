using VideoIndex.Interchange.Exporting.Cues;
using VideoIndex.Interchange.Exporting.EditLists;
using VideoIndex.Interchange.Exporting.Services;
using VideoIndex.Interchange.Exporting.Summaries;
using VideoIndex.Interchange.Exporting.Timelines;

namespace VideoIndex.Interchange.Exporting;

/// <summary>The formats moments leave in.</summary>
public static class ExportWriters
{
    /// <summary>Gets all of them, in the order they are listed.</summary>
    public static IReadOnlyList<IExportWriter> All { get; } = [.. EditListWriters.All, .. TimelineWriters.All, .. CueWriters.All, .. SummaryWriters.All, .. ServiceWriters.All];

    /// <summary>Returns the one of that name, or null.</summary>
    public static IExportWriter? Named(string name) => All.FirstOrDefault(writer => writer.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
