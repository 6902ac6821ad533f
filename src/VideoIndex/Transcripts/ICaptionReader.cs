using VideoIndex.Media;
using VideoIndex.Timing;

namespace VideoIndex.Transcripts;

/// <summary>Reads the captions that come with a video: inside the pictures, in text tracks, or in files beside it.</summary>
/// <remarks>A track that cannot be read yields no transcript and one complaint; it never fails the video.</remarks>
public interface ICaptionReader
{
    /// <summary>Reads every transcript this reader finds, with spans on the video's own timeline.</summary>
    /// <param name="path">The video.</param>
    /// <param name="probe">What its container says.</param>
    /// <param name="zero">The container time that is zero on the video's own timeline.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<CaptionReading> ReadAsync(string path, MediaProbe probe, MediaTime zero, CancellationToken cancellationToken);
}

/// <summary>The captions found, and what could not be read, a sentence each.</summary>
public sealed record CaptionReading(IReadOnlyList<Transcript> Transcripts, IReadOnlyList<string> Complaints);
