using VideoIndex.Logos.Geometry;

namespace VideoIndex.Logos.Recognition;

/// <summary>Finds the map that most matches agree on, some of them being wrong.</summary>
/// <remarks>
/// Random sample consensus (Fischler and Bolles 1981) with samples that are the same for the same matches, then least squares
/// over those that agree, until their number no longer grows.
/// </remarks>
internal static class AffineFit
{
    private const int Refinements = 4;
    private const double MostStretch = 3.5;

    /// <summary>Returns the affine map most matches agree on, or the similarity where no sane affine one holds three; null where nothing does.</summary>
    /// <param name="matches">The matches.</param>
    /// <param name="tolerance">How far off a match may lie, in pixels of the picture.</param>
    /// <param name="scale">The enlargement they claim: a map that is far from it is not theirs.</param>
    public static Affine? Of(IReadOnlyList<FeatureMatch> matches, double tolerance, double scale)
    {
        Pair[] pairs = [.. matches.Select(match => new Pair(new Point(match.Known.X, match.Known.Y), new Point(match.Seen.X, match.Seen.Y)))];
        return (pairs.Length >= 4 ? Best(pairs, tolerance, scale, 3) : null) ?? Best(pairs, tolerance, scale, 2);
    }

    private static Affine? Best(Pair[] pairs, double tolerance, double scale, int size)
    {
        var (best, most, agreeing) = ((Affine?)null, 2, new Pair[pairs.Length]);
        var samples = new SampleOrder(pairs.Length, size);
        Span<Pair> sample = stackalloc Pair[3];
        while (samples.MoveNext())
        {
            for (var at = 0; at < size; at++)
            {
                sample[at] = pairs[samples[at]];
            }

            if (Through(sample[..size], size) is not { } map || !IsSane(map, scale))
            {
                continue;
            }

            var count = Agreeing(pairs, map, tolerance, agreeing);
            for (var round = 0; round < Refinements && count > most; round++)
            {
                (best, most) = (map, count);
                if (Through(agreeing.AsSpan(0, count), size) is not { } better || !IsSane(better, scale))
                {
                    break;
                }

                map = better;
                count = Agreeing(pairs, map, tolerance, agreeing);
            }
        }

        return best;
    }

    /// <summary>Returns whether a flat thing seen by a camera can look so: not mirrored, not a line, of about the size its parts claim.</summary>
    private static bool IsSane(in Affine map, double scale) =>
        map.Determinant > 0 && map.Stretch < MostStretch && map.Scale / scale is > 0.45 and < 2.2;

    private static int Agreeing(Pair[] pairs, in Affine map, double tolerance, Pair[] agreeing)
    {
        var count = 0;
        foreach (ref readonly var pair in pairs.AsSpan())
        {
            if (map.At(pair.From).To(pair.To) < tolerance)
            {
                agreeing[count++] = pair;
            }
        }

        return count;
    }

    private static Affine? Through(ReadOnlySpan<Pair> pairs, int size) => size == 3 ? AffineThrough(pairs) : SimilarityThrough(pairs);

    // Least squares: the normal equations of x, y, 1, solved by Cramer's rule about the mean.
    private static Affine? AffineThrough(ReadOnlySpan<Pair> pairs)
    {
        var (mx, my, mu, mv) = Means(pairs);
        double xx = 0, xy = 0, yy = 0, xu = 0, yu = 0, xv = 0, yv = 0;
        foreach (ref readonly var pair in pairs)
        {
            var (x, y, u, v) = (pair.From.X - mx, pair.From.Y - my, pair.To.X - mu, pair.To.Y - mv);
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

    private static Affine? SimilarityThrough(ReadOnlySpan<Pair> pairs)
    {
        var (mx, my, mu, mv) = Means(pairs);
        double along = 0, across = 0, spread = 0;
        foreach (ref readonly var pair in pairs)
        {
            var (x, y, u, v) = (pair.From.X - mx, pair.From.Y - my, pair.To.X - mu, pair.To.Y - mv);
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

    private static (double X, double Y, double U, double V) Means(ReadOnlySpan<Pair> pairs)
    {
        double x = 0, y = 0, u = 0, v = 0;
        foreach (ref readonly var pair in pairs)
        {
            x += pair.From.X;
            y += pair.From.Y;
            u += pair.To.X;
            v += pair.To.Y;
        }

        return (x / pairs.Length, y / pairs.Length, u / pairs.Length, v / pairs.Length);
    }

    private readonly record struct Pair(Point From, Point To);
}
