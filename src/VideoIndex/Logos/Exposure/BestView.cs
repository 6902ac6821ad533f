using VideoIndex.Logos.Appearances;
using VideoIndex.Logos.Geometry;
using VideoIndex.Timing;

namespace VideoIndex.Logos.Exposure;

/// <summary>When and where a mark is seen best.</summary>
/// <param name="Time">When the look is shown, on the video's own timeline.</param>
/// <param name="Place">Where the mark lies in it, in its pixels.</param>
public readonly record struct BestView(MediaTime Time, Quad Place)
{
    /// <summary>Returns the best view of an appearance: the sighting with the highest score times its share in the picture.</summary>
    /// <param name="appearance">The appearance.</param>
    /// <param name="size">The size of the looks in pixels.</param>
    public static BestView Of(LogoAppearance appearance, (int Width, int Height) size)
    {
        ArgumentNullException.ThrowIfNull(appearance);
        var best = appearance.Sightings.MaxBy(seen =>
            seen.Sighting.Score * seen.Sighting.Corners.AreaWithin(size.Width, size.Height) / Math.Max(1e-9, seen.Sighting.Corners.Area));
        return new BestView(best.Time, best.Sighting.Corners);
    }
}
