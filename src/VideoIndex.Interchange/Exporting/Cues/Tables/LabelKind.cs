using VideoIndex.Exporting;

namespace VideoIndex.Interchange.Exporting.Cues.Tables;

/// <summary>Says which timecode names the frames of a video in one export.</summary>
internal static class LabelKind
{
    /// <summary>Returns <c>source</c> for the file's own, <c>running</c> for one counted from the first frame; null where no frame is named.</summary>
    public static string? Of(ExportedVideo video, ExportRules rules) => video.Labels is null
        ? null
        : rules.Timecode == TimecodeKind.Source && rules.Start is null && video.Video.HasOwnTimecode ? "source" : "running";
}
