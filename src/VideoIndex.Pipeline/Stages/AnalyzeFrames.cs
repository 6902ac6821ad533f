using VideoIndex.Media;
using VideoIndex.Pipeline.Frames;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Stages;

/// <summary>Asks for every frame of a segment to be decoded, once, and scored.</summary>
public sealed record AnalyzeFrames(VideoId Video, int Run, Segment Segment) : ICommand
{
    /// <inheritdoc/>
    public string Unit => Segment.Unit;
}

/// <summary>Says what was seen: frames, or why there are none.</summary>
/// <param name="Frames">The frames; null when the segment was refused.</param>
/// <param name="Refusal">Why; null when it was not. A video decoded whole is never answered so: its refusal is the video's.</param>
public sealed record FramesAnalyzed(SegmentFrames? Frames, SegmentRefusal? Refusal);

/// <summary>Why a segment could not be decoded by itself. The whole video may still be.</summary>
public sealed record SegmentRefusal(string Code, string Sentence);
