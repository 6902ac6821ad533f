using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Recognition;

namespace VideoIndex.Logos.Pixels;

/// <summary>Weighs the poses of an example by what the pixels of a still say, and finds those that too few keypoints agree on.</summary>
/// <param name="example">The example.</param>
/// <param name="width">The look's width in pixels.</param>
/// <param name="height">The look's height.</param>
public sealed class PoseChecker(KnownExample example, int width, int height)
{
    // Of each polarity: so many claims are looked at once, and so many of those that look best are followed up.
    private const int MostClaims = 16, MostFollowed = 3;
    private const int MostMatches = 400;

    private readonly PixelCheck _check = new(example.Size, example.Patterns);
    private readonly LoneClaims _claims = new(example.Size, width, height);

    /// <summary>Gets whether the example can be compared at all.</summary>
    public bool CanCheck => example.Patterns.Count > 0;

    /// <summary>Returns the poses the pixels and the keypoints speak for together, the surest first.</summary>
    /// <param name="found">The poses keypoints alone have found.</param>
    /// <param name="matches">All matches of the look.</param>
    /// <param name="still">What the look shows.</param>
    public IReadOnlyList<FoundPose> Check(IReadOnlyList<FoundPose> found, IReadOnlyList<FeatureMatch> matches, StillLevels still)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(matches);
        ArgumentNullException.ThrowIfNull(still);
        var poses = found.Select(pose => Weighed(pose, still)).ToList();
        foreach (var inverted in (bool[])[false, true])
        {
            FeatureMatch[] alike = [.. matches.Where(match => match.Inverted == inverted).OrderBy(match => match.Doubt).Take(MostMatches)];
            var promising = _claims.Of(alike, found, MostClaims)
                .Select(claim => (Claim: claim, First: _check.First(still, claim.Map)))
                .Where(one => one.First >= PixelCheck.Promising)
                .OrderByDescending(one => one.First)
                .Take(MostFollowed);
            poses.AddRange(promising.Select(one => Weighed(one.Claim, still)).OfType<FoundPose>());
        }

        return PoseFinder.Distinct(poses);
    }

    private FoundPose Weighed(FoundPose pose, StillLevels still)
    {
        var seen = _check.Of(still, pose.Map, PixelCheck.Fitted);
        return With(pose, seen, PixelScore.Of(pose.Score, seen.Likeness));
    }

    private FoundPose? Weighed(in LoneClaim claim, StillLevels still)
    {
        var seen = _check.Of(still, claim.Map, PixelCheck.Claimed);
        return seen.Likeness < PixelScore.LeastAlone
            ? null
            : With(new FoundPose(claim.Map, default, claim.Places, 0, 0, claim.Inverted), seen, PixelScore.OfLone(claim.Support, seen.Likeness));
    }

    // Where pixels agree well they know better than keypoints where it lies.
    private FoundPose With(FoundPose pose, in PixelEvidence seen, double score)
    {
        var map = seen.Likeness >= PixelScore.Refines ? seen.Map : pose.Map;
        return pose with
        {
            Map = map,
            Corners = Quad.Of(map, example.Size.Width, example.Size.Height),
            Score = Math.Round(score, 2),
            Pixels = Math.Round(seen.Likeness, 3),
        };
    }
}
