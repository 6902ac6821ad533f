using System.Text.Json;
using VideoIndex.Exporting;

namespace VideoIndex.Interchange.Exporting.Timelines.Otio;

/// <summary>Writes what OpenTimelineIO has no field for, under <c>metadata.videoindex</c>: exact times as fractions, who claims a moment and how sure they are.</summary>
internal static class OtioFacts
{
    /// <summary>Writes what is known of a moment.</summary>
    public static void Write(Utf8JsonWriter json, Pull pull)
    {
        var (moment, video) = (pull.Moment, pull.Video);
        Begin(json);
        json.WriteString("video", video.Video.Video.Id.ToString());
        json.WriteString("start", moment.Span.Start.Seconds.ToString());
        json.WriteString("end", moment.Span.End.Seconds.ToString());
        json.WriteString("startTimecode", video.Labels.LabelOf(pull.Frames.First).ToString());
        json.WriteString("endTimecode", video.Labels.LabelOf(pull.Frames.Until).ToString());
        json.WriteString("kind", moment.Kind);
        json.WriteString("name", moment.Name);
        json.WriteNumber("confidence", decimal.Round((decimal)moment.Confidence.Value, 4) / 1.0000000000m);
        json.WriteStartObject("origin");
        json.WriteString("kind", moment.Origin.Kind);
        json.WriteString("name", moment.Origin.Name);
        json.WriteString("version", moment.Origin.Version);
        json.WriteEndObject();
        json.WriteString("status", moment.Status);
        json.WriteNumber("merged", moment.Merged);
        Text(json, "language", moment.Language);
        Text(json, "speaker", moment.Speaker);
        Text(json, "how", moment.How);
        if (moment.Box is { } box)
        {
            json.WriteStartObject("box");
            json.WriteNumber("left", box.Left);
            json.WriteNumber("top", box.Top);
            json.WriteNumber("width", box.Width);
            json.WriteNumber("height", box.Height);
            json.WriteEndObject();
        }

        End(json);
    }

    /// <summary>Writes what is known of a file.</summary>
    public static void Write(Utf8JsonWriter json, TimelineVideo video)
    {
        Begin(json);
        json.WriteString("video", video.Video.Video.Id.ToString());
        json.WriteString("rate", video.Rate.ToString());
        json.WriteString("startTimecode", video.FileStart.ToString());
        json.WriteNumber("framesBeforePicture", video.Lead);
        json.WriteBoolean("conformed", video.Video.IsConformed);
        End(json);
    }

    /// <summary>Writes how the export was made.</summary>
    public static void Write(Utf8JsonWriter json, TimelineSheet sheet, ExportRules rules)
    {
        Begin(json);
        json.WriteNumber("version", 1);
        if (rules.Made != default)
        {
            json.WriteString("made", rules.Made);
        }

        json.WriteString("timecode", rules.Timecode == TimecodeKind.Running ? "running" : "source");
        Text(json, "start", rules.Start);
        json.WriteStartArray("notes");
        foreach (var sentence in RuleWords.Of(sheet, rules).Concat(sheet.Notes))
        {
            json.WriteStringValue(sentence);
        }

        json.WriteEndArray();
        End(json);
    }

    private static void Begin(Utf8JsonWriter json)
    {
        json.WriteStartObject("metadata");
        json.WriteStartObject("videoindex");
    }

    private static void End(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string property, string? text)
    {
        if (text is not null)
        {
            json.WriteString(property, text);
        }
    }
}
