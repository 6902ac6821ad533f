using VideoIndex.Shots;

namespace VideoIndex.Media;

/// <summary>Fetches single frames of a video that has been indexed.</summary>
public interface IFrameGrabber
{
    /// <summary>Writes one frame, upright and with square pixels, as a picture of the kind the output's name ends in (.png or .jpg).</summary>
    /// <param name="path">The video.</param>
    /// <param name="probe">What its container says.</param>
    /// <param name="evidence">Its frames as they were decoded when it was indexed: the frame fetched is proved against its fingerprint.</param>
    /// <param name="frame">Which frame, from 0.</param>
    /// <param name="output">Where to write; an existing file is replaced, and only by a complete picture.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether the frame's fingerprint is the one taken at indexing.</returns>
    /// <exception cref="MediaRefusedException">The frame could not be decoded.</exception>
    Task<bool> GrabAsync(
        string path, MediaProbe probe, FrameEvidence evidence, int frame, string output, CancellationToken cancellationToken);

    /// <summary>Writes one frame as a small picture, 640 pixels on its longer side, as the ones kept for shots are.</summary>
    /// <inheritdoc cref="GrabAsync" path="/param"/>
    Task GrabPictureAsync(
        string path, MediaProbe probe, FrameEvidence evidence, int frame, string output, CancellationToken cancellationToken);
}
