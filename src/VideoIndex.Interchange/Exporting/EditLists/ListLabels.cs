using System.Globalization;
using VideoIndex.Exporting;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exporting.EditLists;

/// <summary>Says what names a video's frames in a list, and where that is not enough.</summary>
internal static class ListLabels
{
    private const int MostCounted = 100;

    /// <summary>The label a timeline usually begins with.</summary>
    private const string OneHour = "01:00:00:00";

    /// <summary>Returns what names a video's frames.</summary>
    /// <exception cref="ExportException">
    /// <c>variable-rate</c>: nothing does; <c>rate-too-high</c>: there are more than a hundred frames a second, which two digits cannot count.
    /// </exception>
    public static TimecodeTrack Of(ExportedVideo video)
    {
        var labels = video.Labels
            ?? throw new ExportException("variable-rate", $"'{video.Name}' has no constant frame rate, so its frames have no numbers: choose a rate to conform it to with --rate, or a format that names times.");
        return labels.First.Rate.Nominal <= MostCounted
            ? labels
            : throw new ExportException("rate-too-high", $"'{video.Name}' has {labels.First.Rate} frames a second, and a timecode counts at most {MostCounted}: choose a format that names times.");
    }

    /// <summary>Returns what names the frames on a timeline that has the video from its beginning: from one hour for a running timecode that nobody gave a start.</summary>
    /// <exception cref="ExportException">As for <see cref="Of"/>.</exception>
    public static TimecodeTrack OnTimeline(ExportedVideo video, ExportRules rules)
    {
        var labels = Of(video);
        return rules.Timecode == TimecodeKind.Running && rules.Start is null ? labels with { First = OneHourOf(labels) } : labels;
    }

    /// <summary>Returns 01:00:00:00 as a track counts.</summary>
    public static Timecode OneHourOf(TimecodeTrack labels)
    {
        _ = Timecode.TryParse(OneHour, labels.First.Rate, out var plain);
        return labels.First.DropFrame && Timecode.TryParse("01:00:00;00", labels.First.Rate, out var drop) ? drop : plain;
    }

    /// <summary>Returns which labels these are, for people: <c>source timecode, 30000/1001 frames a second, drop-frame</c>.</summary>
    public static string Describe(ExportedVideo video, TimecodeTrack labels, ExportRules rules) => string.Join(
        ", ",
        ((string[])
        [
            $"{(rules.Timecode == TimecodeKind.Source && rules.Start is null && video.Video.HasOwnTimecode ? "source" : "running")} timecode from {labels.First}",
            $"{labels.First.Rate} frames a second",
            labels.First.DropFrame ? "drop-frame" : labels.First.Rate.SupportsDropFrame ? "non-drop-frame" : "",
            video.IsConformed ? "of a copy conformed to that rate" : "",
        ]).Where(part => part != ""));

    /// <summary>Returns what a person should know of the frames that are named.</summary>
    /// <param name="video">The video.</param>
    /// <param name="labels">What names its frames.</param>
    /// <param name="hasOut">Whether the list names the frame after the last, too.</param>
    public static IEnumerable<string> Notes(ExportedVideo video, TimecodeTrack labels, bool hasOut)
    {
        var ranges = video.Moments.Select(moment => labels.FramesOf(moment.Span)).ToList();
        var wraps = ranges.Count(frames => hasOut && labels.LabelOf(frames.Until).Frame < labels.LabelOf(frames.First).Frame);
        var wholeDays = ranges.Count(frames => frames.Count >= labels.First.FramesPerDay);
        return
        [
            .. video.IsConformed ? (string[])[$"'{video.Name}' has a variable frame rate: the frames named are those of a copy conformed to {labels.First.Rate} frames a second."] : [],
            .. Early(video, labels),
            .. wraps == 0 ? (string[])[] : [$"{Count(wraps, "goes", "go")} past a midnight of the timecode of '{video.Name}', so that the out label is lower than the in label."],
            .. wholeDays == 0 ? (string[])[] : [$"{Count(wholeDays, "lasts", "last")} a day or longer in '{video.Name}', and labels repeat each day."],
        ];
    }

    /// <summary>Returns what a person should know of frames that are before the first.</summary>
    public static IEnumerable<string> Early(ExportedVideo video, TimecodeTrack labels) => video.Moments.Count(moment => labels.FrameAt(moment.Span.Start) < 0) is > 0 and var early
        ? [$"{Count(early, "begins", "begin")} before the first frame of '{video.Name}', where the sound is alone: frames are counted backwards from it."]
        : [];

    private static string Count(int moments, string does, string many) =>
        moments == 1 ? $"A moment {does}" : string.Create(CultureInfo.InvariantCulture, $"{moments} moments {many}");
}
