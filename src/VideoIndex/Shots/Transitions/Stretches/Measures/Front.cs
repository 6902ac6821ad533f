using VideoIndex.Looks;

namespace VideoIndex.Shots.Transitions.Stretches.Measures;

/// <summary>How well the frames between two pictures are explained as a front that passes over the picture, old before it and new behind.</summary>
/// <param name="Cost">What is left unexplained, in 1/65536 of what separates the two pictures.</param>
/// <param name="Disorder">How little of when each part changes follows from where it lies, in 1/65536.</param>
/// <param name="Spread">How far apart in time the parts change, as a standard deviation in 1/65536 of the length.</param>
/// <param name="Jump">The largest share of the picture that changes within two frames, in 1/256 of what it would be for an even front.</param>
internal readonly record struct Front(long Cost, long Disorder, long Spread, long Jump)
{
    /// <summary>Measures the frames between two frames.</summary>
    public static Front Of(FrameSketches sketches, int from, int to)
    {
        var a = sketches.Luma(from);
        var b = sketches.Luma(to);
        var steps = to - from;
        Span<int> turns = stackalloc int[FrameSketches.Means];
        Span<int> weights = stackalloc int[FrameSketches.Means];
        var cost = Turn(sketches, from, to, turns);
        long all = 0;
        for (var at = 0; at < FrameSketches.Means; at++)
        {
            weights[at] = Math.Abs(b[at] - a[at]);
            all += weights[at];
        }

        all = Math.Max(1, all);
        var (disorder, spread) = Order(turns, weights, steps);
        return new Front(cost * 65536 / (all * steps), disorder, spread, Largest(turns, weights, from, steps) * 256 * steps / (2 * all));
    }

    // When each mean goes over from the old picture to the new so that the least is left over, and how much is.
    private static long Turn(FrameSketches sketches, int from, int to, Span<int> turns)
    {
        var old = sketches.Luma(from);
        var young = sketches.Luma(to);
        Span<int> sums = stackalloc int[FrameSketches.Means];
        Span<int> least = stackalloc int[FrameSketches.Means];
        for (var frame = from + 1; frame < to; frame++)
        {
            var here = sketches.Luma(frame);
            for (var at = 0; at < sums.Length; at++)
            {
                sums[at] += Math.Abs(here[at] - young[at]);
            }
        }

        sums.CopyTo(least);
        turns.Fill(from + 1);
        for (var frame = from + 1; frame < to; frame++)
        {
            var here = sketches.Luma(frame);
            for (var at = 0; at < sums.Length; at++)
            {
                sums[at] += Math.Abs(here[at] - old[at]) - Math.Abs(here[at] - young[at]);
                if (sums[at] < least[at])
                {
                    (turns[at], least[at]) = (frame + 1, sums[at]);
                }
            }
        }

        long left = 0;
        foreach (var one in least)
        {
            left += one;
        }

        return left;
    }

    private static long Largest(ReadOnlySpan<int> turns, ReadOnlySpan<int> weights, int from, int steps)
    {
        Span<long> changed = stackalloc long[steps + 2];
        for (var at = 0; at < turns.Length; at++)
        {
            changed[turns[at] - from] += weights[at];
        }

        long largest = 0;
        for (var frame = 1; frame < changed.Length; frame++)
        {
            largest = Math.Max(largest, changed[frame] + changed[frame - 1]);
        }

        return largest;
    }

    // The best of four shapes of a front: an edge in any direction, a circle, two doors, two shutters.
    private static (long Disorder, long Spread) Order(ReadOnlySpan<int> turns, ReadOnlySpan<int> weights, int steps)
    {
        var (all, mean) = (1e-9, 0.0);
        for (var at = 0; at < turns.Length; at++)
        {
            (all, mean) = (all + weights[at], mean + (double)weights[at] * turns[at]);
        }

        mean /= all;
        var whole = 1e-9;
        for (var at = 0; at < turns.Length; at++)
        {
            whole += weights[at] * (turns[at] - mean) * (turns[at] - mean);
        }

        var explained = 0.0;
        for (var shape = 0; shape < 4; shape++)
        {
            explained = Math.Max(explained, Explained(turns, weights, mean, shape));
        }

        return ((long)(65536 * Math.Max(0, 1 - explained / whole)), (long)(65536 * Math.Sqrt(whole / all) / steps));
    }

    private static double Explained(ReadOnlySpan<int> turns, ReadOnlySpan<int> weights, double mean, int shape)
    {
        double all = 1e-9, meanU = 0, meanV = 0;
        for (var at = 0; at < turns.Length; at++)
        {
            var (u, v) = Place(at, shape);
            (all, meanU, meanV) = (all + weights[at], meanU + weights[at] * u, meanV + weights[at] * v);
        }

        (meanU, meanV) = (meanU / all, meanV / all);
        double uu = 1e-9, uv = 0, vv = 1e-9, ut = 0, vt = 0;
        for (var at = 0; at < turns.Length; at++)
        {
            var (u, v) = Place(at, shape);
            (u, v) = (u - meanU, v - meanV);
            var (weight, turn) = (weights[at], turns[at] - mean);
            (uu, uv, vv) = (uu + weight * u * u, uv + weight * u * v, vv + weight * v * v);
            (ut, vt) = (ut + weight * u * turn, vt + weight * v * turn);
        }

        var area = uu * vv - uv * uv;
        return area <= 1e-6 * uu * vv ? ut * ut / uu : (ut * (ut * vv - vt * uv) + vt * (vt * uu - ut * uv)) / area;
    }

    private static (double U, double V) Place(int at, int shape)
    {
        var (x, y) = (at % FrameSketches.Width - (FrameSketches.Width - 1) / 2.0, at / FrameSketches.Width - (FrameSketches.Height - 1) / 2.0);
        return shape switch
        {
            0 => (x, y),
            1 => (Math.Sqrt(x * x + y * y), 0),
            2 => (Math.Abs(x), 0),
            _ => (Math.Abs(y), 0),
        };
    }
}
