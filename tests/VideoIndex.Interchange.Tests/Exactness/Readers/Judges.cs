namespace VideoIndex.Interchange.Tests.Exactness.Readers;

/// <summary>The readers of all formats.</summary>
internal static class Judges
{
    public static IReadOnlyList<IJudge> All { get; } =
    [
        new EditListJudge(), new ResolveMarkerJudge(), new AvidMarkerJudge(), new FinalCut7Judge(), new FinalCutJudge(), new OtioJudge(),
        new SrtJudge(), new VttJudge(), new ImscJudge(), new JsonJudge(), new CsvJudge(), new VttDetailJudge(), new VttChapterJudge(), new VttThumbnailJudge(), new FfmpegChapterJudge(), new YouTubeJudge(),
        new XmpJudge(), new EbuCoreJudge(), new MediaFragmentJudge(), new SchemaOrgJudge(), new IptcJudge(), new AzureInsightsJudge(),
    ];

    public static IJudge Of(string format) => All.Single(judge => judge.Formats.Contains(format));
}
