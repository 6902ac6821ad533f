using VideoIndex.Timing;

namespace VideoIndex.Exporting.Pictures;

/// <summary>What is written into each frame of a clip: which video it is of, and its label there.</summary>
/// <param name="Name">The video's name.</param>
/// <param name="Labels">The labels of its frames; null where it has none, so that each bears its time.</param>
public sealed record FrameText(string Name, TimecodeTrack? Labels)
{
    /// <summary>Returns the label of a frame: a timecode, or clock time to the millisecond.</summary>
    /// <param name="start">When the frame begins, on the video's own timeline.</param>
    public string LabelOf(MediaTime start) => ClockTime.Label(start, Labels);
}
