using VideoIndex.Pipeline.Frames;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Stages;

/// <summary>Asks for a quick look at a video: its sync frames alone.</summary>
public sealed record SurveyVideo(VideoId Video, int Run) : ICommand
{
    /// <inheritdoc/>
    public string Unit => "";
}

/// <summary>Says what was seen, at the first look.</summary>
/// <param name="Frames">The sync frames; null where none could be decoded: the full analysis will say why.</param>
public sealed record VideoSurveyed(SegmentFrames? Frames);
