using System.Text.Json;
using VideoIndex.Elasticsearch.Transport;
using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Elasticsearch.Documents;

/// <summary>Reads documents back as what they are. What cannot be read was not written by us.</summary>
internal static class DocumentReader
{
    /// <summary>Reads a thing.</summary>
    /// <exception cref="FormatException">It is no document of ours.</exception>
    public static SearchableSpan Read(JsonElement source)
    {
        try
        {
            var thing = Plain(source);
            return source.At(DocumentFields.Joint) is { ValueKind: JsonValueKind.Array } joint
                ? thing with { Joint = (Joined(thing, joint[0]), Joined(thing, joint[1])) }
                : thing;
        }
        catch (Exception failure) when (failure is KeyNotFoundException or InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            throw new FormatException("It is no document of a thing.", failure);
        }
    }

    /// <summary>Returns who looked at a video for things of a field, as the document of the video has it; null where nobody did.</summary>
    public static Origin? Looker(JsonElement source, string field) => source.At(DocumentFields.LookedBy).Items()
        .Where(looked => looked[0].GetString() == field)
        .Select(looked => new Origin(looked[1].GetString()!, looked[2].GetString()!, looked[3].GetString()!)).FirstOrDefault();

    /// <summary>Returns the picture of the shot that is shown at a time, as the document of a video has it; null where there is none.</summary>
    public static string? Keyframe(JsonElement source, MediaTime time)
    {
        var shots = source.At(DocumentFields.Shots).Items();
        return shots.Where(shot => Span(shot[0], shot[1]).Contains(time)).Select(shot => shot[2].GetString()).FirstOrDefault();
    }

    private static SearchableSpan Plain(JsonElement source) => new(
        source.GetProperty(DocumentFields.Number).GetInt64(),
        source.GetProperty(DocumentFields.Field).GetString()!,
        Span(source),
        Texts(source),
        new Confidence(source.GetProperty(DocumentFields.Confidence).GetDouble()),
        Author(source.GetProperty(DocumentFields.Origin)))
    {
        Kind = source.At(DocumentFields.Kind).Text(),
        Folder = source.At(DocumentFields.Folder).Text(),
        Language = source.At(DocumentFields.Language).Text(),
        Speaker = source.At(DocumentFields.Speaker).Text(),
        Track = (int?)source.At(DocumentFields.Track).Whole(),
        Words = Spoken(source),
        Box = source.At(DocumentFields.Box) is { ValueKind: JsonValueKind.Array } box ? Boxes.Read(box, 0) : null,
        Path = source.At(DocumentFields.Path) is { ValueKind: JsonValueKind.Array } path ? new TagPath([.. path.EnumerateArray().Select(Point)]) : null,
        How = source.At(DocumentFields.How).Text(),
        Status = source.At(DocumentFields.Status).Text() ?? ReviewStatus.Unreviewed,
    };

    // Who says it, in which language and where it was heard, is the joint's own.
    private static SearchableSpan Joined(SearchableSpan joint, JsonElement utterance) => joint with
    {
        Span = Span(utterance),
        Texts = Texts(utterance),
        Confidence = new Confidence(utterance.GetProperty(DocumentFields.Confidence).GetDouble()),
        Words = Spoken(utterance),
    };

    private static List<string> Texts(JsonElement source) => [.. source.GetProperty(DocumentFields.Text).EnumerateArray().Select(text => text.GetString()!)];

    private static List<SpokenWord> Spoken(JsonElement source) => [.. source.At(DocumentFields.Spoken).Items().Select(Word)];

    private static MediaSpan Span(JsonElement source) => Span(source.GetProperty(DocumentFields.From), source.GetProperty(DocumentFields.Until));

    private static MediaSpan Span(JsonElement from, JsonElement until) => new(Time(from), Time(until));

    private static MediaTime Time(JsonElement fraction) =>
        Rational.TryParse(fraction.GetString(), out var seconds) ? new MediaTime(seconds) : throw new FormatException("It is no fraction.");

    private static Origin Author(JsonElement origin) => new(
        origin.GetProperty("kind").GetString()!, origin.GetProperty("name").GetString()!, origin.GetProperty("version").GetString()!);

    private static SpokenWord Word(JsonElement word) => new(Span(word[0], word[1]), word[2].GetString()!, new Confidence(word[3].GetDouble()));

    private static PathPoint Point(JsonElement point) => new(Time(point[0]), Boxes.Read(point, 1), point[5].GetInt32());
}
