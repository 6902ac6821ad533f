using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using VideoIndex.Exporting;
using VideoIndex.Looks;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exporting.Selections;

/// <summary>Writes moments as JSON, with the fields and the words <c>search --json</c> has for them.</summary>
/// <remarks>Exact times stand as fractions, which decide. The signs <c>&lt; &gt; &amp; '</c> are escaped, so that the text may stand in pages and captions.</remarks>
internal static class MomentJson
{
    /// <summary>How everything is written: readable in any script.</summary>
    public static JavaScriptEncoder Encoder { get; } = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <summary>Puts one moment.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="moment">The moment.</param>
    /// <param name="video">The video it is of.</param>
    /// <param name="text">What makes text fit to leave.</param>
    public static void Put(Utf8JsonWriter json, ExportMoment moment, ExportedVideo video, ExportText text)
    {
        json.WriteStartObject();
        json.WriteStartObject("video");
        json.WriteString("id", video.Video.Id.ToString());
        json.WriteString("path", text.Whole(video.Video.Path));
        json.WriteEndObject();
        json.WriteString("kind", text.Whole(moment.Kind));
        json.WriteString(moment.Kind is "say" or "text" ? "text" : "label", text.Whole(moment.Name));
        json.WriteNumber("confidence", moment.Confidence.Value);
        json.WriteStartObject("origin");
        json.WriteString("kind", text.Whole(moment.Origin.Kind));
        json.WriteString("name", text.Whole(moment.Origin.Name));
        json.WriteString("version", text.Whole(moment.Origin.Version));
        json.WriteEndObject();
        PutSpan(json, moment.Span, video.Labels);
        json.WriteString("language", Fit(moment.Language, text));
        json.WriteString("speaker", Fit(moment.Speaker, text));
        json.WriteString("status", text.Whole(moment.Status));
        PutBox(json, moment.Box);
        json.WriteString("how", Fit(moment.How, text));
        json.WriteString("colour", ColourOf(moment));
        json.WriteNumber("merged", moment.Merged);
        json.WriteEndObject();
    }

    /// <summary>Returns the word for a moment's colour.</summary>
    public static string ColourOf(ExportMoment moment) => moment.Colour.ToString().ToLowerInvariant();

    /// <summary>Returns seconds for people, to the microsecond.</summary>
    public static decimal Seconds(MediaTime time) =>
        decimal.Round((decimal)time.Seconds.Numerator / time.Seconds.Denominator, 6) / 1.000000000000000000000000000000m;

    private static void PutSpan(Utf8JsonWriter json, MediaSpan span, TimecodeTrack? labels)
    {
        var frames = labels?.FramesOf(span);
        json.WriteString("start", span.Start.Seconds.ToString());
        json.WriteString("end", span.End.Seconds.ToString());
        json.WriteNumber("startSeconds", Seconds(span.Start));
        json.WriteNumber("endSeconds", Seconds(span.End));
        json.WriteString("startTimecode", frames is { } first ? labels!.LabelOf(first.First).ToString() : null);
        json.WriteString("endTimecode", frames is { } until ? labels!.LabelOf(until.Until).ToString() : null);
        PutNumber(json, "startFrame", frames?.First);
        PutNumber(json, "endFrame", frames?.Until);
    }

    private static void PutBox(Utf8JsonWriter json, PictureBox? box)
    {
        if (box is not { } place)
        {
            json.WriteNull("box");
            return;
        }

        json.WriteStartObject("box");
        json.WriteNumber("left", Part(place.Left));
        json.WriteNumber("top", Part(place.Top));
        json.WriteNumber("width", Part(place.Width));
        json.WriteNumber("height", Part(place.Height));
        json.WriteEndObject();
    }

    private static void PutNumber(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string? Fit(string? value, ExportText text) => value is null ? null : text.Whole(value);

    private static decimal Part(int units) => (decimal)units / PictureBox.Whole;
}
