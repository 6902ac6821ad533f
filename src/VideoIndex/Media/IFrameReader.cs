using VideoIndex.Looks;
using VideoIndex.Shots;

namespace VideoIndex.Media;

/// <summary>Reads stretches of the frames of a video that has been indexed, to look at them once more.</summary>
public interface IFrameReader
{
    /// <summary>Reads some frames one after the other: gray, upright, as large as looks. Each is proved against its fingerprint before it is handed on.</summary>
    /// <param name="run">Which frames of which video.</param>
    /// <param name="take">Takes a frame by its number, counted from 0. A frame may come a second time, where the first way to reach them led to others as well.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether all of them came; those that could not be proved are left out.</returns>
    /// <exception cref="MediaRefusedException">The file can no longer be decoded.</exception>
    Task<bool> ReadAsync(FrameRun run, Action<int, GrayPicture> take, CancellationToken cancellationToken);
}

/// <summary>Frames that follow one another.</summary>
/// <param name="Path">The video.</param>
/// <param name="Probe">What its container says.</param>
/// <param name="Evidence">Its frames as they were decoded when it was indexed.</param>
/// <param name="First">The first of them, counted from 0.</param>
/// <param name="Last">The last.</param>
public sealed record FrameRun(string Path, MediaProbe Probe, FrameEvidence Evidence, int First, int Last);
