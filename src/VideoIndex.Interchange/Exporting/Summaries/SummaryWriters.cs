namespace VideoIndex.Interchange.Exporting.Summaries;

/// <summary>What a video is and shows, as a whole: metadata for archives, broadcasters and the web.</summary>
internal static class SummaryWriters
{
    /// <summary>Gets the formats.</summary>
    public static IReadOnlyList<IExportWriter> All { get; } = [new XmpWriter(), new EbuCoreWriter(), new IptcWriter(), new SchemaOrgWriter(), new MediaFragmentWriter()];
}
