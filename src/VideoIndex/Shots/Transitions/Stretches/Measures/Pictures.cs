using System.Numerics;
using System.Runtime.Intrinsics;
using VideoIndex.Looks;

namespace VideoIndex.Shots.Transitions.Stretches.Measures;

/// <summary>Compares sketches. Sums of whole numbers: the same on every machine.</summary>
internal static class Pictures
{
    /// <summary>Returns the logarithm to base 2, in 1/256, straight between powers of two.</summary>
    public static int Log(long value)
    {
        var power = BitOperations.Log2((ulong)Math.Max(1, value));
        return (power << 8) + (int)((Math.Max(1, value) << 8 >> power) - 256);
    }

    /// <summary>Returns by how much one number is larger than another, as a logarithm in 1/256, each with a ground below which it says nothing.</summary>
    public static int Ratio(long value, long to, long ground) => Log((value + ground) * 64) - Log((to + ground) * 64);

    /// <summary>Returns the sum of absolute differences.</summary>
    public static int Difference(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var sum = Vector128<ushort>.Zero;
        for (var at = 0; at < FrameSketches.Means; at += Vector128<byte>.Count)
        {
            var (left, right) = (Vector128.Create(a.Slice(at, 16)), Vector128.Create(b.Slice(at, 16)));
            var (low, high) = Vector128.Widen(Vector128.Max(left, right) - Vector128.Min(left, right));
            sum += low + high;
        }

        var (first, last) = Vector128.Widen(sum);
        return (int)Vector128.Sum(first + last);
    }

    /// <summary>Returns how far a picture is from the middle between two others, summed, times two.</summary>
    public static int OffMiddle(ReadOnlySpan<byte> picture, ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var sum = Vector128<short>.Zero;
        for (var at = 0; at < FrameSketches.Means; at += Vector128<byte>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.Create(picture.Slice(at, 16)));
            var (lowA, highA) = Vector128.Widen(Vector128.Create(a.Slice(at, 16)));
            var (lowB, highB) = Vector128.Widen(Vector128.Create(b.Slice(at, 16)));
            sum += Vector128.Abs((low + low - lowA - lowB).AsInt16()) + Vector128.Abs((high + high - highA - highB).AsInt16());
        }

        var (first, last) = Vector128.Widen(sum);
        return Vector128.Sum(first + last);
    }

    /// <summary>Returns how far each mean of a picture is from the nearer of two others, summed, and how much of what separates the two is nearer to the second.</summary>
    public static (int Off, int Arrived) OffEither(ReadOnlySpan<byte> picture, ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var (off, arrived) = (Vector128<ushort>.Zero, Vector128<ushort>.Zero);
        for (var at = 0; at < FrameSketches.Means; at += Vector128<byte>.Count)
        {
            var (here, old, young) = (Vector128.Create(picture.Slice(at, 16)), Vector128.Create(a.Slice(at, 16)), Vector128.Create(b.Slice(at, 16)));
            var (toOld, toYoung) = (Vector128.Max(here, old) - Vector128.Min(here, old), Vector128.Max(here, young) - Vector128.Min(here, young));
            var (low, high) = Vector128.Widen(Vector128.Min(toOld, toYoung));
            off += low + high;
            (low, high) = Vector128.Widen((Vector128.Max(old, young) - Vector128.Min(old, young)) & Vector128.LessThan(toYoung, toOld));
            arrived += low + high;
        }

        var ((offLow, offHigh), (arrivedLow, arrivedHigh)) = (Vector128.Widen(off), Vector128.Widen(arrived));
        return ((int)Vector128.Sum(offLow + offHigh), (int)Vector128.Sum(arrivedLow + arrivedHigh));
    }

    /// <summary>Returns the difference in that half of the picture where it is least, times two: what comes up in a part leaves a half alone.</summary>
    public static int LeastHalf(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        Span<int> halves = stackalloc int[4];
        for (var at = 0; at < FrameSketches.Means; at++)
        {
            var (row, column, change) = (at / FrameSketches.Width, at % FrameSketches.Width, Math.Abs(a[at] - b[at]));
            halves[column < FrameSketches.Width / 2 ? 0 : 1] += change;
            halves[2] += row < FrameSketches.Height / 2 ? change : 0;
            halves[3] += row > FrameSketches.Height / 2 ? change : 0;
        }

        return 2 * Math.Min(Math.Min(halves[0], halves[1]), Math.Min(halves[2], halves[3]));
    }

    /// <summary>Returns how little two pictures have in common, whatever their light: 0 for nothing but light, 65536 for no likeness, more for opposites.</summary>
    public static int Unlikeness(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        long sumA = 0, sumB = 0, squareA = 0, squareB = 0, product = 0;
        for (var at = 0; at < FrameSketches.Means; at++)
        {
            (sumA, sumB, product) = (sumA + a[at], sumB + b[at], product + a[at] * b[at]);
            (squareA, squareB) = (squareA + a[at] * a[at], squareB + b[at] * b[at]);
        }

        var spreadA = FrameSketches.Means * squareA - sumA * sumA + 144 * 144 * 4; // two gray levels: a flat picture is like none
        var spreadB = FrameSketches.Means * squareB - sumB * sumB + 144 * 144 * 4;
        var common = FrameSketches.Means * product - sumA * sumB;
        return (int)(65536 * (1 - common / Math.Sqrt((double)spreadA * spreadB)));
    }

    /// <summary>Returns how little two pictures have in common in the parts in which any of the pictures of a stretch differ, as <see cref="Unlikeness"/>: black bars, or a caption that stays, are no likeness.</summary>
    /// <param name="a">One picture.</param>
    /// <param name="b">The other.</param>
    /// <param name="between">A third, in which what is not the same in all three shows.</param>
    public static int UnlikenessOfRest(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, ReadOnlySpan<byte> between)
    {
        const int Same = 4;
        long count = 0, sumA = 0, sumB = 0, squareA = 0, squareB = 0, product = 0;
        for (var at = 0; at < FrameSketches.Means; at++)
        {
            var (x, y, z) = (a[at], b[at], between[at]);
            if (Math.Abs(x - y) > Same || Math.Abs(x - z) > Same || Math.Abs(y - z) > Same)
            {
                (count, sumA, sumB, product) = (count + 1, sumA + x, sumB + y, product + x * y);
                (squareA, squareB) = (squareA + x * x, squareB + y * y);
            }
        }

        var spreadA = count * squareA - sumA * sumA + count * count * 4 + 1;
        var spreadB = count * squareB - sumB * sumB + count * count * 4 + 1;
        return (int)(65536 * (1 - (count * product - sumA * sumB) / Math.Sqrt((double)spreadA * spreadB)));
    }

    /// <summary>Returns how many parts of a picture changed by more than a quarter of what they do on average.</summary>
    public static int Changed(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var (least, changed) = (Math.Max(3, Difference(a, b) / (4 * FrameSketches.Means)), 0);
        for (var at = 0; at < FrameSketches.Means; at++)
        {
            changed += Math.Abs(a[at] - b[at]) > least ? 1 : 0;
        }

        return changed;
    }

    /// <summary>Returns how far a picture is from being of one light, summed over its parts, each for no more than it differs from another picture.</summary>
    public static int OffLight(ReadOnlySpan<byte> ground, ReadOnlySpan<byte> picture, int light)
    {
        var off = 0;
        for (var at = 0; at < FrameSketches.Means; at++)
        {
            off += Math.Min(Math.Abs(ground[at] - light), Math.Abs(ground[at] - picture[at]));
        }

        return off;
    }

    /// <summary>Returns what there is in a picture that is not of one light, summed over its parts.</summary>
    public static int Content(ReadOnlySpan<byte> picture, int light)
    {
        var sum = 0;
        foreach (var one in picture)
        {
            sum += Math.Abs(one - light);
        }

        return sum;
    }

    /// <summary>Returns where, in sorted means, the run of so many begins that differ least.</summary>
    public static int Narrowest(ReadOnlySpan<byte> sorted, int part)
    {
        var narrowest = 0;
        for (var from = 1; from + part <= sorted.Length; from++)
        {
            narrowest = sorted[from + part - 1] - sorted[from] < sorted[narrowest + part - 1] - sorted[narrowest] ? from : narrowest;
        }

        return narrowest;
    }

    /// <summary>Returns the light most of a picture has, and how far its flattest three fifths are from it, in 1/16 of a gray level.</summary>
    public static (int Light, int Relief) Flatness(ReadOnlySpan<byte> picture)
    {
        const int Part = FrameSketches.Means * 3 / 5;
        Span<byte> sorted = stackalloc byte[FrameSketches.Means];
        picture.CopyTo(sorted);
        sorted.Sort();
        var narrowest = Narrowest(sorted, Part);
        var (light, off) = (sorted[narrowest + Part / 2], 0);
        foreach (var one in sorted.Slice(narrowest, Part))
        {
            off += Math.Abs(one - light);
        }

        return (light, off * 16 / Part);
    }
}
