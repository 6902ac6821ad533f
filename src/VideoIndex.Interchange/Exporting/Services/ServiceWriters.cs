namespace VideoIndex.Interchange.Exporting.Services;

/// <summary>What other systems that analyse video would answer.</summary>
internal static class ServiceWriters
{
    /// <summary>Gets the formats.</summary>
    public static IReadOnlyList<IExportWriter> All { get; } = [new AzureInsightsExport()];
}
