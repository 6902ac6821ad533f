using System.Text.Json;
using VideoIndex.Interchange.Insights;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Importing.Services.Google;

/// <summary>Reads what holds for stretches, or was seen in frames, and has no way through the picture: labels, shots, words on the screen, explicit content.</summary>
internal sealed class GoogleLabels(Gathering gathering)
{
    private static readonly string[] Labels =
    [
        "segmentLabelAnnotations", "segmentPresenceLabelAnnotations", "shotLabelAnnotations", "shotPresenceLabelAnnotations", "frameLabelAnnotations",
    ];

    /// <summary>Reads them.</summary>
    public void Read(JsonElement result)
    {
        foreach (var label in Labels.SelectMany(list => result.Members(list)))
        {
            ReadLabel(label);
        }

        foreach (var (number, shot) in result.Members("shotAnnotations").Index())
        {
            Add(shot, "shot", FormattableString.Invariant($"shot {number + 1}"), null);
        }

        foreach (var text in result.Members("textAnnotations"))
        {
            ReadText(text);
        }

        ReadExplicit(result.Member("explicitAnnotation"));
    }

    private void ReadLabel(JsonElement label)
    {
        if (label.Member("entity")?.Words("description") is not { } name)
        {
            gathering.Complaints.Count(Fault.Nameless, "a label");
            return;
        }

        foreach (var segment in label.Members("segments"))
        {
            Add(segment.Member("segment") ?? segment, "label", name, segment.Value("confidence"));
        }

        var frames = new List<Sighting>();
        foreach (var frame in label.Members("frames"))
        {
            if (frame.Time("timeOffset") is { } at)
            {
                frames.Add(new Sighting(at, "label", name, frame.Value("confidence"), null));
            }
            else
            {
                gathering.Complaints.Count(Fault.NoTime, $"label '{name}'");
            }
        }

        Sightings.Add(gathering, frames, Sightings.StepOf(frames.Select(frame => frame.At)));
    }

    private void ReadText(JsonElement text)
    {
        if (text.Words("text") is not { } words)
        {
            gathering.Complaints.Count(Fault.Nameless, "a text");
            return;
        }

        foreach (var segment in text.Members("segments"))
        {
            var points = segment.Members("frames").Select(frame => (At: frame.Time("timeOffset"), Corners: Corners(frame.Member("rotatedBoundingBox")))).ToList();
            Add(segment.Member("segment") ?? segment, TagKinds.Text, words, segment.Value("confidence"), tag => points is [{ Corners: { } corners }, ..]
                ? tag with
                {
                    Box = gathering.PlaceInside(corners.Min(corner => corner.X), corners.Min(corner => corner.Y), corners.Max(corner => corner.X), corners.Max(corner => corner.Y), $"text '{words}'"),
                }
                : tag);
        }
    }

    // What is unlikely is not claimed.
    private void ReadExplicit(JsonElement? annotation)
    {
        var (frames, times) = (new List<Sighting>(), new List<Rational>());
        foreach (var frame in annotation?.Members("frames") ?? [])
        {
            if (frame.Time("timeOffset") is not { } at)
            {
                gathering.Complaints.Count(Fault.NoTime, "explicit content");
                continue;
            }

            times.Add(at);
            if (LabelOf(frame.Words("pornographyLikelihood")) is { } label)
            {
                frames.Add(new Sighting(at, "moderation", label, null, null));
            }
        }

        Sightings.Add(gathering, frames, Sightings.StepOf(times));
    }

    // Client libraries write the names or their numbers.
    private static string? LabelOf(string? likelihood) => likelihood switch
    {
        "POSSIBLE" or "3" => "explicit, possible",
        "LIKELY" or "4" => "explicit, likely",
        "VERY_LIKELY" or "5" => "explicit, very likely",
        _ => null,
    };

    private static List<(double X, double Y)>? Corners(JsonElement? box)
    {
        List<(double X, double Y)> corners = [.. box?.Members("vertices").Select(corner => (corner.Value("x") ?? 0, corner.Value("y") ?? 0)) ?? []];
        return corners is [_, _, ..] ? corners : null;
    }

    private void Add(JsonElement segment, string kind, string label, double? sure, Func<Tag, Tag>? more = null)
    {
        if (segment.Time("startTimeOffset") is not { } start || segment.Time("endTimeOffset") is not { } end)
        {
            gathering.Complaints.Count(Fault.NoTime, $"{kind} '{label}'");
            return;
        }

        var what = $"{kind} '{label}' at {InsightsClock.Write(start)}";
        if (gathering.Placed(start, end, what) is { } span)
        {
            gathering.Add(span, kind, label, gathering.Sure(sure, what), more);
        }
    }
}
