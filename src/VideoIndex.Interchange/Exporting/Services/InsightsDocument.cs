using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using VideoIndex.Exporting;
using VideoIndex.Interchange.Insights;

namespace VideoIndex.Interchange.Exporting.Services;

/// <summary>Writes insights with all that is around them: as they came in where they did, else what is known of the video.</summary>
internal sealed class InsightsDocument(ExportedVideo video, KeptInsights kept, OwnInsights own, ExportText text)
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private int _instances;

    /// <summary>Writes it.</summary>
    /// <returns>The text in UTF-8, and how many spans are in it.</returns>
    public (byte[] Text, int Instances) Write()
    {
        using var file = new MemoryStream();
        using (var json = new Utf8JsonWriter(file, Options))
        {
            json.WriteStartObject();
            PutRoot(json);
            json.WriteStartArray("videos");
            json.WriteStartObject();
            PutVideo(json);
            json.WritePropertyName("insights");
            PutInsights(json);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return (file.ToArray(), _instances);
    }

    private string Length => InsightsClock.Write(video.Video.Extent.Duration.Seconds);

    private static void PutKept(Utf8JsonWriter json, JsonElement kept)
    {
        foreach (var member in kept.EnumerateObject())
        {
            member.WriteTo(json);
        }
    }

    private void PutRoot(Utf8JsonWriter json)
    {
        if (kept.Root is { } root)
        {
            PutKept(json, root);
            return;
        }

        json.WriteNull("accountId");
        json.WriteString("id", video.Video.Id.ToString());
        json.WriteNull("partition");
        json.WriteString("name", text.Whole(video.Name));
        json.WriteNull("description");
        json.WriteNull("userName");
        json.WriteString("created", video.Video.Added.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+00:00'", CultureInfo.InvariantCulture));
        json.WriteString("privacyMode", "Private");
        json.WriteString("state", "Processed");
        json.WriteBoolean("isOwned", true);
        json.WriteBoolean("isEditable", false);
        json.WriteBoolean("isBase", true);
        json.WriteNumber("durationInSeconds", video.Video.Extent.Duration.Seconds.Round());
        json.WriteString("duration", Length);
        json.WriteNull("summarizedInsights");
        json.WriteStartArray("videosRanges");
        json.WriteStartObject();
        json.WriteString("videoId", video.Video.Id.ToString());
        json.WriteStartObject("range");
        json.WriteString("start", "0:00:00");
        json.WriteString("end", Length);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void PutVideo(Utf8JsonWriter json)
    {
        if (kept.Video is { } known)
        {
            PutKept(json, known);
            return;
        }

        json.WriteNull("accountId");
        json.WriteString("id", video.Video.Id.ToString());
        json.WriteString("state", "Processed");
        json.WriteString("privacyMode", "Private");
        json.WriteString("processingProgress", "100%");
        json.WriteString("failureCode", "None");
        json.WriteString("failureMessage", "");
        json.WriteNull("externalId");
        json.WriteNull("externalUrl");
    }

    private void PutInsights(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (kept.Insights is { } known)
        {
            PutKept(json, known);
        }
        else
        {
            json.WriteString("version", "1.0.0.0");
            json.WriteString("duration", Length);
            var languages = video.Contents.Transcripts.Select(transcript => transcript.Language).OfType<string>().Distinct().ToList();
            json.WriteString("sourceLanguage", languages.FirstOrDefault());
            json.WriteString("language", languages.FirstOrDefault());
            json.WriteStartArray("languages");
            languages.ForEach(json.WriteStringValue);
            json.WriteEndArray();
        }

        foreach (var array in (string[])[InsightArray.Transcript, .. InsightArray.All.Select(array => array.Name)])
        {
            PutArray(json, array);
        }

        PutCustom(json);
        json.WriteEndObject();
    }

    // An array that came in empty leaves so; one that never was is missing.
    private void PutArray(Utf8JsonWriter json, string name)
    {
        var isKept = kept.Arrays.TryGetValue(name, out var known);
        if (isKept || own.Arrays.ContainsKey(name))
        {
            json.WritePropertyName(name);
            PutItems(json, [.. known ?? [], .. own.Arrays.GetValueOrDefault(name) ?? []]);
        }
    }

    private void PutItems(Utf8JsonWriter json, List<InsightItem> items)
    {
        _instances += items.Sum(item => item.Instances.Count);
        InsightItem.WriteAll(json, items);
    }

    private void PutCustom(Utf8JsonWriter json)
    {
        if (kept.Custom is [] && own.Custom.Count == 0)
        {
            return;
        }

        json.WriteStartArray(InsightArray.Custom);
        foreach (var (group, items) in kept.Custom)
        {
            json.WriteStartObject();
            PutKept(json, group);
            json.WritePropertyName("results");
            PutItems(json, items);
            json.WriteEndObject();
        }

        foreach (var (kind, items) in own.Custom)
        {
            json.WriteStartObject();
            json.WriteString("name", text.Whole(kind));
            json.WriteString("displayName", text.Whole(kind));
            json.WriteString("displayType", "CapsuleAndTags");
            json.WritePropertyName("results");
            PutItems(json, items);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
