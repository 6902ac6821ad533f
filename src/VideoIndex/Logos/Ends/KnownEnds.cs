using VideoIndex.Videos;

namespace VideoIndex.Logos.Ends;

/// <summary>The ends of one logo's appearances in one video that were looked for.</summary>
/// <param name="Video">The video.</param>
/// <param name="Logo">The number of the logo.</param>
/// <param name="Basis">What the sightings go back to, and the rule: while that is the same, so are the ends.</param>
/// <param name="Ends">What was found of each, by its <see cref="EndPacking.KeyOf"/>; null where the mark has too little drawing to be followed.</param>
public sealed record KnownEnds(VideoId Video, long Logo, string Basis, IReadOnlyDictionary<UInt128, FoundEnd?> Ends);

/// <summary>Where the ends of appearances are kept. Those of one logo in one video are replaced as a whole.</summary>
public interface IFoundEndStore
{
    /// <summary>Returns the ends kept of a logo in a video; null where there are none.</summary>
    Task<KnownEnds?> ReadAsync(VideoId video, long logo, CancellationToken cancellationToken);

    /// <summary>Keeps ends, in the place of those of the same logo in the same video. Where the video is gone, nothing is kept.</summary>
    Task SaveAsync(KnownEnds ends, CancellationToken cancellationToken);
}
