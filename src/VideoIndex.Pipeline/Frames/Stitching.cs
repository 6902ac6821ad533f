using VideoIndex.Media;
using VideoIndex.Pipeline.Stages;
using VideoIndex.Shots;

namespace VideoIndex.Pipeline.Frames;

/// <summary>Puts the segments of a video together.</summary>
public static class Stitching
{
    /// <summary>Returns all frames of a video, or why the segments cannot be trusted to give them.</summary>
    /// <param name="track">The picture track.</param>
    /// <param name="segments">The segments, in order.</param>
    /// <param name="analyzed">What was found in each, by its unit; those whose job died are absent.</param>
    /// <param name="chooser">A fresh chooser of keyframes.</param>
    public static Stitch Of(
        PictureTrack track, IReadOnlyList<Segment> segments, IReadOnlyDictionary<string, FramesAnalyzed> analyzed, IKeyframeChooser chooser) =>
        throw new NotSupportedException();
}
