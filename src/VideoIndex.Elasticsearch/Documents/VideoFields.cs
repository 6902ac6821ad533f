using System.Text.Json;
using VideoIndex.Metadata;
using VideoIndex.Search.Language;
using VideoIndex.Videos;

namespace VideoIndex.Elasticsearch.Documents;

/// <summary>Writes what the document of a video has beside those of other things: what videos are chosen by.</summary>
internal static class VideoFields
{
    /// <summary>Writes the fields.</summary>
    public static void Write(Utf8JsonWriter json, VideoDocuments video)
    {
        var facts = video.Facts;
        json.WriteNumber(DocumentFields.Added, facts.Video.Added.ToUnixTimeMilliseconds());
        if (facts.Date(VideoDate.Recorded) is { } recorded)
        {
            json.WriteNumber(DocumentFields.Recorded, recorded.ToUnixTimeMilliseconds());
        }

        foreach (var (name, what) in Measures)
        {
            if (facts.Measure(what) is { } measure)
            {
                json.WriteNumber(name, measure.ToDouble());
            }
        }

        json.WriteString(DocumentFields.State, NameOf(facts.Video.State));
        DocumentWriter.WriteTexts(json, DocumentFields.Collections, facts.Collections.Select(FieldText.Folded));
        DocumentWriter.WriteTexts(json, DocumentFields.Custom, facts.Fields.Where(field => field.Value is [_, ..]).Select(field => field.Key).Order(StringComparer.Ordinal));
        DocumentWriter.WriteTexts(json, DocumentFields.Looked, video.Looked.Select(looked => looked.Field));
        json.WriteStartArray(DocumentFields.LookedBy);
        foreach (var (field, by) in video.Looked)
        {
            json.WriteStartArray();
            json.WriteStringValue(field);
            json.WriteStringValue(by.Kind);
            json.WriteStringValue(by.Name);
            json.WriteStringValue(by.Version);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray(DocumentFields.Shots);
        foreach (var shot in video.Shots.Where(shot => shot.Keyframe is not null))
        {
            json.WriteStartArray();
            json.WriteStringValue(shot.Shot.Span.Start.Seconds.ToString());
            json.WriteStringValue(shot.Shot.Span.End.Seconds.ToString());
            json.WriteStringValue(shot.Keyframe);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>Gets the numbers of a video and where each is kept.</summary>
    public static IReadOnlyList<(string Name, VideoMeasure What)> Measures { get; } =
        [(DocumentFields.Duration, VideoMeasure.Duration), (DocumentFields.Rate, VideoMeasure.Rate), (DocumentFields.Height, VideoMeasure.Height)];

    /// <summary>Returns the name a state is kept by.</summary>
    public static string NameOf(VideoState state) => state.ToString().ToLowerInvariant();
}
