using VideoIndex.Media;
using VideoIndex.Pipeline.Stages;

namespace VideoIndex.Pipeline.Assembly;

/// <summary>Says what is missing of a video that is otherwise whole.</summary>
internal static class Gaps
{
    /// <summary>Returns what could not be heard of a file that has sound, as sentences.</summary>
    public static IEnumerable<string> InSound(MediaProbe probe, SoundHeard? heard) => (probe.Audio, heard) switch
    {
        ([], _) => [],
        (_, null) => ["The sound was not compared with that of other videos: the work on it was given up."],
        (_, { Complaint: { } complaint }) => [complaint, .. heard.Unheard],
        _ => heard.Unheard,
    };
}
