using VideoIndex.Features;
using VideoIndex.Looks;

namespace VideoIndex.Logos.Evidence;

/// <summary>The keypoints a look adds to those of the look before.</summary>
/// <param name="Changed">Where the picture is not the same as at the look before: there, these keypoints are all there are. Elsewhere, those of the look before still are.</param>
/// <param name="Features">The keypoints in the changed parts.</param>
public sealed record LookFeatures(PictureArea Changed, IReadOnlyList<SeenFeature> Features)
{
    /// <summary>Gets what is kept of how the changed parts look, as <see cref="Stills.IStillDecoder"/> brings it back; nothing where nothing is.</summary>
    public ReadOnlyMemory<byte> Still { get; init; }
}

/// <summary>Watches the looks at one decode and says which keypoints each adds.</summary>
/// <remarks>What it says of a look depends on that look and on the one before alone, and of the first one it sees on that one alone.</remarks>
public interface IFeatureWatcher
{
    /// <summary>Looks at the next picture; remembers it until the one after.</summary>
    /// <param name="timestamp">When it is shown, in units of the track's time base.</param>
    /// <param name="picture">The picture.</param>
    LookFeatures Look(long timestamp, in LookPicture picture);
}
