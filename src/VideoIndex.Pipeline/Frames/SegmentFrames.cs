using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.Objects;
using VideoIndex.Pipeline.Objects;
using VideoIndex.ScreenText;
using VideoIndex.Shots;

namespace VideoIndex.Pipeline.Frames;

/// <summary>What one segment's decode found: the evidence of the frames it owns, and what proves its seams.</summary>
/// <param name="Timestamps">When each frame is shown, in units of the track's time base, rising; the frames it runs on to at the end.</param>
/// <param name="Scores">The score of each, in the same order.</param>
/// <param name="Owned">How many of them the segment owns: the first ones.</param>
/// <param name="Pictures">The pictures kept, in the order of their frames.</param>
/// <param name="Folder">The name of the folder they lie in, among the run's work folders.</param>
/// <param name="Report">How the decode went.</param>
public sealed record SegmentFrames(
    IReadOnlyList<long> Timestamps,
    IReadOnlyList<FrameScore> Scores,
    int Owned,
    IReadOnlyList<FramePicture> Pictures,
    string Folder,
    DecodeReport Report)
{
    /// <summary>Gets the sketch of each frame.</summary>
    public FrameSketches Sketches { get; init; } = FrameSketches.None;

    /// <summary>Gets what was seen at each look, in order.</summary>
    public IReadOnlyList<SegmentLook> Looks { get; init; } = [];

    /// <summary>Gets who looked for things, or why nobody did.</summary>
    public IReadOnlyList<DetectorRecord> Detectors { get; init; } = [];
}

/// <summary>What was seen at one look.</summary>
/// <param name="Place">Which of the segment's frames it shows, from 0.</param>
/// <param name="Facts">What <see cref="ILookAnalyst"/> says of it, <see cref="LookFacts.Size"/> bytes.</param>
/// <param name="Text">Where words may stand in it.</param>
public sealed record SegmentLook(int Place, byte[] Facts, TextLook Text)
{
    /// <summary>Gets what each of the segment's detectors saw; null for nothing known.</summary>
    public IReadOnlyList<IReadOnlyList<SeenObject>?> Seen { get; init; } = [];
}

/// <summary>A picture for people that a decode wrote.</summary>
/// <param name="Place">Which of the segment's frames it shows, from 0.</param>
/// <param name="Name">Its file name.</param>
public readonly record struct FramePicture(int Place, string Name);
