using VideoIndex.Exporting;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exporting.Storyboard;

/// <summary>Says on a storyboard what its moments and labels are.</summary>
internal static class StoryboardRules
{
    /// <summary>Returns what was done to the moments, a sentence each.</summary>
    public static IEnumerable<string> Of(ExportRules rules)
    {
        if (rules.Handles.Amount != default)
        {
            yield return $"Each is {Length(rules.Handles)} longer at both ends than what was found.";
        }

        if (rules.MergeGap is { } gap)
        {
            yield return $"Those of one kind and name that are no farther apart than {Length(gap)} are one.";
        }
    }

    /// <summary>Returns what the labels of a video's frames are.</summary>
    public static string OfLabels(ExportedVideo video) => video switch
    {
        { Labels: null } => "The rate varies, so there is no timecode: times are those a player shows.",
        { IsConformed: true } => $"The rate varies: timecode is that of a copy conformed to {video.Labels.First.Rate} frames a second.",
        _ => $"{video.Labels.First.Rate} frames a second, timecode from {video.Labels.First}{(video.Labels.First.DropFrame ? " (drop-frame)" : "")}.",
    };

    private static string Length(ExportLength length) => $"{length.Amount} {(length.InFrames ? length.Amount == new Rational(1, 1) ? "frame" : "frames" : "s")}";
}
