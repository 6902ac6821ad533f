using VideoIndex.Logos.Geometry;

namespace VideoIndex.Logos.Recognition;

/// <summary>Finds the map that most matches agree on, some of them being wrong.</summary>
/// <remarks>
/// Random sample consensus (Fischler and Bolles 1981) with samples that are the same for the same matches, then least squares
/// over those that agree, until their number no longer grows.
/// </remarks>
internal static class AffineFit
{
    private const int Samples = 300;
    private const int Refinements = 4;
    private const double MostStretch = 3.5;

    /// <summary>Returns the affine map most matches agree on, or the similarity where no sane affine one holds three; null where nothing does.</summary>
    /// <param name="matches">The matches.</param>
    /// <param name="tolerance">How far off a match may lie, in pixels of the picture.</param>
    /// <param name="scale">The enlargement they claim: a map that is far from it is not theirs.</param>
    public static Affine? Of(IReadOnlyList<FeatureMatch> matches, double tolerance, double scale) =>
        (matches.Count >= 4 ? Best(matches, tolerance, scale, 3, Through) : null)
        ?? Best(matches, tolerance, scale, 2, SimilarityThrough);

    private static Affine? Best(
        IReadOnlyList<FeatureMatch> matches, double tolerance, double scale, int size, Func<IReadOnlyList<FeatureMatch>, Affine?> through)
    {
        var (best, most) = ((Affine?)null, 2);
        foreach (var sample in SamplesOf(matches, size))
        {
            if (through(sample) is not { } map || !IsSane(map, scale))
            {
                continue;
            }

            var agreeing = Agreeing(matches, map, tolerance);
            for (var round = 0; round < Refinements && agreeing.Count > most; round++)
            {
                (best, most) = (map, agreeing.Count);
                if (through(agreeing) is not { } better || !IsSane(better, scale))
                {
                    break;
                }

                map = better;
                agreeing = Agreeing(matches, map, tolerance);
            }
        }

        return best;
    }

    /// <summary>Returns whether a flat thing seen by a camera can look so: not mirrored, not a line, of about the size its parts claim.</summary>
    private static bool IsSane(in Affine map, double scale) =>
        map.Determinant > 0 && map.Stretch < MostStretch && map.Scale / scale is > 0.45 and < 2.2;

    private static List<FeatureMatch> Agreeing(IReadOnlyList<FeatureMatch> matches, Affine map, double tolerance) =>
        [.. matches.Where(match => map.At(new Point(match.Known.X, match.Known.Y)).To(new Point(match.Seen.X, match.Seen.Y)) < tolerance)];

    // All samples where they are few, else a fixed choice of them.
    private static IEnumerable<IReadOnlyList<FeatureMatch>> SamplesOf(IReadOnlyList<FeatureMatch> matches, int size)
    {
        var count = matches.Count;
        if (count < size)
        {
            yield break;
        }

        var all = size == 2 ? count * (count - 1) / 2 : (long)count * (count - 1) * (count - 2) / 6;
        if (all <= Samples)
        {
            foreach (var places in Combinations(count, size))
            {
                yield return [.. places.Select(place => matches[place])];
            }

            yield break;
        }

        var state = 0x9E3779B9u;
        for (var sample = 0; sample < Samples; sample++)
        {
            var places = new HashSet<int>();
            while (places.Count < size)
            {
                state = unchecked((state * 1664525) + 1013904223);
                places.Add((int)((state >> 8) % (uint)count));
            }

            yield return [.. places.Select(place => matches[place])];
        }
    }

    private static IEnumerable<int[]> Combinations(int count, int size)
    {
        for (var a = 0; a < count; a++)
        {
            for (var b = a + 1; b < count; b++)
            {
                if (size == 2)
                {
                    yield return [a, b];
                }

                for (var c = b + 1; size == 3 && c < count; c++)
                {
                    yield return [a, b, c];
                }
            }
        }
    }

    // Least squares: the normal equations of x, y, 1, solved by Cramer's rule about the mean.
    private static Affine? Through(IReadOnlyList<FeatureMatch> matches)
    {
        var (mx, my, mu, mv) = Means(matches);
        double xx = 0, xy = 0, yy = 0, xu = 0, yu = 0, xv = 0, yv = 0;
        foreach (var match in matches)
        {
            var (x, y, u, v) = (match.Known.X - mx, match.Known.Y - my, match.Seen.X - mu, match.Seen.Y - mv);
            xx += x * x;
            xy += x * y;
            yy += y * y;
            xu += x * u;
            yu += y * u;
            xv += x * v;
            yv += y * v;
        }

        var determinant = (xx * yy) - (xy * xy);
        if (determinant <= 1e-6 * (xx + yy) * (xx + yy))
        {
            return null; // all on one line
        }

        var (a, b) = (((xu * yy) - (yu * xy)) / determinant, ((yu * xx) - (xu * xy)) / determinant);
        var (c, d) = (((xv * yy) - (yv * xy)) / determinant, ((yv * xx) - (xv * xy)) / determinant);
        return new Affine(a, b, mu - (a * mx) - (b * my), c, d, mv - (c * mx) - (d * my));
    }

    private static Affine? SimilarityThrough(IReadOnlyList<FeatureMatch> matches)
    {
        var (mx, my, mu, mv) = Means(matches);
        double along = 0, across = 0, spread = 0;
        foreach (var match in matches)
        {
            var (x, y, u, v) = (match.Known.X - mx, match.Known.Y - my, match.Seen.X - mu, match.Seen.Y - mv);
            along += (x * u) + (y * v);
            across += (x * v) - (y * u);
            spread += (x * x) + (y * y);
        }

        if (spread < 1e-6)
        {
            return null;
        }

        var (c, s) = (along / spread, across / spread);
        return new Affine(c, -s, mu - (c * mx) + (s * my), s, c, mv - (s * mx) - (c * my));
    }

    private static (double X, double Y, double U, double V) Means(IReadOnlyList<FeatureMatch> matches)
    {
        double x = 0, y = 0, u = 0, v = 0;
        foreach (var match in matches)
        {
            x += match.Known.X;
            y += match.Known.Y;
            u += match.Seen.X;
            v += match.Seen.Y;
        }

        return (x / matches.Count, y / matches.Count, u / matches.Count, v / matches.Count);
    }
}
