using VideoIndex.Interchange.Captions;
using VideoIndex.Interchange.Captions.Ttml;
using VideoIndex.Interchange.Importing.Tables.Markers;

namespace VideoIndex.Interchange.Importing.Tables;

/// <summary>Captions and tables.</summary>
internal static class TableReaders
{
    /// <summary>Gets the formats.</summary>
    public static IReadOnlyList<IImportReader> All { get; } =
    [
        new CaptionImport("vtt", [".vtt"], WebVtt.Read, text => Begins(text, "WEBVTT")),
        new CaptionImport("srt", [".srt"], SubRip.Read, text => !Begins(text, "WEBVTT") && text.Contains("-->", StringComparison.Ordinal)),
        new CaptionImport("ttml", [".ttml", ".dfxp", ".xml"], TimedText.Read, text => text.Contains("http://www.w3.org/ns/ttml", StringComparison.Ordinal) || text.Contains("http://www.w3.org/2006/10/ttaf1", StringComparison.Ordinal)),
        new CaptionImport("ass", [".ass", ".ssa"], SubStation.Read, text => text.Contains("[Events]", StringComparison.OrdinalIgnoreCase)),
        new CaptionImport("sbv", [".sbv"], SubViewer.Read, text => SubViewer.Read(text).Utterances is [_, ..]),
        new MarkerTable(),
    ];

    private static bool Begins(string text, string word) => text.AsSpan().TrimStart('\uFEFF').StartsWith(word, StringComparison.Ordinal);
}
