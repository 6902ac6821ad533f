using VideoIndex.Logos.Recognition;
using VideoIndex.Videos;

namespace VideoIndex.Logos;

/// <summary>Where one logo was seen in one video: raw, with nothing decided.</summary>
/// <param name="Video">The video.</param>
/// <param name="Logo">The number of the logo.</param>
/// <param name="Basis">What it was looked for by and in: while that is the same, so is what is found.</param>
/// <param name="Sightings">The sightings, in the order of their looks; at each, the surest first.</param>
public sealed record FoundLogo(VideoId Video, long Logo, string Basis, IReadOnlyList<LogoSighting> Sightings);

/// <summary>Where found logos are kept. What was found of one logo in one video is replaced as a whole.</summary>
public interface IFoundLogoStore
{
    /// <summary>Returns the basis of each logo that was looked for in a video.</summary>
    Task<IReadOnlyDictionary<long, string>> ReadBasesAsync(VideoId video, CancellationToken cancellationToken);

    /// <summary>Returns what was found of a logo in a video; null where it was not looked for.</summary>
    Task<FoundLogo?> ReadAsync(VideoId video, long logo, CancellationToken cancellationToken);

    /// <summary>Keeps what was found, in the place of what was found of this logo in this video before. A video that is gone is left out.</summary>
    Task SaveAsync(IReadOnlyList<FoundLogo> found, CancellationToken cancellationToken);
}
