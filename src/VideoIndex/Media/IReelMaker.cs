using VideoIndex.Exporting.Pictures;
using VideoIndex.Shots;
using VideoIndex.Timing;

namespace VideoIndex.Media;

/// <summary>Makes one film of stretches of videos, one after the other, whatever their sizes and rates.</summary>
public interface IReelMaker
{
    /// <summary>Makes the reel. A stretch that cannot be decoded is left out, and told of.</summary>
    /// <param name="order">What it is to be like.</param>
    /// <param name="sections">The stretches, in order; each is asked for when the one before it is done.</param>
    /// <param name="cancellationToken">Stops the work; nothing is written then.</param>
    /// <exception cref="MediaRefusedException">Not one stretch could be decoded, or the reel could not be encoded.</exception>
    Task<IReadOnlyList<ReelPart>> MakeAsync(ReelOrder order, IAsyncEnumerable<ReelSection> sections, CancellationToken cancellationToken);
}

/// <summary>What a reel is to be like.</summary>
/// <param name="Rate">Its frames a second: of each section, <see cref="ReelSection.Frames"/> says what each shows.</param>
/// <param name="Shape">The pictures whose displayed size it has; those of another shape are fitted in, on black.</param>
/// <param name="First">The timecode of its first frame; null for none.</param>
/// <param name="Output">Where to write (.mp4 or .mov); an existing file is replaced, and only by a complete reel.</param>
public sealed record ReelOrder(FrameRate Rate, PictureTrack Shape, Timecode? First, string Output);

/// <summary>A stretch of a video in a reel.</summary>
/// <param name="Title">What its chapter is called.</param>
/// <param name="Path">The video.</param>
/// <param name="Probe">What its container says.</param>
/// <param name="Evidence">Its frames.</param>
/// <param name="Frames">Which frame of the video each frame of the reel shows, never falling: at least one.</param>
public sealed record ReelSection(string Title, string Path, MediaProbe Probe, FrameEvidence Evidence, IReadOnlyList<int> Frames)
{
    /// <summary>Gets what is written into each frame; null for nothing.</summary>
    public FrameText? Text { get; init; }
}

/// <summary>What became of a section.</summary>
/// <param name="Section">The section.</param>
/// <param name="Frames">Which frames of the reel it fills, counted from 0 for the first; empty where it was left out.</param>
/// <param name="Missing">How many of its video's frames could not be decoded: the last one before each of them stands longer.</param>
/// <param name="Refusal">Why it was left out; null where it was not.</param>
public sealed record ReelPart(ReelSection Section, FrameRange Frames, int Missing, MediaRefusedException? Refusal);
