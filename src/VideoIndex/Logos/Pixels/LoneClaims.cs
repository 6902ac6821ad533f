using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Recognition;

namespace VideoIndex.Logos.Pixels;

/// <summary>A pose that a single match claims, or a few that do not make a pose of their own.</summary>
/// <param name="Map">From the example's pixels to the look's.</param>
/// <param name="Places">How many places of the example agree with it.</param>
/// <param name="Support">How much the matches that agree count together: doubtful ones less.</param>
/// <param name="Inverted">Whether dark and light are exchanged.</param>
internal readonly record struct LoneClaim(Affine Map, int Places, double Support, bool Inverted);

/// <summary>Chooses the poses that are worth a look at the pixels, though too few keypoints agree on them.</summary>
/// <remarks>A keypoint has a place, a size and a direction, so one match is enough for a pose (Lowe 2004; Romberg and Lienhart 2013).</remarks>
/// <param name="size">The example's size.</param>
/// <param name="width">The look's width in pixels.</param>
/// <param name="height">The look's height.</param>
internal sealed class LoneClaims(LogoSize size, int width, int height)
{
    private const double SmallestDiagonal = 14, LargestTurn = 1.1, SameTurn = 0.45;
    private const double SamePlace = 0.2, SameOctaves = 0.35, Reach = 0.25, SharedWithFound = 0.3;

    /// <summary>Returns the claims most others agree with, the strongest first.</summary>
    /// <param name="matches">The matches of one polarity.</param>
    /// <param name="found">The poses that keypoints alone have found.</param>
    /// <param name="most">How many are wanted.</param>
    public List<LoneClaim> Of(FeatureMatch[] matches, IReadOnlyList<FoundPose> found, int most)
    {
        var claims = Array.ConvertAll(matches, match => ClaimedPose.Of(match, size));
        var support = Supports(matches, claims);
        var (taken, chosen) = (new List<ClaimedPose>(), new List<LoneClaim>());
        foreach (var at in Enumerable.Range(0, claims.Length).OrderByDescending(at => support[at]).Where(at => IsSane(claims[at])))
        {
            if (chosen.Count == most)
            {
                break;
            }

            if (taken.Exists(other => IsSame(other, claims[at])))
            {
                continue;
            }

            taken.Add(claims[at]);
            var map = MapOf(matches[at], claims[at]);
            var corners = Quad.Of(map, size.Width, size.Height);
            if (!found.Any(pose => pose.Corners.Overlap(corners) > SharedWithFound))
            {
                chosen.Add(new LoneClaim(map, Places(matches, claims, at), support[at], matches[at].Inverted));
            }
        }

        return chosen;
    }

    private double ReachOf(in ClaimedPose claim) => Reach * claim.Scale * size.Diagonal;

    private double[] Supports(FeatureMatch[] matches, ClaimedPose[] claims)
    {
        var support = new double[claims.Length];
        for (var at = 0; at < claims.Length; at++)
        {
            for (var other = 0; other < claims.Length; other++)
            {
                support[at] += claims[at].Agrees(claims[other], ReachOf(claims[at])) ? 1.3 - matches[other].Doubt : 0;
            }
        }

        return support;
    }

    private int Places(FeatureMatch[] matches, ClaimedPose[] claims, int at) =>
        Enumerable.Range(0, claims.Length).Where(other => claims[at].Agrees(claims[other], ReachOf(claims[at]))).Select(other => matches[other].Place).Distinct().Count();

    // In the picture by its middle, no larger than it, about upright: marks are hung so.
    private bool IsSane(in ClaimedPose claim) =>
        claim.Middle.X >= 0 && claim.Middle.Y >= 0 && claim.Middle.X <= width && claim.Middle.Y <= height
        && claim.Scale * size.Diagonal >= SmallestDiagonal && claim.Scale * size.Diagonal <= Math.Max(width, height)
        && Math.Abs(Angles.Between(claim.Turn, 0)) <= LargestTurn;

    private bool IsSame(in ClaimedPose one, in ClaimedPose other) =>
        one.Middle.To(other.Middle) < SamePlace * other.Scale * size.Diagonal
        && Math.Abs(one.Octaves - other.Octaves) < SameOctaves && Math.Abs(Angles.Between(one.Turn, other.Turn)) < SameTurn;

    private static Affine MapOf(in FeatureMatch match, in ClaimedPose claim) =>
        Affine.Similarity(claim.Scale, claim.Turn, new Point(match.Known.X, match.Known.Y), new Point(match.Seen.X, match.Seen.Y));
}
