using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Recognition;

namespace VideoIndex.Pipeline.Logos.Keeping;

/// <summary>In which form it is kept what logos are found by.</summary>
/// <param name="Version">The version of the extractor the keypoints are of.</param>
/// <param name="Words">Sorts codes into words.</param>
/// <param name="Stills">The version of the decoder that brings stills back.</param>
public sealed record FeatureKeeping(string Version, ICodeWords Words, string Stills)
{
    /// <summary>Gets how many bytes an hour keypoints and stills may take together. The default is 200 million. Stills beyond three fifths of it are not made fewer.</summary>
    public long BytesAnHour { get; init; } = 200_000_000;

    /// <summary>Returns how many tracks may be kept of a video.</summary>
    /// <param name="looks">How many looks it has.</param>
    /// <param name="stillBytes">How many bytes its stills take.</param>
    public long MostTracks(int looks, long stillBytes) => Math.Min(FeatureFile.Most, EvidenceBound.MostTracks(BytesAnHour, looks, stillBytes));
}
