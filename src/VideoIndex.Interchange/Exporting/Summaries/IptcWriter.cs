using System.Globalization;
using System.Text.Json;
using VideoIndex.Exporting;
using VideoIndex.Media;
using VideoIndex.Tags;

namespace VideoIndex.Interchange.Exporting.Summaries;

/// <summary>Writes IPTC's Video Metadata Hub 1.5: a summary of the video, then each moment as a fragment of it.</summary>
/// <remarks>Fragments are what the standard's JSON has for spans; it says what is shown, and has no field for how sure one is or who says so but the description.</remarks>
internal sealed class IptcWriter : IExportWriter
{
    private const string AnyLanguage = "x-default";

    /// <inheritdoc/>
    public string Name => "iptc";

    /// <inheritdoc/>
    public string Title => "IPTC Video Metadata Hub 1.5, as JSON, for agencies and archives";

    /// <inheritdoc/>
    public string Ending => ".json";

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
                .. rules.LinkBase is null ? (string[])["The addresses of fragments are from beside the video's file: say what whole ones begin with, with --link-base."] : [],
                .. ExactSeconds.Notes(sheet),
                .. VideoParts.Conformed(sheet),
                .. text.Notes,
            ]);
    }

    private static void Put(Utf8JsonWriter json, string title, ExportedVideo video, ExportRules rules, ExportText text)
    {
        json.WriteStartArray();
        json.WriteStartObject();
        json.WriteStartObject("photoVideoMetadataIPTC");
        PutWords(json, "title", text.Whole(video.Name));
        PutWords(json, "headline", text.Whole(title));
        json.WriteString("identifier", video.Video.Id.ToString());
        json.WriteString("metadataLastEdited", Date(rules.Made));
        PutTechnical(json, video.Video.Probe, video);
        PutShown(json, video.Moments, text);
        json.WriteEndObject();
        json.WriteEndObject();
        var address = rules.LinkBase is null ? VideoLinks.FromBeside(video) : VideoLinks.Of(video, rules);
        foreach (var moment in video.Moments)
        {
            json.WriteStartObject();
            json.WriteStartObject("mediafragment");
            json.WriteString("uri", VideoLinks.WithSpan(address, ExactSeconds.Seek(video, moment.Span)));
            json.WriteString("delimitertype", "temporal");
            json.WriteString("description", Describe(video, moment));
            json.WriteEndObject();
            json.WriteStartObject("photoVideoMetadataIPTC");
            PutWords(json, "title", text.Whole(moment.Name));
            PutWords(json, "description", text.Whole(moment.Note));
            PutShown(json, [moment], text);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // 10:00:01:00 up to 10:00:03:00 at 25 frames a second
    private static string Describe(ExportedVideo video, ExportMoment moment)
    {
        if (video.Labels is not { } labels)
        {
            return $"{moment.Span.Start.Seconds} s up to {moment.Span.End.Seconds} s";
        }

        var frames = labels.FramesOf(moment.Span);
        return $"{labels.LabelOf(frames.First)} up to {labels.LabelOf(frames.Until)} at {labels.First.Rate} frames a second{(video.IsConformed ? " of a copy conformed to that rate" : "")}";
    }

    private static void PutTechnical(Utf8JsonWriter json, MediaProbe? probe, ExportedVideo video)
    {
        if (video.Video.Rate is { FramesPerSecond: var rate })
        {
            json.WriteNumber("videoFrameRate", decimal.Round((decimal)rate.Numerator / rate.Denominator, 5));
        }

        if (probe?.Recorded is { } recorded)
        {
            json.WriteString("dateCreated", Date(recorded));
        }

        if (probe?.Pictures is [var picture, ..])
        {
            json.WriteStartObject("frameSize");
            json.WriteNumber("widthPixels", picture.Width);
            json.WriteNumber("heightPixels", picture.Height);
            json.WriteEndObject();
            PutNamed(json, "videoCoding", picture.Codec);
            json.WriteNumber("videoStreamsCount", probe.Pictures.Count);
        }

        if (probe?.Audio is [var sound, ..])
        {
            PutNamed(json, "audioCoding", sound.Codec);
            json.WriteNumber("audioChannelCount", sound.Channels);
            json.WriteNumber("audioSampleRate", sound.SampleRate);
        }
    }

    private static void PutShown(Utf8JsonWriter json, IReadOnlyList<ExportMoment> moments, ExportText text)
    {
        PutNamed(json, "featuredOrganisations", Names(moment => moment.Kind == TagKinds.Logo));
        PutNamed(json, "objectsShown", Names(moment => moment.Kind == TagKinds.Objects));
        PutNamed(json, "personsHeard", [.. moments.Where(moment => moment.Kind == "say").Select(moment => moment.Speaker).OfType<string>().Distinct().Select(text.Whole)]);
        PutList(json, "dataOnScreen", Names(moment => moment.Kind == TagKinds.Text), asText: true);
        PutList(json, "keywords", Names(moment => moment.Kind is not (TagKinds.Logo or TagKinds.Objects or TagKinds.Text or TagKinds.Faces or "say")), asText: false);
        if (moments.Any(moment => moment.Kind == "say"))
        {
            PutWords(json, "transcript", string.Join('\n', moments.Where(moment => moment.Kind == "say").Select(moment => text.Whole(moment.Name))));
        }

        List<string> Names(Func<ExportMoment, bool> isMeant) => [.. moments.Where(isMeant).Select(moment => text.Whole(moment.Name)).Distinct()];
    }

    private static void PutNamed(Utf8JsonWriter json, string property, List<string> names)
    {
        if (names.Count == 0)
        {
            return;
        }

        json.WriteStartArray(property);
        foreach (var name in names)
        {
            json.WriteStartObject();
            PutWords(json, "name", name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void PutNamed(Utf8JsonWriter json, string property, string name)
    {
        json.WriteStartObject(property);
        PutWords(json, "name", name);
        json.WriteEndObject();
    }

    private static void PutList(Utf8JsonWriter json, string property, List<string> words, bool asText)
    {
        if (words.Count == 0)
        {
            return;
        }

        json.WriteStartArray(property);
        foreach (var word in words)
        {
            if (asText)
            {
                json.WriteStartObject();
                json.WriteString("regionText", word);
                json.WriteEndObject();
            }
            else
            {
                json.WriteStringValue(word);
            }
        }

        json.WriteEndArray();
    }

    private static void PutWords(Utf8JsonWriter json, string property, string words)
    {
        json.WriteStartObject(property);
        json.WriteString(AnyLanguage, words);
        json.WriteEndObject();
    }

    private static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
