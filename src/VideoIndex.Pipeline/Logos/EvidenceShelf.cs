using VideoIndex.Logos.Stills;
using VideoIndex.Pipeline.Library;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Logos;

/// <summary>Where what is kept of videos to find logos in lies, and how it is read.</summary>
/// <param name="library">The library's folder.</param>
/// <param name="version">The version of the extractor the keypoints must be of.</param>
/// <param name="decoder">Brings stills back.</param>
public sealed class EvidenceShelf(LibraryFolder library, string version, IStillDecoder decoder)
{
    /// <summary>Gets the version of the extractor whose keypoints can be searched.</summary>
    public string Version => version;

    /// <summary>Returns whether there are keypoints of a video.</summary>
    public bool Has(VideoId video) => File.Exists(library.PathOf(LibraryFolder.FeaturesName(video)));

    /// <summary>Returns what tells the evidence of a video from all other, as hex digits; null where there is none that can be searched.</summary>
    public string? FingerprintOf(VideoId video)
    {
        using var open = Open(video);
        return open?.Fingerprint;
    }

    /// <summary>Opens what is kept of a video; null where there is none that can be searched.</summary>
    internal KeptEvidence? Open(VideoId video) => KeptEvidence.Open(library, video, version, decoder);
}
