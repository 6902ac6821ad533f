using VideoIndex.Exporting;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exporting.Timelines;

/// <summary>Says in a file what it was made by.</summary>
internal static class RuleWords
{
    /// <summary>Returns the rules and what they did to this sheet, a sentence each.</summary>
    public static IReadOnlyList<string> Of(TimelineSheet sheet, ExportRules rules)
    {
        var sentences = new List<string>
        {
            "Written by VideoIndex.",
            (rules.Timecode, rules.Start) switch
            {
                (_, { } start) => $"Timecode: counted from each video's first frame, which is {start}.",
                (TimecodeKind.Running, _) => "Timecode: counted from each video's first frame, which is 0.",
                _ => "Timecode: the file's own.",
            },
        };
        if (rules.Handles.Amount != default)
        {
            sentences.Add($"Handles: {LengthOf(rules.Handles)} before and after each moment, within the video.");
        }

        if (rules.MergeGap is { } gap)
        {
            sentences.Add($"Moments of one kind and name up to {LengthOf(gap)} apart are one.");
        }

        foreach (var rate in sheet.Videos.Where(video => video.Video.IsConformed).Select(video => video.Rate).Distinct())
        {
            sentences.Add($"Frames of videos of varying rate are those of a copy conformed to {rate} frames a second.");
        }

        return sentences;
    }

    /// <summary>Returns a length as people say it: <c>12 frames</c>, <c>1/2 s</c>.</summary>
    public static string LengthOf(ExportLength length) => $"{length.Amount} {(length.InFrames ? length.Amount == new Rational(1, 1) ? "frame" : "frames" : "s")}";
}
