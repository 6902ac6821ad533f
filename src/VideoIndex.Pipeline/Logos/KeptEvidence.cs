using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Stills;
using VideoIndex.Pipeline.Library;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Logos;

/// <summary>What is kept of a video to find logos in, open to be read: its keypoints, and its stills where there are any.</summary>
internal sealed class KeptEvidence : IDisposable
{
    private readonly IDisposable _features;
    private readonly IDisposable? _stills;

    private KeptEvidence(IDisposable features, IDisposable? stills, FeatureEvidence evidence, string fingerprint) =>
        (_features, _stills, Evidence, Fingerprint) = (features, stills, evidence, fingerprint);

    /// <summary>Gets what is in it.</summary>
    public FeatureEvidence Evidence { get; }

    /// <summary>Gets what tells it from every other.</summary>
    public string Fingerprint { get; }

    /// <summary>Opens what is kept of a video.</summary>
    /// <param name="library">Where it is.</param>
    /// <param name="video">The video.</param>
    /// <param name="version">The version of the extractor the keypoints must be of.</param>
    /// <param name="decoder">Brings stills back.</param>
    /// <returns>Null where there are no keypoints that can be compared. A damaged file is as good as none: its video has to be indexed again.</returns>
    public static KeptEvidence? Open(LibraryFolder library, VideoId video, string version, IStillDecoder decoder)
    {
        var path = library.PathOf(LibraryFolder.FeaturesName(video));
        try
        {
            if (!File.Exists(path) || FeatureFile.Open(path, version) is not { } features)
            {
                return null;
            }

            var (prints, stills) = (FeatureFile.Fingerprint(path), OpenStills(library.PathOf(LibraryFolder.StillsName(video)), decoder));
            return stills is { } seen
                ? new KeptEvidence(features.File, seen.File, features.Evidence with { Stills = seen.Stills }, $"{prints} {seen.Fingerprint}")
                : new KeptEvidence(features.File, null, features.Evidence, prints);
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _features.Dispose();
        _stills?.Dispose();
    }

    // Without them logos are found as in a video that never had any.
    private static (IDisposable File, IStills Stills, string Fingerprint)? OpenStills(string path, IStillDecoder decoder)
    {
        try
        {
            return File.Exists(path) ? StillFile.Open(path, decoder) : null;
        }
        catch (Exception damage) when (damage is InvalidDataException or IOException)
        {
            return null;
        }
    }
}
