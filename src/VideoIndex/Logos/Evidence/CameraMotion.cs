using VideoIndex.Logos.Geometry;

namespace VideoIndex.Logos.Evidence;

/// <summary>Tells how the camera moved from one look to the next.</summary>
internal static class CameraMotion
{
    // Where less than this share of the picture changed, the camera stood.
    private const double StandingShare = 0.4;
    private const int MostCompared = 1200;
    private const int CodeTolerance = 28;
    private const int FewestAgreeing = 12;
    private const double Tolerance = 4;
    private const int Samples = 200;

    /// <summary>Returns the similarity from one look's pixels to the next one's; null where they do not show the same scene.</summary>
    /// <param name="before">The keypoints at the look before.</param>
    /// <param name="after">Those at the next.</param>
    /// <param name="changed">The share of the picture that changed.</param>
    public static Affine? Between(IReadOnlyList<SeenFeature> before, IReadOnlyList<SeenFeature> after, double changed)
    {
        if (changed < StandingShare)
        {
            return new Affine(1, 0, 0, 0, 1, 0);
        }

        var pairs = Pairs(Largest(before), Largest(after));
        var (best, most) = ((Affine?)null, FewestAgreeing - 1);
        var state = 0x9E3779B9u;
        for (var sample = 0; sample < Samples && pairs.Count >= 2; sample++)
        {
            var (one, other) = (pairs[Next(ref state, pairs.Count)], pairs[Next(ref state, pairs.Count)]);
            if (Through(one, other) is { } map && map.Scale is > 0.6 and < 1.7)
            {
                var agreeing = pairs.Count(pair => map.At(pair.From).To(pair.To) < Tolerance);
                (best, most) = agreeing > most ? (map, agreeing) : (best, most);
            }
        }

        return best is { } found ? Refined(found, pairs) : null;
    }

    // Large keypoints are few and steady.
    private static SeenFeature[] Largest(IReadOnlyList<SeenFeature> features) =>
        [.. features.OrderByDescending(feature => feature.Scale).ThenBy(feature => feature.Y).ThenBy(feature => feature.X).Take(MostCompared)];

    private static List<(Point From, Point To)> Pairs(SeenFeature[] before, SeenFeature[] after)
    {
        var back = Array.ConvertAll(after, feature => Nearest(feature, before).At);
        var pairs = new List<(Point, Point)>();
        for (var at = 0; at < before.Length; at++)
        {
            var (nearest, distance) = Nearest(before[at], after);
            if (nearest >= 0 && distance <= CodeTolerance && back[nearest] == at)
            {
                pairs.Add((PlaceOf(before[at]), PlaceOf(after[nearest])));
            }
        }

        return pairs;
    }

    private static (int At, int Distance) Nearest(in SeenFeature feature, SeenFeature[] among)
    {
        var (best, distance) = (-1, int.MaxValue);
        for (var at = 0; at < among.Length; at++)
        {
            var apart = feature.Code.Distance(among[at].Code);
            (best, distance) = apart < distance ? (at, apart) : (best, distance);
        }

        return (best, distance);
    }

    private static Point PlaceOf(in SeenFeature feature) => new(feature.X / 16.0, feature.Y / 16.0);

    private static Affine? Through((Point From, Point To) one, (Point From, Point To) other)
    {
        var (x, y) = (other.From.X - one.From.X, other.From.Y - one.From.Y);
        var (u, v) = (other.To.X - one.To.X, other.To.Y - one.To.Y);
        var size = (x * x) + (y * y);
        if (size < 400)
        {
            return null; // too close together to tell a turn
        }

        var (c, s) = (((x * u) + (y * v)) / size, ((x * v) - (y * u)) / size);
        return new Affine(c, -s, one.To.X - (c * one.From.X) + (s * one.From.Y), s, c, one.To.Y - (s * one.From.X) - (c * one.From.Y));
    }

    // Least squares over all that agree.
    private static Affine Refined(Affine map, List<(Point From, Point To)> pairs)
    {
        var agreeing = pairs.Where(pair => map.At(pair.From).To(pair.To) < Tolerance).ToList();
        var (mx, my) = (agreeing.Average(pair => pair.From.X), agreeing.Average(pair => pair.From.Y));
        var (mu, mv) = (agreeing.Average(pair => pair.To.X), agreeing.Average(pair => pair.To.Y));
        double along = 0, across = 0, spread = 0;
        foreach (var (from, to) in agreeing)
        {
            var (x, y, u, v) = (from.X - mx, from.Y - my, to.X - mu, to.Y - mv);
            along += (x * u) + (y * v);
            across += (x * v) - (y * u);
            spread += (x * x) + (y * y);
        }

        var (c, s) = (along / Math.Max(spread, 1e-9), across / Math.Max(spread, 1e-9));
        return new Affine(c, -s, mu - (c * mx) + (s * my), s, c, mv - (s * mx) - (c * my));
    }

    private static int Next(ref uint state, int below)
    {
        state = unchecked((state * 1664525) + 1013904223);
        return (int)((state >> 8) % (uint)below);
    }
}
