using VideoIndex.Looks;

namespace VideoIndex.Shots.Transitions.Stretches.Measures;

/// <summary>How well the frames between two pictures are explained as the first giving way to the second, evenly.</summary>
/// <param name="Residue">What is left unexplained of the frames between, in 1/65536 of what separates the two pictures, squared.</param>
/// <param name="Unevenness">How far the share of the second picture is from rising evenly, mean square in 1/65536.</param>
/// <param name="Step">The largest rise of that share within two frames, in 1/256 of what it would be if it rose evenly.</param>
/// <param name="Path">The way the frames go, as a sum of differences, to be held against the difference of the ends.</param>
internal readonly record struct Ramp(long Residue, long Unevenness, long Step, long Path)
{
    /// <summary>Measures the frames between two frames.</summary>
    public static Ramp Of(FrameSketches sketches, int from, int to)
    {
        var a = sketches.Luma(from);
        var b = sketches.Luma(to);
        var steps = to - from;
        var size = Math.Max(1, Size(a, b));
        double residue = 0, uneven = 0, largest = 0, before = 0, last = 0;
        long path = 0;
        for (var frame = from + 1; frame <= to; frame++)
        {
            var (share, off) = Explain(sketches.Luma(frame), a, b, size);
            var even = (double)(frame - from) / steps;
            (residue, uneven) = (residue + off, uneven + (share - even) * (share - even));
            largest = Math.Max(largest, Math.Abs(share - before)); // before: the share two frames ago
            (before, last) = (last, share);
            path += Pictures.Difference(sketches.Luma(frame), sketches.Luma(frame - 1));
        }

        return new Ramp(
            (long)(65536 * residue / ((double)size * steps)),
            (long)(65536 * uneven / steps),
            (long)(256 * largest * steps / Math.Min(2, steps)),
            path);
    }

    /// <summary>Returns what separates two pictures, squared.</summary>
    public static long Size(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var sum = 0;
        for (var at = 0; at < FrameSketches.Means; at++)
        {
            sum += (b[at] - a[at]) * (b[at] - a[at]);
        }

        return sum;
    }

    /// <summary>Returns the share of the second picture in one between, and what is left over, squared.</summary>
    public static (double Share, double Off) Explain(ReadOnlySpan<byte> picture, ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, long size)
    {
        var (along, whole) = (0, 0);
        for (var at = 0; at < FrameSketches.Means; at++)
        {
            var since = picture[at] - a[at];
            (along, whole) = (along + since * (b[at] - a[at]), whole + since * since);
        }

        return ((double)along / size, Math.Max(0, whole - (double)along * along / size));
    }
}
