using System.Text.Encodings.Web;
using System.Text.Json;
using VideoIndex.Metadata;
using VideoIndex.Search.Evaluation;
using VideoIndex.Timing;

namespace VideoIndex.Elasticsearch.Documents;

/// <summary>Writes things as documents: what is searched in forms Elasticsearch can search, and beside it, exactly, what they are.</summary>
internal static class DocumentWriter
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns the document of a thing, on one line.</summary>
    public static byte[] Write(VideoDocuments video, SearchableSpan thing)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            WriteSearched(json, video, thing);
            WriteTimes(json, thing.Span);
            WriteAuthor(json, thing);
            WriteShown(json, thing);
            if (thing.Field == "video")
            {
                VideoFields.Write(json, video);
            }

            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void WriteSearched(Utf8JsonWriter json, VideoDocuments video, SearchableSpan thing)
    {
        json.WriteString(DocumentFields.Video, video.Video.ToString());
        json.WriteNumber(DocumentFields.Run, video.Facts.Video.Run);
        json.WriteNumber(DocumentFields.Generation, video.Generation);
        json.WriteNumber(DocumentFields.Number, thing.Number);
        json.WriteString(DocumentFields.Field, thing.Field);
        json.WriteNumber(DocumentFields.Entered, video.Entered);
        WriteWords(json, thing);
        if (thing.Field is not ("say" or "video") && thing.Texts is [var label, ..] && label.Length <= DocumentFields.LongestLabel)
        {
            json.WriteString(DocumentFields.Label, label);
            json.WriteString(DocumentFields.LabelKey, FieldText.Folded(label));
        }

        json.WriteBoolean(DocumentFields.IsJoint, thing.Joint is not null);
    }

    // By our own words and stems, so that every engine finds the same; and as Elastic's analyzers take them, to rank by.
    private static void WriteWords(Utf8JsonWriter json, SearchableSpan thing)
    {
        var folded = thing.Texts.Select(FieldText.Folded).ToList();
        WriteTexts(json, DocumentFields.Text, thing.Texts);
        WriteTexts(json, DocumentFields.Words, folded);
        WriteTexts(json, DocumentFields.Stems, folded.Select(WordForms.StemsOf));
        json.WriteNumber(DocumentFields.Length, folded.Sum(WordForms.CountOf));
        if (thing.Folder is { } folder)
        {
            json.WriteString(DocumentFields.Folder, folder);
            json.WriteString(DocumentFields.FolderWords, FieldText.Folded(folder));
            json.WriteString(DocumentFields.FolderStems, WordForms.StemsOf(FieldText.Folded(folder)));
        }
    }

    // Microseconds to sort and to join by; the fractions to answer with. A range of Elasticsearch cannot be empty.
    private static void WriteTimes(Utf8JsonWriter json, MediaSpan span)
    {
        var (start, end) = (Micros.Floor(span.Start), Micros.Ceiling(span.End));
        json.WriteNumber(DocumentFields.Start, start);
        json.WriteNumber(DocumentFields.End, end);
        json.WriteStartObject(DocumentFields.Span);
        json.WriteNumber("gte", start);
        json.WriteNumber("lt", Math.Max(end, start + 1));
        json.WriteEndObject();
        json.WriteString(DocumentFields.From, span.Start.Seconds.ToString());
        json.WriteString(DocumentFields.Until, span.End.Seconds.ToString());
    }

    private static void WriteAuthor(Utf8JsonWriter json, SearchableSpan thing)
    {
        json.WriteNumber(DocumentFields.Confidence, thing.Confidence.Value);
        json.WriteNumber(DocumentFields.Millionths, (long)Math.Round(thing.Confidence.Value * 1e6));
        json.WriteStartObject(DocumentFields.Origin);
        json.WriteString("kind", thing.Origin.Kind);
        json.WriteString("name", thing.Origin.Name);
        json.WriteString("version", thing.Origin.Version);
        json.WriteEndObject();
        json.WriteString(DocumentFields.Author, Keys.Of(thing.Origin.Name));
        json.WriteString(DocumentFields.Status, thing.Status);
        if (thing.Language is { } language)
        {
            json.WriteString(DocumentFields.Language, language);
            json.WriteString(DocumentFields.LanguageKey, Keys.Of(language));
        }

        if (thing.Speaker is { } speaker)
        {
            json.WriteString(DocumentFields.Speaker, speaker);
            WriteTexts(json, DocumentFields.SpeakerKeys, Keys.Endings(speaker));
        }
    }

    private static void WriteShown(Utf8JsonWriter json, SearchableSpan thing)
    {
        if (thing.Track is { } track)
        {
            json.WriteNumber(DocumentFields.Track, track);
        }

        if (thing.How is { } how)
        {
            json.WriteString(DocumentFields.How, how);
        }

        if (thing.Box is { } box)
        {
            json.WriteStartArray(DocumentFields.Box);
            Boxes.Write(json, box);
            json.WriteEndArray();
        }

        if (thing.Kind is { } kind)
        {
            json.WriteString(DocumentFields.Kind, kind);
        }

        if (thing.Words is [_, ..])
        {
            WriteSpoken(json, thing);
        }

        if (thing.Joint is var (before, after))
        {
            json.WriteStartArray(DocumentFields.Joint);
            WriteJoined(json, before);
            WriteJoined(json, after);
            json.WriteEndArray();
        }

        if (thing.Path is { } path)
        {
            json.WriteStartArray(DocumentFields.Path);
            foreach (var point in path.Points)
            {
                json.WriteStartArray();
                json.WriteStringValue(point.At.Seconds.ToString());
                Boxes.Write(json, point.Box);
                json.WriteNumberValue(point.Score);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }
    }

    private static void WriteSpoken(Utf8JsonWriter json, SearchableSpan thing)
    {
        json.WriteStartArray(DocumentFields.Spoken);
        foreach (var word in thing.Words)
        {
            json.WriteStartArray();
            json.WriteStringValue(word.Span.Start.Seconds.ToString());
            json.WriteStringValue(word.Span.End.Seconds.ToString());
            json.WriteStringValue(word.Text);
            json.WriteNumberValue(word.Confidence.Value);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteJoined(Utf8JsonWriter json, SearchableSpan utterance)
    {
        json.WriteStartObject();
        json.WriteString(DocumentFields.From, utterance.Span.Start.Seconds.ToString());
        json.WriteString(DocumentFields.Until, utterance.Span.End.Seconds.ToString());
        json.WriteNumber(DocumentFields.Confidence, utterance.Confidence.Value);
        WriteTexts(json, DocumentFields.Text, utterance.Texts);
        WriteSpoken(json, utterance);
        json.WriteEndObject();
    }

    /// <summary>Writes a field of texts.</summary>
    internal static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
