using System.Text.Json;
using VideoIndex.Interchange.Insights;
using VideoIndex.Looks;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Importing.Services.Google;

/// <summary>Reads what was followed through the picture: objects, logos, people, faces.</summary>
internal sealed class GoogleTracks(Gathering gathering)
{
    /// <summary>Reads them.</summary>
    public void Read(JsonElement result)
    {
        foreach (var thing in result.Members("objectAnnotations"))
        {
            Add(TagKinds.Objects, NameOf(thing), thing, thing.Value("confidence"), "frames");
        }

        foreach (var logo in result.Members("logoRecognitionAnnotations"))
        {
            ReadTracks(TagKinds.Logo, NameOf(logo), logo);
            if (logo.Member("tracks") is null)
            {
                ReadSegments(TagKinds.Logo, NameOf(logo), logo);
            }
        }

        foreach (var person in result.Members("personDetectionAnnotations"))
        {
            ReadTracks(TagKinds.Objects, "person", person);
        }

        foreach (var face in result.Members("faceDetectionAnnotations"))
        {
            ReadTracks(TagKinds.Faces, "face", face);
        }
    }

    private static string? NameOf(JsonElement annotation) => annotation.Member("entity")?.Words("description");

    private void ReadTracks(string kind, string? label, JsonElement annotation)
    {
        foreach (var track in annotation.Members("tracks"))
        {
            Add(kind, label, track, track.Value("confidence"), "timestampedObjects");
        }
    }

    private void ReadSegments(string kind, string? label, JsonElement annotation)
    {
        foreach (var segment in annotation.Members("segments"))
        {
            Add(kind, label, segment, segment.Value("confidence"), "");
        }
    }

    private void Add(string kind, string? label, JsonElement track, double? sure, string frames)
    {
        if (label is null)
        {
            gathering.Complaints.Count(Fault.Nameless, kind);
            return;
        }

        List<(Rational At, PictureBox Box)> points = [];
        foreach (var frame in track.Members(frames))
        {
            if (frame.Time("timeOffset") is { } at && frame.Member("normalizedBoundingBox") is { } box && Box(box, label) is { } place)
            {
                points.Add((at, place));
            }
        }

        // A track of a live stream has no segment: its frames are all there is.
        var segment = track.Member("segment") ?? (frames == "" ? track : null);
        var start = segment is { } part ? part.Time("startTimeOffset") : points is [] ? null : points.Min(point => point.At);
        var end = segment is { } whole ? whole.Time("endTimeOffset") : points is [] ? null : points.Max(point => point.At);
        if (start is null || end is null)
        {
            gathering.Complaints.Count(Fault.NoTime, $"{kind} '{label}'");
            return;
        }

        var what = $"{kind} '{label}' at {InsightsClock.Write(start.Value)}";
        if (gathering.Placed(start.Value, end.Value, what) is { } span)
        {
            gathering.Add(span, kind, label, gathering.Sure(sure, what), tag => Followed(tag, points, span));
        }
    }

    // The track is as sure as a whole: its frames have no numbers of their own.
    private Tag Followed(Tag tag, List<(Rational At, PictureBox Box)> points, MediaSpan span)
    {
        var score = (int)Math.Round(tag.Confidence.Value * 1000);
        var path = points.Select(point => new PathPoint(gathering.Moved(point.At), point.Box, score)).Where(point => span.Start <= point.At && point.At <= span.End).OrderBy(point => point.At).ToList();
        return path is [] ? tag : tag with { Box = path[path.Count / 2].Box, Path = path is [_, _, ..] ? new TagPath(path) : null };
    }

    private PictureBox? Box(JsonElement box, string label) =>
        gathering.PlaceInside(box.Value("left") ?? 0, box.Value("top") ?? 0, box.Value("right") ?? 0, box.Value("bottom") ?? 0, $"'{label}'");
}
