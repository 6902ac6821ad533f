using VideoIndex.Logos.Evidence;
using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Recognition;

namespace VideoIndex.Logos.Pixels;

/// <summary>Weighs the poses of an example by what the pixels of a still say.</summary>
/// <param name="example">The example.</param>
public sealed class PoseChecker(KnownExample example)
{
    // A keypoints' score from which the pixels can still make it a sighting that counts.
    private const double LeastKeypoints = 0;

    private readonly PixelCheck _check = new(example.Size, example.Patterns);

    /// <summary>Gets whether the example can be compared at all.</summary>
    public bool CanCheck => example.Patterns.Count > 0;

    /// <summary>Returns the poses keypoints have found as the pixels and the keypoints speak for them together, the surest first.</summary>
    /// <param name="found">The poses keypoints alone have found. The least sure are left as they are: no likeness could make them sure.</param>
    /// <param name="seen">Brings what the look shows; asked only where there is something to compare. Null where nothing was kept.</param>
    public IReadOnlyList<FoundPose> Check(IReadOnlyList<FoundPose> found, Func<Still?> seen)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(seen);
        if (!found.Any(IsWorthIt) || seen() is not { } shown)
        {
            return found;
        }

        var still = StillLevels.Of(shown);
        return PoseFinder.Distinct([.. found.Select(pose => IsWorthIt(pose) ? Weighed(pose, still) : pose)]);
    }

    /// <summary>Returns where the example's corners lie in a pose.</summary>
    internal Quad CornersOf(in Affine map) => Quad.Of(map, example.Size.Width, example.Size.Height);

    /// <summary>Returns what the pixels of another look say of a pose that keypoints have found; never surer than it was.</summary>
    /// <param name="pose">The pose, as it was found.</param>
    /// <param name="map">Where it should be in the other look.</param>
    /// <param name="shown">The still of that look.</param>
    internal FoundPose Follow(FoundPose pose, in Affine map, Still shown)
    {
        var seen = _check.Of(StillLevels.Of(shown), map);
        return pose with
        {
            Map = seen.Map,
            Corners = CornersOf(seen.Map),
            Score = Math.Min(pose.Score, Math.Round(PixelScore.OfFollowed(seen.Likeness), 2)),
            Pixels = Math.Round(seen.Likeness, 3),
        };
    }

    private static bool IsWorthIt(FoundPose pose) => pose.Score >= LeastKeypoints;

    // Where pixels agree well they know better than keypoints where it lies.
    private FoundPose Weighed(FoundPose pose, StillLevels still)
    {
        var seen = _check.Of(still, pose.Map);
        var map = seen.Likeness >= PixelScore.Refines ? seen.Map : pose.Map;
        return pose with
        {
            Map = map,
            Corners = CornersOf(map),
            Score = Math.Round(PixelScore.Of(pose.Score, seen.Likeness), 2),
            Pixels = Math.Round(seen.Likeness, 3),
        };
    }
}
