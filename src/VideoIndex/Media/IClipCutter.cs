using VideoIndex.Exporting.Pictures;
using VideoIndex.Shots;
using VideoIndex.Timing;

namespace VideoIndex.Media;

/// <summary>Cuts a stretch out of a video into a file of its own.</summary>
public interface IClipCutter
{
    /// <summary>Cuts exactly, by encoding anew: the clip holds the frames on screen in the span, from the first to the last, and their sound.</summary>
    /// <returns>The stretch the clip holds: the span widened to whole frames.</returns>
    Task<MediaSpan> CutAsync(ClipOrder order, CancellationToken cancellationToken);

    /// <summary>Cuts as <see cref="CutAsync"/> does, and tells how many frames the clip holds.</summary>
    Task<ExactClip> CutExactlyAsync(ClipOrder order, CancellationToken cancellationToken);

    /// <summary>Cuts by copying, without encoding: fast and without loss, from the sync frame at or before the span's start.</summary>
    /// <returns>
    /// The stretch the clip holds, read from the clip. Its start may be seconds before the one asked for; its end a few
    /// frames after, and of those few some may be missing.
    /// </returns>
    Task<MediaSpan> CopyAsync(ClipOrder order, CancellationToken cancellationToken);
}

/// <summary>What to cut.</summary>
/// <param name="Path">The video.</param>
/// <param name="Probe">What its container says.</param>
/// <param name="Evidence">Its frames.</param>
/// <param name="Span">The stretch, on the video's own timeline.</param>
/// <param name="Output">Where to write (.mp4 or .mov); an existing file is replaced, and only by a complete clip.</param>
public sealed record ClipOrder(string Path, MediaProbe Probe, FrameEvidence Evidence, MediaSpan Span, string Output)
{
    /// <summary>Gets whether a clip that is encoded anew is to be small: at most 640 pixels wide, without sound, good enough to be looked at. The default is no.</summary>
    public bool IsSmall { get; init; }

    /// <summary>Gets what is written into each frame of a clip that is encoded anew; null for nothing.</summary>
    public FrameText? Text { get; init; }
}

/// <summary>A clip that was cut exactly.</summary>
/// <param name="Span">The stretch it holds: the one asked for, widened to whole frames.</param>
/// <param name="Frames">How many frames are in it.</param>
/// <param name="Missing">How many more there were when the video was indexed; more than 0 where it can no longer be decoded whole.</param>
public sealed record ExactClip(MediaSpan Span, long Frames, long Missing);
