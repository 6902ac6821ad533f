using VideoIndex.Exporting;
using VideoIndex.Interchange.Transcripts;

namespace VideoIndex.Interchange.Exporting.Cues.Captions;

/// <summary>Writes WebVTT captions.</summary>
internal sealed class VttExport : IExportWriter
{
    /// <inheritdoc/>
    public string Name => "vtt";

    /// <inheritdoc/>
    public string Title => "WebVTT captions: a cue a moment, or a transcript in cues to read; to the millisecond";

    /// <inheritdoc/>
    public string Ending => ".vtt";

    /// <inheritdoc/>
    public bool NamesFrames => false;

    /// <inheritdoc/>
    public ExportResult Write(ExportSheet sheet, ExportRules rules)
    {
        var text = new ExportText();
        var tracks = CaptionSource.Of(sheet, rules, text);
        return new ExportResult(
            [.. tracks.Select(track => new ExportFile(track.Part, WebVttWriter.Write(track.IsTranscript ? track.Cues : [.. track.Cues.Select(cue => cue with { Span = cue.Span.To(1000) })]), track.Cues.Count))],
            [.. tracks.SelectMany(track => track.Notes).Distinct(), .. text.Notes]);
    }
}
