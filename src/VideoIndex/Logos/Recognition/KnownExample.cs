using VideoIndex.Features;
using VideoIndex.Logos.Pixels;

namespace VideoIndex.Logos.Recognition;

/// <summary>A logo's example as it is looked for: its keypoints at several sizes, on light and dark ground, and with both exchanged.</summary>
/// <param name="Size">The example's size in its own pixels.</param>
/// <param name="Features">Its keypoints, in its own pixels.</param>
public sealed record KnownExample(LogoSize Size, IReadOnlyList<KnownFeature> Features)
{
    /// <summary>Gets the example drawn small, to be compared pixel by pixel, the smallest first; nothing unless it is given.</summary>
    public IReadOnlyList<MarkPattern> Patterns { get; init; } = [];

    /// <summary>Gets how many different places it has: the more, the surer it is found.</summary>
    public int Places { get; } = Features.Select(feature => feature.Place).Distinct().Count();

    /// <summary>Gets what may be expected of it: A, most marks of this kind are found, B, many, or C, few.</summary>
    public char Grade => Places >= 60 ? 'A' : Places >= 30 ? 'B' : 'C';
}

/// <summary>A keypoint of an example.</summary>
/// <param name="Keypoint">The keypoint, in the example's own pixels.</param>
/// <param name="Code">Its code.</param>
/// <param name="Place">Which place of the example it is: what lies close together is one.</param>
/// <param name="Inverted">Whether dark and light are exchanged.</param>
public readonly record struct KnownFeature(Keypoint Keypoint, FeatureCode Code, int Place, bool Inverted);
