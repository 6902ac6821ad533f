namespace VideoIndex.Interchange.Importing.EditLists;

/// <summary>Lists of edits and markers.</summary>
internal static class EditListReaders
{
    /// <summary>Gets the formats.</summary>
    public static IReadOnlyList<IImportReader> All { get; } = [new ResolveMarkerReader(), new EdlReader(), new AvidMarkerReader()];
}
