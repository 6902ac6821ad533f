using VideoIndex.Interchange.Importing.Services.Aws;
using VideoIndex.Interchange.Importing.Services.Azure;
using VideoIndex.Interchange.Importing.Services.Google;

namespace VideoIndex.Interchange.Importing.Services;

/// <summary>What other systems that analyse video say of one.</summary>
internal static class ServiceReaders
{
    /// <summary>Gets the formats.</summary>
    public static IReadOnlyList<IImportReader> All { get; } = [new AzureInsightsReader(), new RekognitionReader(), new GoogleVideoReader()];
}
