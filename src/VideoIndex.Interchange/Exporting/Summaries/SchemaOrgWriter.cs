using System.Globalization;
using System.Text.Json;
using VideoIndex.Exporting;

namespace VideoIndex.Interchange.Exporting.Summaries;

/// <summary>Writes schema.org's description of a video with its moments as clips, in JSON-LD, for the page the video is on.</summary>
internal sealed class SchemaOrgWriter : IExportWriter
{
    /// <inheritdoc/>
    public string Name => "schema-org";

    /// <inheritdoc/>
    public string Title => "schema.org VideoObject with clips, as JSON-LD for web pages";

    /// <inheritdoc/>
    public string Ending => ".jsonld";

    /// <inheritdoc/>
    public bool NamesFrames => false;

    /// <inheritdoc/>
    public ExportResult Write(ExportSheet sheet, ExportRules rules)
    {
        var text = new ExportText();
        var files = VideoParts.Files(sheet, video => JsonPage.Of(json => Put(json, sheet.Title, video, rules, text)));
        return new ExportResult(
            files,
            [
                .. rules.LinkBase is null ? (string[])["The clips have no addresses, which search engines ask for: say what links begin with, with --link-base."] : [],
                "Search engines ask for a thumbnail and a date of publication too, which are not known here: add thumbnailUrl and uploadDate.",
                .. text.Notes,
            ]);
    }

    private static void Put(Utf8JsonWriter json, string title, ExportedVideo video, ExportRules rules, ExportText text)
    {
        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        json.WriteString("@type", "VideoObject");
        json.WriteString("name", text.Whole(video.Name));
        json.WriteString("description", text.Whole(title));
        json.WriteString("identifier", video.Video.Id.ToString());
        json.WriteString("duration", ExactSeconds.Duration(video.Video.Extent.Duration));
        if (rules.LinkBase is not null)
        {
            json.WriteString("contentUrl", VideoLinks.Of(video, rules));
        }

        if (video.Video.Probe?.Pictures is [var picture, ..])
        {
            json.WriteString("videoFrameSize", string.Create(CultureInfo.InvariantCulture, $"{picture.Width}x{picture.Height}"));
        }

        if (video.Video.Probe?.Recorded is { } recorded)
        {
            json.WriteString("dateCreated", recorded.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }

        json.WriteStartArray("hasPart");
        foreach (var moment in video.Moments)
        {
            json.WriteStartObject();
            json.WriteString("@type", "Clip");
            json.WriteString("name", text.Whole(string.IsNullOrWhiteSpace(moment.Name) ? moment.Kind : moment.Name));
            json.WriteString("description", text.Whole(moment.Note));
            json.Number("startOffset", ExactSeconds.Up(moment.Span.Start.Seconds));
            json.Number("endOffset", ExactSeconds.IsPoint(moment.Span) ? ExactSeconds.Up(moment.Span.Start.Seconds) : ExactSeconds.Down(moment.Span.End.Seconds));
            if (rules.LinkBase is not null)
            {
                json.WriteString("url", VideoLinks.WithSpan(VideoLinks.Of(video, rules), ExactSeconds.Seek(video, moment.Span)));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
