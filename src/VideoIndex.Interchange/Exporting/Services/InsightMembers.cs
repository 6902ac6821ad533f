using System.Text.Json;
using VideoIndex.Interchange.Insights;
using VideoIndex.Looks;
using VideoIndex.Tags;
using VideoIndex.Videos;

namespace VideoIndex.Interchange.Exporting.Services;

/// <summary>Writes the members of items, array by array, as the documented shape has them. What only that service can know is null.</summary>
internal static class InsightMembers
{
    /// <summary>Returns whether an array's spans have confidences of their own; else its items have.</summary>
    public static bool IsSureBySpan(string array) => array is "labels" or "audioEffects" or "emotions" or "detectedObjects";

    /// <summary>Writes those of a tag.</summary>
    /// <param name="json">What writes.</param>
    /// <param name="array">The array it is in.</param>
    /// <param name="label">What it is called.</param>
    /// <param name="tag">The surest of those that are one item.</param>
    /// <param name="video">The video it is of.</param>
    public static void Of(Utf8JsonWriter json, string array, string label, Tag tag, Video video)
    {
        switch (array)
        {
            case "ocr":
                Text(json, label, tag, video);
                break;
            case "keywords":
                json.WriteString("text", label);
                Sure(json, tag);
                json.WriteString("language", tag.Language);
                break;
            case "detectedObjects":
                json.WriteString("type", label);
                json.WriteString("displayName", label);
                Nothing(json, "thumbnailId", "wikiDataId");
                break;
            case "sentiments":
                json.WriteString("sentimentType", label);
                json.WriteNumber("averageScore", tag.Confidence.Value);
                break;
            case "emotions":
                json.WriteString("type", label);
                break;
            case "audioEffects":
                json.WriteString("type", label);
                json.WriteString("name", label);
                break;
            case "framePatterns":
                json.WriteString("patternType", "ColorBars");
                json.WriteString("name", label);
                json.WriteString("displayName", label);
                Nothing(json, "thumbnailId");
                break;
            case InsightArray.Custom:
                json.WriteString("type", label);
                Nothing(json, "subType", "metaData", "wikiDataId");
                break;
            default:
                Named(json, array, label, tag);
                break;
        }
    }

    /// <summary>Writes those of a shot.</summary>
    public static void Shot(Utf8JsonWriter json, InsightInstance keyframe)
    {
        json.WriteStartArray("tags");
        json.WriteEndArray();
        json.WriteStartArray("keyFrames");
        json.WriteStartObject();
        json.WriteNumber("id", 1);
        json.WriteStartArray("instances");
        keyframe.Write(json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>Writes those of something said.</summary>
    public static void Line(Utf8JsonWriter json, string text, double sure, long? speaker, string? language)
    {
        json.WriteString("text", text);
        json.WriteNumber("confidence", sure);
        if (speaker is { } id)
        {
            json.WriteNumber("speakerId", id);
        }

        json.WriteString("language", language);
    }

    private static void Named(Utf8JsonWriter json, string array, string label, Tag tag)
    {
        json.WriteString("name", label);
        switch (array)
        {
            case "topics":
                Nothing(json, "referenceId", "referenceUrl", "referenceType", "iptcName", "iabName");
                break;
            case "faces":
                Nothing(json, "description", "thumbnailId", "knownPersonId", "referenceId", "referenceType", "title", "imageUrl");
                break;
            case "labels":
                Nothing(json, "referenceId");
                break;
            case "brands" or "namedPeople" or "namedLocations":
                Nothing(json, "referenceId", "referenceUrl", "description");
                json.WriteStartArray("tags");
                json.WriteEndArray();
                json.WriteBoolean("isCustom", false);
                break;
        }

        if (array is "topics" or "labels")
        {
            json.WriteString("language", tag.Language);
        }

        if (array is not ("labels" or "speakers"))
        {
            Sure(json, tag);
        }
    }

    // There it is in pixels of the picture as shown, and turns clockwise.
    private static void Text(Utf8JsonWriter json, string label, Tag tag, Video video)
    {
        json.WriteString("text", label);
        Sure(json, tag);
        var picture = video.Probe?.Pictures is [var first, ..] ? first : null;
        var (width, height) = picture is null ? (0, 0) : picture.Rotation % 180 == 0 ? (picture.Width, picture.Height) : (picture.Height, picture.Width);
        var box = tag.Box ?? default;
        json.WriteNumber("left", Pixels(box.Left, width));
        json.WriteNumber("top", Pixels(box.Top, height));
        json.WriteNumber("width", Pixels(box.Width, width));
        json.WriteNumber("height", Pixels(box.Height, height));
        json.WriteNumber("angle", -tag.Angle / 10m);
        json.WriteString("language", tag.Language);
    }

    private static long Pixels(int units, int length) => (((long)units * length) + (PictureBox.Whole / 2)) / PictureBox.Whole;

    private static void Sure(Utf8JsonWriter json, Tag tag) => json.WriteNumber("confidence", tag.Confidence.Value);

    private static void Nothing(Utf8JsonWriter json, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            json.WriteNull(name);
        }
    }
}
