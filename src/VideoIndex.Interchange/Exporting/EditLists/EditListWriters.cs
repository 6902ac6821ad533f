namespace VideoIndex.Interchange.Exporting.EditLists;

/// <summary>Lists of edits and markers: lines of text.</summary>
internal static class EditListWriters
{
    /// <summary>Gets the formats.</summary>
    public static IReadOnlyList<IExportWriter> All { get; } = [new EdlWriter(), new ResolveMarkerWriter(), new AvidMarkerWriter()];
}
