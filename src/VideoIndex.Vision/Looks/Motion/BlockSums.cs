using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace VideoIndex.Vision.Looks.Motion;

/// <summary>What a block of a picture, laid over a place of the earlier one, says of how it moved: sums of products of slopes and of the change, brightness taken out.</summary>
/// <param name="Xx">Of slopes across.</param>
/// <param name="Xy">Of slopes across and down.</param>
/// <param name="Yy">Of slopes down.</param>
/// <param name="Xt">Of slopes across and the change.</param>
/// <param name="Yt">Of slopes down and the change.</param>
/// <param name="Tt">Of the change.</param>
internal readonly record struct BlockSums(double Xx, double Xy, double Yy, double Xt, double Yt, double Tt)
{
    /// <summary>The size of a block: one vector wide.</summary>
    public const int Wide = 8, Tall = 9, Count = Wide * Tall;

    /// <summary>What a slope in the sums is worth: two pictures, and the parts of each.</summary>
    public const double Slope = 1 / (2 * MotionPicture.SlopesInOne);

    /// <summary>Sums a block.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="at">Where the block begins.</param>
    /// <param name="earlier">The earlier picture.</param>
    /// <param name="from">Where in it the place begins.</param>
    /// <remarks>
    /// A slope is the sum of those of both pictures, so the estimate is right to the second order.
    /// No sum is above 300 million: slopes are within ±2040, changes within ±1020, and a lane adds 18 products.
    /// </remarks>
    public static BlockSums Of(MotionPicture picture, int at, MotionPicture earlier, int from)
    {
        ref var luma = ref MemoryMarshal.GetArrayDataReference(picture.Luma);
        ref var across = ref MemoryMarshal.GetArrayDataReference(picture.Across);
        ref var down = ref MemoryMarshal.GetArrayDataReference(picture.Down);
        ref var earlierLuma = ref MemoryMarshal.GetArrayDataReference(earlier.Luma);
        ref var earlierAcross = ref MemoryMarshal.GetArrayDataReference(earlier.Across);
        ref var earlierDown = ref MemoryMarshal.GetArrayDataReference(earlier.Down);
        var (xx, xy, yy) = (Vector128<int>.Zero, Vector128<int>.Zero, Vector128<int>.Zero);
        var (xt, yt, tt) = (Vector128<int>.Zero, Vector128<int>.Zero, Vector128<int>.Zero);
        var (sumX, sumY, sumT) = (Vector128<short>.Zero, Vector128<short>.Zero, Vector128<short>.Zero);
        for (var line = 0; line < Tall; line++)
        {
            var (here, there) = ((nuint)(MotionPicture.Margin + at + line * MotionPicture.Width), (nuint)(MotionPicture.Margin + from + line * MotionPicture.Width));
            var x = Vector128.LoadUnsafe(ref across, here) + Vector128.LoadUnsafe(ref earlierAcross, there);
            var y = Vector128.LoadUnsafe(ref down, here) + Vector128.LoadUnsafe(ref earlierDown, there);
            var t = Vector128.LoadUnsafe(ref luma, here) - Vector128.LoadUnsafe(ref earlierLuma, there);
            (xx, xy, yy) = (xx + Products(x, x), xy + Products(x, y), yy + Products(y, y));
            (xt, yt, tt) = (xt + Products(x, t), yt + Products(y, t), tt + Products(t, t));
            (sumX, sumY, sumT) = (sumX + x, sumY + y, sumT + t);
        }

        var (meanX, meanY, meanT) = (Sum(sumX) / (double)Count, Sum(sumY) / (double)Count, Sum(sumT) / (double)Count);
        return new BlockSums(
            Vector128.Sum(xx) - meanX * meanX * Count,
            Vector128.Sum(xy) - meanX * meanY * Count,
            Vector128.Sum(yy) - meanY * meanY * Count,
            Vector128.Sum(xt) - meanX * meanT * Count,
            Vector128.Sum(yt) - meanY * meanT * Count,
            Vector128.Sum(tt) - meanT * meanT * Count);
    }

    /// <summary>Returns the sum of the squared change that is left when the place has moved on by so much.</summary>
    public double Left(double right, double down) =>
        Tt + 2 * Slope * (right * Xt + down * Yt) + Slope * Slope * (right * right * Xx + 2 * right * down * Xy + down * down * Yy);

    // Pairs of products added: which pairs is up to the processor, and only their sum is used.
    private static Vector128<int> Products(Vector128<short> left, Vector128<short> right)
    {
        if (Sse2.IsSupported)
        {
            return Sse2.MultiplyAddAdjacent(left, right);
        }

        if (AdvSimd.IsSupported)
        {
            var low = AdvSimd.MultiplyWideningLower(left.GetLower(), right.GetLower());
            return AdvSimd.MultiplyWideningLowerAndAdd(low, left.GetUpper(), right.GetUpper());
        }

        var (leftLow, leftHigh) = Vector128.Widen(left);
        var (rightLow, rightHigh) = Vector128.Widen(right);
        return leftLow * rightLow + leftHigh * rightHigh;
    }

    private static int Sum(Vector128<short> numbers)
    {
        var (low, high) = Vector128.Widen(numbers);
        return Vector128.Sum(low + high);
    }
}
