namespace VideoIndex.Interchange.Importing.Services;

/// <summary>What other systems that analyse video say of one.</summary>
internal static class ServiceReaders
{
    /// <summary>Gets the formats.</summary>
    public static IReadOnlyList<IImportReader> All { get; } = [];
}
