using System.Text.Json;
using VideoIndex.Elasticsearch.Transport;
using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Shots;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Elasticsearch.Documents;

/// <summary>Reads documents back as what they are. What cannot be read was not written by us.</summary>
internal static class DocumentReader
{
    /// <summary>Reads a thing. The two things of a joint are not in its document: see <see cref="Joint"/>.</summary>
    /// <exception cref="FormatException">It is no document of ours.</exception>
    public static SearchableSpan Read(JsonElement source)
    {
        try
        {
            return new SearchableSpan(
                source.GetProperty(DocumentFields.Number).GetInt64(),
                source.GetProperty(DocumentFields.Field).GetString()!,
                Span(source.GetProperty(DocumentFields.From), source.GetProperty(DocumentFields.Until)),
                [.. source.GetProperty(DocumentFields.Text).EnumerateArray().Select(text => text.GetString()!)],
                new Confidence(source.GetProperty(DocumentFields.Confidence).GetDouble()),
                Author(source.GetProperty(DocumentFields.Origin)))
            {
                Language = source.At(DocumentFields.Language).Text(),
                Speaker = source.At(DocumentFields.Speaker).Text(),
                Track = (int?)source.At(DocumentFields.Track).Whole(),
                Words = [.. source.At(DocumentFields.Spoken).Items().Select(Word)],
                Box = source.At(DocumentFields.Box) is { ValueKind: JsonValueKind.Array } box ? Boxes.Read(box, 0) : null,
                Path = source.At(DocumentFields.Path) is { ValueKind: JsonValueKind.Array } path ? new TagPath([.. path.EnumerateArray().Select(Point)]) : null,
                How = source.At(DocumentFields.How).Text(),
                Status = source.At(DocumentFields.Status).Text() ?? ReviewStatus.Unreviewed,
            };
        }
        catch (Exception failure) when (failure is KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException("It is no document of a thing.", failure);
        }
    }

    /// <summary>Returns the numbers of the two things a joint joins; null where it is no joint.</summary>
    public static (long Before, long After)? Joint(JsonElement source) =>
        (source.At(DocumentFields.JointBefore).Whole(), source.At(DocumentFields.JointAfter).Whole()) is ({ } before, { } after) ? (before, after) : null;

    /// <summary>Returns the picture of the shot that is shown at a time, as the document of a video has it; null where there is none.</summary>
    public static string? Keyframe(JsonElement source, MediaTime time)
    {
        var shots = source.At(DocumentFields.Shots).Items();
        return shots.Where(shot => Span(shot[0], shot[1]).Contains(time)).Select(shot => shot[2].GetString()).FirstOrDefault();
    }

    private static MediaSpan Span(JsonElement from, JsonElement until) => new(Time(from), Time(until));

    private static MediaTime Time(JsonElement fraction) =>
        Rational.TryParse(fraction.GetString(), out var seconds) ? new MediaTime(seconds) : throw new FormatException("It is no fraction.");

    private static Origin Author(JsonElement origin) => new(
        origin.GetProperty("kind").GetString()!, origin.GetProperty("name").GetString()!, origin.GetProperty("version").GetString()!);

    private static SpokenWord Word(JsonElement word) => new(Span(word[0], word[1]), word[2].GetString()!, new Confidence(word[3].GetDouble()));

    private static PathPoint Point(JsonElement point) => new(Time(point[0]), Boxes.Read(point, 1), point[5].GetInt32());
}
