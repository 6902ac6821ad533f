using VideoIndex.Logos.Geometry;

namespace VideoIndex.Logos.Recognition;

/// <summary>Where a logo may be seen in one picture.</summary>
/// <param name="Map">From the example's own pixels to the picture's.</param>
/// <param name="Corners">Where the example's corners lie in the picture.</param>
/// <param name="Matches">How many places of the example were found there.</param>
/// <param name="Covered">How much of the example those places span, 0 to 1.</param>
/// <param name="Score">How sure it is: the higher, the less chance alone would do it. Raw; nothing is left out for it.</param>
/// <param name="Inverted">Whether dark and light are exchanged.</param>
public sealed record FoundPose(Affine Map, Quad Corners, int Matches, double Covered, double Score, bool Inverted)
{
    /// <summary>Gets how near the example's pixels come to what is seen there, 0 to 1; null where there was nothing to compare with.</summary>
    public double? Pixels { get; init; }
}

/// <summary>Finds the poses of one example in one picture from matches, most of which may be wrong.</summary>
/// <remarks>
/// Every match alone claims a pose (Lowe 2004); claims that agree are gathered, an affine map is fitted to them, and all matches that
/// obey it, each place of the example and each spot of the picture once, are weighed against chance (<see cref="FalseAlarms"/>).
/// </remarks>
/// <param name="size">The example's size.</param>
/// <param name="width">The picture's width in pixels.</param>
/// <param name="height">The picture's height in pixels.</param>
public sealed class PoseFinder(LogoSize size, int width, int height)
{
    // More than a mark has places: what is beyond is the crowd.
    private const int MostMatches = 400;
    private const int MostInstances = 8;
    private const int Fewest = 3;
    private const double SmallestDiagonal = 10;

    /// <summary>Returns the poses, the surest first.</summary>
    public IReadOnlyList<FoundPose> In(IReadOnlyList<FeatureMatch> matches)
    {
        ArgumentNullException.ThrowIfNull(matches);
        var found = new List<FoundPose>();
        foreach (var inverted in (bool[])[false, true])
        {
            if (Surest(matches, inverted) is { Length: >= Fewest } surest)
            {
                found.AddRange(In(surest, inverted));
            }
        }

        return Distinct(found);
    }

    // Of one polarity, of equals the first.
    private static FeatureMatch[] Surest(IReadOnlyList<FeatureMatch> matches, bool inverted)
    {
        FeatureMatch[] chosen = [.. matches.Where(match => match.Inverted == inverted)];
        return chosen.Length >= Fewest ? [.. chosen.OrderBy(match => match.Doubt).Take(MostMatches)] : chosen;
    }

    private List<FoundPose> In(FeatureMatch[] matches, bool inverted)
    {
        var claims = Array.ConvertAll(matches, match => ClaimedPose.Of(match, size));
        var (crowd, found) = (new ClaimCrowd(size.Diagonal), new List<FoundPose>());
        crowd.Set(claims);
        for (var instance = 0; instance < MostInstances && crowd.Holds(Fewest); instance++)
        {
            var (seed, members) = crowd.Largest(matches);
            if (members.Length < Fewest)
            {
                break;
            }

            var scale = claims[seed].Scale;
            var map = AffineFit.Of(Array.ConvertAll(members, member => matches[member]), Tolerance(scale), scale);
            var alive = Enumerable.Range(0, matches.Length).Where(crowd.IsAlive).ToList();
            var obeying = map is { } fit ? [.. alive.Where(at => Obeys(matches[at], claims[at], fit))] : new List<int>();
            if (map is { } pose && Weigh(pose, [.. obeying.Select(at => matches[at])], matches.Length, inverted) is { } one)
            {
                found.Add(one);
                obeying.AddRange(alive.Where(at => one.Matches >= 6 && one.Corners.Holds(new Point(matches[at].Seen.X, matches[at].Seen.Y))));
            }

            foreach (var taken in members.Concat(obeying))
            {
                crowd.Remove(taken);
            }
        }

        return found;
    }

    private double Tolerance(double scale) => Math.Max(2, 0.05 * scale * size.Diagonal);

    private bool Obeys(in FeatureMatch match, in ClaimedPose claim, in Affine map) =>
        map.At(new Point(match.Known.X, match.Known.Y)).To(new Point(match.Seen.X, match.Seen.Y)) < Tolerance(map.Scale)
        && Math.Abs(claim.Octaves - Math.Log2(map.Scale)) < 1
        && Math.Abs(Angles.Between(Angles.Radians(match.Seen.Angle), map.Turned(Angles.Radians(match.Known.Angle)))) < 0.6;

    private FoundPose? Weigh(in Affine map, FeatureMatch[] obeying, int matches, bool inverted)
    {
        var kept = OneToOne(obeying, Math.Max(1.5, 0.02 * map.Scale * size.Diagonal));
        if (kept.Count < Fewest || map.Scale * size.Diagonal < SmallestDiagonal)
        {
            return null;
        }

        var covered = Math.Min(1, Polygon.HullArea(kept.Select(match => new Point(match.Known.X, match.Known.Y))) / (size.Width * size.Height));
        var tolerance = Tolerance(map.Scale);
        var chance = Math.Min(0.5, Math.PI * tolerance * tolerance / ((double)width * height) * (2.0 / 8) * (1.2 / (2 * Math.PI)) * 8);
        var expected = FalseAlarms.Expected(matches, kept.Count, kept.Count < 4 ? 2 : 3, chance);
        var score = -expected + (4 * Math.Min(covered, 0.4)) + (0.3 * kept.Sum(match => 1.15 - match.Doubt));
        return new FoundPose(map, Quad.Of(map, size.Width, size.Height), kept.Count, covered, Math.Round(score, 2), inverted);
    }

    private static List<FeatureMatch> OneToOne(FeatureMatch[] matches, double cell)
    {
        var (spots, places, kept) = (new HashSet<(long, long)>(), new HashSet<int>(), new List<FeatureMatch>());
        foreach (var match in matches.OrderBy(match => match.Doubt))
        {
            var spot = ((long)Math.Round(match.Seen.X / cell), (long)Math.Round(match.Seen.Y / cell));
            if (!spots.Contains(spot) && !places.Contains(match.Place))
            {
                spots.Add(spot);
                places.Add(match.Place);
                kept.Add(match);
            }
        }

        return kept;
    }

    // One thing seen twice, by either polarity or by what was left over, is one thing.
    internal static List<FoundPose> Distinct(List<FoundPose> found)
    {
        var kept = new List<FoundPose>();
        foreach (var pose in found.OrderByDescending(pose => pose.Score))
        {
            if (kept.TrueForAll(better => better.Corners.Overlap(pose.Corners) < 0.3))
            {
                kept.Add(pose);
            }
        }

        return kept;
    }
}
