using VideoIndex.Logos.Evidence;
using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.Pipeline.Objects;
using VideoIndex.ScreenText;
using VideoIndex.Shots;

namespace VideoIndex.Pipeline.Frames;

/// <summary>All that taps one decode. Each but the detectors has seen nothing and serves this decode alone.</summary>
/// <param name="Scorer">Scores every frame.</param>
/// <param name="Sketcher">Sketches every frame.</param>
/// <param name="Analyst">Says what is kept of a look; null where nothing is.</param>
/// <param name="Spotter">Finds where words may stand; null where none are looked for.</param>
/// <param name="Features">Finds what logos are known by; null where nothing is kept of it.</param>
public sealed record FrameTaps(
    IFrameScorer Scorer, IFrameSketcher Sketcher, ILookAnalyst? Analyst, ITextSpotter? Spotter, IFeatureWatcher? Features = null)
{
    /// <summary>Gets what looks for things: objects, faces; none where none is looked for. They are shared with other decodes.</summary>
    public IReadOnlyList<DetectorTap> Detectors { get; init; } = [];
}

/// <summary>Makes taps for the decode of a segment.</summary>
/// <param name="track">The pictures that are decoded.</param>
/// <param name="segment">The segment.</param>
public delegate FrameTaps MakeTaps(PictureTrack track, Segment segment);
