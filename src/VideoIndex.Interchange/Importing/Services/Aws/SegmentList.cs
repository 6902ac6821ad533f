using System.Globalization;
using System.Text.Json;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Importing.Services.Aws;

/// <summary>Reads the shots and technical cues of Rekognition: by their frame numbers where the video has numbers, else by their milliseconds.</summary>
/// <remarks>
/// A segment ends with its last frame, unless another of its kind begins with that very frame: both are written. The timecodes beside the numbers say
/// no more than these, and are not read.
/// </remarks>
internal sealed class SegmentList(Gathering gathering, ImportOrder order)
{
    /// <summary>The list.</summary>
    public const string Name = "Segments";

    private const long MostFrames = 1L << 32;

    /// <summary>Reads it.</summary>
    public void Read(JsonElement root)
    {
        List<JsonElement> segments = [.. root.Objects(Name)];
        var frames = segments is [] ? null : FramesOf(root);
        var begins = segments.Select(segment => (segment.Text("Type"), segment.Whole("StartFrameNumber"))).ToHashSet();
        foreach (var segment in segments)
        {
            Add(segment, frames, begins);
        }
    }

    // Frames can be counted where the file counts at our rate.
    private TimecodeTrack? FramesOf(JsonElement root)
    {
        var own = order.Video.Timecodes;
        if (order.Rate is { } chosen)
        {
            return new TimecodeTrack(Timecode.FromFrame(0, chosen), own?.FirstFrame ?? order.Video.Extent.Start);
        }

        var told = root.Objects("VideoMetadata").Select(video => video.Number("FrameRate")).FirstOrDefault(rate => rate is > 0);
        if (own is not null && told is { } rate && Math.Abs(rate - own.First.Rate.FramesPerSecond.ToDouble()) > 0.01)
        {
            gathering.Complaints.Add($"It counts {rate.ToString("0.###", CultureInfo.InvariantCulture)} frames a second, and the video has {own.First.Rate}: its frame numbers were not used, its milliseconds were.");
            return null;
        }

        return own;
    }

    private void Add(JsonElement segment, TimecodeTrack? frames, HashSet<(string?, long?)> begins)
    {
        var (kind, label, sure) = segment.Text("Type") switch
        {
            "SHOT" => ("shot", $"shot {(segment.Of("ShotSegment")?.Whole("Index") + 1)?.ToString(CultureInfo.InvariantCulture) ?? "of an unknown number"}", segment.Of("ShotSegment")?.Percent("Confidence")),
            "TECHNICAL_CUE" => (TagKinds.Picture, Cue(segment.Of("TechnicalCueSegment")?.Text("Type")), segment.Of("TechnicalCueSegment")?.Percent("Confidence")),
            var other => ("segment", other ?? "", null),
        };
        var what = $"{kind} '{label}'";
        if (label == "")
        {
            gathering.Complaints.Count(Fault.Nameless, what);
        }
        else if (((frames is null ? null : ByFrames(segment, frames, begins)) ?? ByMilliseconds(segment)) is not { } times)
        {
            gathering.Complaints.Count(Fault.NoTime, what);
        }
        else if (gathering.Placed(times.Start, times.End, what) is { } span)
        {
            gathering.Add(span, kind, label, gathering.Sure(sure, what));
        }
    }

    private static string Cue(string? type) => type switch
    {
        "BlackFrames" => "black",
        "ColorBars" => "colour bars",
        "EndCredits" or "OpeningCredits" => "credits",
        "Slate" => "slate",
        "StudioLogo" => "studio logo",
        "Content" => "content",
        _ => type ?? "",
    };

    private static (Rational Start, Rational End)? ByFrames(JsonElement segment, TimecodeTrack frames, HashSet<(string?, long?)> begins)
    {
        if (segment.Whole("StartFrameNumber") is not { } start || segment.Whole("EndFrameNumber") is not { } last || start is < 0 or > MostFrames || last is < 0 or > MostFrames)
        {
            return null;
        }

        var until = last > start && begins.Contains((segment.Text("Type"), last)) ? last : last + 1;
        return (frames.TimeOf(start).Seconds, frames.TimeOf(until).Seconds);
    }

    private static (Rational Start, Rational End)? ByMilliseconds(JsonElement segment) =>
        segment.Whole("StartTimestampMillis") is { } start and >= 0 and < 1L << 40 && segment.Whole("EndTimestampMillis") is { } end and >= 0 and < 1L << 40
            ? (new Rational(start, 1000), new Rational(end, 1000))
            : null;
}
