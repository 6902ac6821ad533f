using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using VideoIndex.Interchange.Transcripts.Cues;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Transcripts;

/// <summary>Writes all a transcript says as JSON: exact times as fractions, which decide, beside seconds for people.</summary>
internal static class TranscriptJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns the file, on one line.</summary>
    public static string Write(Transcript transcript, CueRules rules)
    {
        using var file = new MemoryStream();
        using (var json = new Utf8JsonWriter(file, Options))
        {
            json.WriteStartObject();
            json.WriteString("language", transcript.Language);
            json.WriteStartObject("origin");
            json.WriteString("kind", transcript.Origin.Kind);
            json.WriteString("name", transcript.Origin.Name);
            json.WriteString("version", transcript.Origin.Version);
            json.WriteEndObject();
            Number(json, "track", transcript.Track);
            json.WriteString("channel", transcript.Channel);
            json.WriteStartArray("utterances");
            foreach (var utterance in transcript.Utterances.Where(utterance => utterance.Dropped is null || rules.WithDropped))
            {
                Put(json, utterance);
            }

            json.WriteEndArray();
            json.WriteStartArray("notes");
            foreach (var note in transcript.Notes)
            {
                json.WriteStringValue(note);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(file.ToArray()) + "\n";
    }

    private static void Put(Utf8JsonWriter json, Utterance utterance)
    {
        json.WriteStartObject();
        Put(json, utterance.Span);
        json.WriteString("text", utterance.Text);
        Number(json, "confidence", utterance.Confidence is { } sure ? Rounded(sure.Value) : null);
        json.WriteString("speaker", utterance.Speaker);
        json.WriteString("language", utterance.Language);
        json.WriteString("dropped", utterance.Dropped);
        json.WriteStartArray("words");
        foreach (var word in utterance.Words)
        {
            json.WriteStartObject();
            Put(json, word.Span);
            json.WriteString("text", word.Text);
            Number(json, "confidence", Rounded(word.Confidence.Value));
            json.WriteBoolean("unsure", word.IsUnsure);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Put(Utf8JsonWriter json, MediaSpan span)
    {
        json.WriteString("start", span.Start.Seconds.ToString());
        json.WriteString("end", span.End.Seconds.ToString());
        json.WriteNumber("startSeconds", Seconds(span.Start));
        json.WriteNumber("endSeconds", Seconds(span.End));
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? value)
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

    private static decimal Rounded(double value) => decimal.Round((decimal)value, 4) / 1.0000000000m;

    private static decimal Seconds(MediaTime time) =>
        decimal.Round((decimal)time.Seconds.Numerator / time.Seconds.Denominator, 6) / 1.000000000000000000000000000000m;
}
