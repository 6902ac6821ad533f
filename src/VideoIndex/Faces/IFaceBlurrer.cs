using VideoIndex.Media;
using VideoIndex.Objects;
using VideoIndex.Timing;

namespace VideoIndex.Faces;

/// <summary>Cuts clips in which faces that a detector finds cannot be recognised.</summary>
public interface IFaceBlurrer
{
    /// <summary>Cuts exactly, as <see cref="IClipCutter.CutAsync"/> does, with the same frames at the same times and the same sound, and makes faces unrecognisable.</summary>
    /// <param name="order">What to cut.</param>
    /// <param name="faces">What finds faces; it is shown every frame of the clip. It stays the caller's.</param>
    /// <param name="cancellationToken">Stops it; nothing is written then.</param>
    /// <exception cref="MediaRefusedException">The clip cannot be made; nothing is written then.</exception>
    /// <exception cref="Inference.ModelException">The detector failed; nothing is written then.</exception>
    Task<BlurredClip> CutAsync(ClipOrder order, IObjectDetector faces, CancellationToken cancellationToken);
}

/// <summary>What was done to a clip. How many faces there are that were not found, nobody knows.</summary>
/// <param name="Span">The stretch the clip holds: the span widened to whole frames.</param>
/// <param name="Frames">How many frames it has, each of which was looked at.</param>
/// <param name="Covered">In how many of them something was made unrecognisable.</param>
/// <param name="Tracks">How many faces were followed: one that is lost from sight and found again counts twice.</param>
public sealed record BlurredClip(MediaSpan Span, int Frames, int Covered, int Tracks);
