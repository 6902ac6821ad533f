using System.Text;
using System.Text.Json;
using VideoIndex.Exporting;
using VideoIndex.Interchange.Exporting.Selections;
using VideoIndex.Interchange.Transcripts;

namespace VideoIndex.Interchange.Exporting.Cues.Tracks;

/// <summary>Writes a WebVTT track for programs in a page: all that is known of each moment, as JSON on one line.</summary>
/// <remarks>The JSON escapes <c>&gt;</c>, so no name can make an arrow, and all line ends, so none can end a cue.</remarks>
internal sealed class VttDetailExport : IExportWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = MomentJson.Encoder };

    /// <inheritdoc/>
    public string Name => "vtt-metadata";

    /// <inheritdoc/>
    public string Title => "WebVTT metadata: all that is known of each moment as JSON, for scripts in a page";

    /// <inheritdoc/>
    public string Ending => ".vtt";

    /// <inheritdoc/>
    public bool NamesFrames => false;

    /// <inheritdoc/>
    public ExportResult Write(ExportSheet sheet, ExportRules rules)
    {
        var (text, parts, files) = (new ExportText(), VideoParts.Of(sheet), new List<ExportFile>());
        foreach (var (at, video) in sheet.Videos.Index())
        {
            var file = new StringBuilder("WEBVTT\n");
            foreach (var moment in video.Moments)
            {
                file.Append('\n').Append(CueClock.Of(moment.Span.To(1000), '.')).Append('\n').Append(Json(moment, video, text)).Append('\n');
            }

            files.Add(new ExportFile(parts[at], file.ToString(), video.Moments.Count));
        }

        return new ExportResult(files, [.. VideoParts.WithoutFrames(sheet), .. VideoParts.Conformed(sheet), .. text.Notes]);
    }

    private static string Json(ExportMoment moment, ExportedVideo video, ExportText text)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, Options))
        {
            MomentJson.Put(json, moment, video, text);
        }

        return Encoding.UTF8.GetString(line.ToArray());
    }
}
