using VideoIndex.Logos.Geometry;
using VideoIndex.Shots;

namespace VideoIndex.Media;

/// <summary>Writes frames of an indexed video as pictures in which a place is outlined.</summary>
public interface IStillWriter
{
    /// <summary>Writes stills: JPEG, upright, square pixels, at most 1280 pixels wide. Frames that lie near one another are decoded together.</summary>
    /// <returns>The stills that were written: those whose frames' fingerprints are the ones taken at indexing.</returns>
    /// <exception cref="MediaRefusedException">The file can no longer be decoded.</exception>
    Task<IReadOnlyList<OutlinedStill>> WriteAsync(StillOrder order, CancellationToken cancellationToken);
}

/// <summary>Which stills of which video.</summary>
/// <param name="Path">The video.</param>
/// <param name="Probe">What its container says.</param>
/// <param name="Evidence">Its frames.</param>
/// <param name="Stills">The stills.</param>
public sealed record StillOrder(string Path, MediaProbe Probe, FrameEvidence Evidence, IReadOnlyList<OutlinedStill> Stills);

/// <summary>A frame, and the place in it that is outlined.</summary>
/// <param name="Frame">Which frame, counted from 0.</param>
/// <param name="Place">The place, in pixels of the looks.</param>
/// <param name="Output">Where to write (.jpg); an existing file is replaced, and only by a complete picture.</param>
public sealed record OutlinedStill(int Frame, Quad Place, string Output);
