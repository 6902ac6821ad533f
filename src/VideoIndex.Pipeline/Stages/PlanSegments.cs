using VideoIndex.Media;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Stages;

/// <summary>Asks where a video is to be cut for decoding.</summary>
public sealed record PlanSegments(VideoId Video, int Run) : ICommand
{
    /// <inheritdoc/>
    public string Unit => "";
}

/// <summary>Says where.</summary>
/// <param name="Segments">The segments, in order: they touch and cover the whole.</param>
/// <param name="Frames">How many frames there are by the container's word; 0 when it does not say.</param>
/// <param name="Survey">Whether a quick look at the sync frames is worth its while: the video is long, and they are few.</param>
public sealed record SegmentsPlanned(IReadOnlyList<Segment> Segments, long Frames, bool Survey);
