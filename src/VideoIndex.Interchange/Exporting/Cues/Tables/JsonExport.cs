using System.Text;
using System.Text.Json;
using VideoIndex.Exporting;
using VideoIndex.Interchange.Exporting.Selections;

namespace VideoIndex.Interchange.Exporting.Cues.Tables;

/// <summary>Writes all that is known of each moment as JSON, to be read by programs and by <see cref="SelectionJson"/>.</summary>
internal sealed class JsonExport : IExportWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = MomentJson.Encoder };

    /// <inheritdoc/>
    public string Name => "json";

    /// <inheritdoc/>
    public string Title => "JSON: all that is known of each moment, for programs and for --selection";

    /// <inheritdoc/>
    public string Ending => ".json";

    /// <inheritdoc/>
    public bool NamesFrames => false;

    /// <inheritdoc/>
    public ExportResult Write(ExportSheet sheet, ExportRules rules)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(rules);
        var text = new ExportText();
        using var file = new MemoryStream();
        using (var json = new Utf8JsonWriter(file, Options))
        {
            json.WriteStartObject();
            json.WriteString("format", "videoindex-selection");
            json.WriteNumber("version", 1);
            json.WriteString("title", text.Whole(sheet.Title));
            json.WriteString("made", rules.Made.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null));
            PutRules(json, rules);
            json.WriteStartArray("videos");
            foreach (var video in sheet.Videos)
            {
                PutVideo(json, video, rules, text);
            }

            json.WriteEndArray();
            json.WriteStartArray("moments");
            foreach (var (video, moment) in sheet.Videos.SelectMany(video => video.Moments.Select(moment => (video, moment))))
            {
                MomentJson.Put(json, moment, video, text);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return new ExportResult([new ExportFile("", Encoding.UTF8.GetString(file.ToArray()) + "\n", sheet.Videos.Sum(video => video.Moments.Count))], [.. VideoParts.WithoutFrames(sheet), .. VideoParts.Conformed(sheet), .. text.Notes]);
    }

    private static void PutRules(Utf8JsonWriter json, ExportRules rules)
    {
        json.WriteStartObject("rules");
        json.WriteString("handles", Length(rules.Handles));
        json.WriteString("mergeGap", rules.MergeGap is { } gap ? Length(gap) : null);
        json.WriteEndObject();
    }

    private static string Length(ExportLength length) => $"{length.Amount}{(length.InFrames ? "f" : "s")}";

    private static void PutVideo(Utf8JsonWriter json, ExportedVideo video, ExportRules rules, ExportText text)
    {
        var labels = video.Labels;
        json.WriteStartObject();
        json.WriteString("id", video.Video.Id.ToString());
        json.WriteString("path", text.Whole(video.Video.Path));
        json.WriteString("name", text.Whole(video.Name));
        json.WriteString("start", video.Video.Extent.Start.Seconds.ToString());
        json.WriteString("end", video.Video.Extent.End.Seconds.ToString());
        json.WriteString("frameRate", labels?.First.Rate.ToString());
        json.WriteString("timecode", LabelKind.Of(video, rules));
        json.WriteString("startTimecode", labels?.First.ToString());
        json.WriteBoolean("conformed", video.IsConformed);
        json.WriteEndObject();
    }
}
