namespace VideoIndex.Interchange.Importing.Tables;

/// <summary>Captions and tables.</summary>
internal static class TableReaders
{
    /// <summary>Gets the formats.</summary>
    public static IReadOnlyList<IImportReader> All { get; } = [];
}
