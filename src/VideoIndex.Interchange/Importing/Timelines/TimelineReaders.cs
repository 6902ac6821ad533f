using VideoIndex.Interchange.Importing.Timelines.Otio;

namespace VideoIndex.Interchange.Importing.Timelines;

/// <summary>Timelines.</summary>
internal static class TimelineReaders
{
    /// <summary>Gets the formats.</summary>
    public static IReadOnlyList<IImportReader> All { get; } = [new OtioReader()];
}
