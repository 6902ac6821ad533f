using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.Objects;
using VideoIndex.Pipeline.Objects;
using VideoIndex.ScreenText;
using VideoIndex.Shots;

namespace VideoIndex.Pipeline.Frames;

/// <summary>All frames of a video, put together from its segments: exactly what one decode from end to end would have given.</summary>
/// <param name="Timestamps">When each frame is shown, in units of the track's time base, rising.</param>
/// <param name="Scores">The score of each, in the same order.</param>
/// <param name="Keyframes">Chooses the frame that stands for any stretch of them; has seen every frame.</param>
/// <param name="Pictures">Where the picture of a frame lies, by frame: the folder's name among the run's work folders, and the file's.</param>
/// <param name="Report">How the decodes went, as one.</param>
/// <param name="Gaps">The stretches nobody could analyse, in order.</param>
public sealed record StitchedFrames(
    IReadOnlyList<long> Timestamps,
    IReadOnlyList<FrameScore> Scores,
    IKeyframeChooser Keyframes,
    IReadOnlyDictionary<int, (string Folder, string Name)> Pictures,
    DecodeReport Report,
    IReadOnlyList<Gap> Gaps)
{
    /// <summary>Gets how many segments they were put together from.</summary>
    public required int Parts { get; init; }

    /// <summary>Gets the sketch of each frame.</summary>
    public required FrameSketches Sketches { get; init; }

    /// <summary>Gets what is kept of the looks.</summary>
    public required FrameLooks Looks { get; init; }

    /// <summary>Gets where each look saw what may be words.</summary>
    public required IReadOnlyList<TextLook> Texts { get; init; }

    /// <summary>Gets who looked for things in each segment, or why nobody did.</summary>
    public required IReadOnlyList<IReadOnlyList<DetectorRecord>> Detectors { get; init; }

    /// <summary>Gets what they saw at the looks.</summary>
    public required IReadOnlyList<DetectionLog> Detections { get; init; }

    /// <summary>Gets where what else was seen at each look lies.</summary>
    public required IReadOnlyList<LookSource> LookSources { get; init; }
}

/// <summary>Which decode a look was seen in.</summary>
/// <param name="Folder">The name of its folder, among the run's work folders.</param>
/// <param name="Look">Which of that decode's looks it is, from 0. The first was compared with none.</param>
public readonly record struct LookSource(string Folder, int Look);

/// <summary>A stretch of the pictures that is missing, in units of the track's time base; null for an open end.</summary>
public sealed record Gap(long? From, long? Until);

/// <summary>What came of putting segments together.</summary>
/// <param name="Frames">The frames; null when the segments are distrusted.</param>
/// <param name="Distrust">Why the video has to be decoded whole, for the log; null when it has not.</param>
public sealed record Stitch(StitchedFrames? Frames, string? Distrust);
