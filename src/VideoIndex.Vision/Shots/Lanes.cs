using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace VideoIndex.Vision.Shots;

/// <summary>Which instructions the pixel sums use. Every choice gives the same sums; only the time differs.</summary>
internal enum Lanes
{
    /// <summary>One pixel at a time: the form the others are tested against.</summary>
    One,

    /// <summary>Sixteen pixels, on any processor .NET can vectorise for.</summary>
    Sixteen,

    /// <summary>Thirty-two pixels, with the x86 instruction made for it.</summary>
    ThirtyTwo,
}

/// <summary>Sums of absolute differences of 8-bit pixels.</summary>
internal static class PixelSums
{
    /// <summary>Gets the fastest form this processor has.</summary>
    public static Lanes Best { get; } =
        Avx2.IsSupported ? Lanes.ThirtyTwo : Vector128.IsHardwareAccelerated ? Lanes.Sixteen : Lanes.One;

    /// <summary>Returns the sum over both pictures of the absolute differences. Lengths are equal and a multiple of 32.</summary>
    public static long Difference(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Lanes lanes)
    {
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right[..left.Length]);
        var sum = 0L;
        if (lanes == Lanes.ThirtyTwo)
        {
            var sums = Vector256<ulong>.Zero;
            for (nuint i = 0; i < (nuint)left.Length; i += 32)
            {
                sums += Avx2.SumAbsoluteDifferences(Vector256.LoadUnsafe(ref a, i), Vector256.LoadUnsafe(ref b, i)).AsUInt64();
            }

            return (long)Vector256.Sum(sums);
        }

        for (nuint i = 0; i < (nuint)left.Length; i += 16)
        {
            sum += lanes == Lanes.Sixteen
                ? Sixteen(Vector128.LoadUnsafe(ref a, i), Vector128.LoadUnsafe(ref b, i))
                : Eight(ref a, ref b, i) + Eight(ref a, ref b, i + 8);
        }

        return sum;
    }

    /// <summary>
    /// Returns the sum of the absolute differences between each pixel of a row and the rounded mean of its neighbours
    /// left and right. The first and last pixels have one neighbour and are left out; the length is 2 + a multiple of 32.
    /// </summary>
    public static long Roughness(ReadOnlySpan<byte> row, Lanes lanes)
    {
        ref var pixel = ref MemoryMarshal.GetReference(row);
        var (sum, sums) = (0L, Vector256<ulong>.Zero);
        for (nuint i = 0; i + 2 < (nuint)row.Length; i += 32)
        {
            switch (lanes)
            {
                case Lanes.ThirtyTwo:
                    var around = Avx2.Average(Vector256.LoadUnsafe(ref pixel, i), Vector256.LoadUnsafe(ref pixel, i + 2));
                    sums += Avx2.SumAbsoluteDifferences(Vector256.LoadUnsafe(ref pixel, i + 1), around).AsUInt64();
                    break;
                case Lanes.Sixteen:
                    sum += Sixteen(Vector128.LoadUnsafe(ref pixel, i + 1), MeanAround(ref pixel, i));
                    sum += Sixteen(Vector128.LoadUnsafe(ref pixel, i + 17), MeanAround(ref pixel, i + 16));
                    break;
                default:
                    for (var x = i; x < i + 32; x++)
                    {
                        var mean = (Unsafe.Add(ref pixel, x) + Unsafe.Add(ref pixel, x + 2) + 1) >> 1;
                        sum += Math.Abs(Unsafe.Add(ref pixel, x + 1) - mean);
                    }

                    break;
            }
        }

        return sum + (long)Vector256.Sum(sums);
    }

    /// <summary>Returns the sum of the absolute differences of eight pixels, one at a time.</summary>
    public static int Eight(ref byte a, ref byte b, nuint at)
    {
        var sum = 0;
        for (var x = at; x < at + 8; x++)
        {
            sum += Math.Abs(Unsafe.Add(ref a, x) - Unsafe.Add(ref b, x));
        }

        return sum;
    }

    private static int Sixteen(Vector128<byte> a, Vector128<byte> b)
    {
        var (low, high) = Vector128.Widen(Vector128.Max(a, b) - Vector128.Min(a, b));
        return Vector128.Sum(low + high);
    }

    // The mean rounded up without a ninth bit: what two bytes share, plus half of what they do not, rounded up.
    private static Vector128<byte> MeanAround(ref byte pixel, nuint at)
    {
        var (a, b) = (Vector128.LoadUnsafe(ref pixel, at), Vector128.LoadUnsafe(ref pixel, at + 2));
        return (a | b) - (Vector128.ShiftRightLogical(a ^ b, 1) & Vector128.Create((byte)0x7f));
    }
}
