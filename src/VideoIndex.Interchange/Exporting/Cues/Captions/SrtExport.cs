using System.Globalization;
using VideoIndex.Exporting;
using VideoIndex.Interchange.Transcripts;

namespace VideoIndex.Interchange.Exporting.Cues.Captions;

/// <summary>Writes SubRip captions.</summary>
internal sealed class SrtExport : IExportWriter
{
    /// <inheritdoc/>
    public string Name => "srt";

    /// <inheritdoc/>
    public string Title => "SubRip captions: a cue a moment, or a transcript in cues to read; to the millisecond";

    /// <inheritdoc/>
    public string Ending => ".srt";

    /// <inheritdoc/>
    public bool NamesFrames => false;

    /// <inheritdoc/>
    public ExportResult Write(ExportSheet sheet, ExportRules rules)
    {
        var text = new ExportText();
        var (files, notes) = (new List<ExportFile>(), new List<string>());
        foreach (var track in CaptionSource.Of(sheet, rules, text))
        {
            var stacked = track.IsTranscript ? new StackedCues(track.Cues, 0, 0) : StackedCues.Of(track.Cues);
            files.Add(new ExportFile(track.Part, SubRipWriter.Write(stacked.Cues), track.Cues.Count));
            notes.AddRange(track.Notes);
            notes.AddRange(Notes(stacked));
        }

        return new ExportResult(files, [.. notes.Distinct(), .. text.Notes]);
    }

    private static IEnumerable<string> Notes(StackedCues stacked)
    {
        if (stacked.Divided > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"Cues of SubRip captions are not to overlap: {stacked.Divided} {(stacked.Divided == 1 ? "moment stands" : "moments stand")} in several, line upon line.");
        }

        if (stacked.Hidden > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Where more than {StackedCues.MostAtOnce} moments hold at once, those that began last are named, and how many there are besides.");
        }
    }
}
