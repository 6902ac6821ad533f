using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace VideoIndex.Vision.Shots;

/// <summary>Finds how much of a picture's detail an earlier picture cannot explain, each block moved to where it fits best.</summary>
/// <remarks>
/// Blocks are 8 x 9 pixels of the small picture (a tenth of the width, a fifth of the height); every move up to
/// 8 pixels sideways and 6 up or down is tried: a tenth of the picture's width and an eighth of its height in one frame.
/// </remarks>
internal sealed class BlockSearch(Lanes lanes)
{
    /// <summary>The size of a block and how many there are each way.</summary>
    public const int Wide = 8, Tall = 9, Across = SmallPicture.Width / Wide, Down = SmallPicture.Height / Tall;

    private const int Moves = (2 * SmallPicture.MarginX + 1) * (2 * SmallPicture.MarginY + 1);

    // Four blocks a vector, three vectors a row of blocks; the last two blocks of the third are outside and ignored.
    private readonly ulong[] _best = new ulong[12 * Down];

    /// <summary>Returns the sum of absolute differences of detail that remains.</summary>
    public int Unexplained(SmallPicture picture, SmallPicture earlier)
    {
        _best.AsSpan().Fill(ulong.MaxValue >> 1);
        for (var move = 0; move < Moves; move++)
        {
            var (dy, dx) = (move / (2 * SmallPicture.MarginX + 1), move % (2 * SmallPicture.MarginX + 1));
            Try(picture.Detail, earlier.Detail, dy * SmallPicture.Stride + dx);
        }

        var sum = 0UL;
        for (var y = 0; y < Down; y++)
        {
            for (var x = 0; x < Across; x++)
            {
                sum += _best[12 * y + x];
            }
        }

        return (int)sum;
    }

    /// <summary>
    /// Returns the share, of the blocks that have detail, that the last search left unexplained, 0 to 255; and the same
    /// in the half of the picture where it is least. What comes up in a corner or passes by changes few blocks however
    /// strongly, and leaves a half alone; a cut changes most, everywhere.
    /// </summary>
    public (byte All, byte Least) Spread(SmallPicture picture, SmallPicture earlier)
    {
        const int FewestBlocks = 10, FewestInHalf = 4;
        Span<int> changed = stackalloc int[4], detailed = stackalloc int[4]; // left, right, top, bottom
        for (var block = 0; block < Across * Down; block++)
        {
            var (x, y) = (block % Across, block / Across);
            var (isChanged, isDetailed) = Look(picture, earlier, block);
            var (side, half) = (x < Across / 2 ? 0 : 1, y < Down / 2 ? 2 : y > Down / 2 ? 3 : -1); // the middle row is in neither
            (changed[side], detailed[side]) = (changed[side] + isChanged, detailed[side] + isDetailed);
            if (half > 0)
            {
                (changed[half], detailed[half]) = (changed[half] + isChanged, detailed[half] + isDetailed);
            }
        }

        var all = Share(changed[0] + changed[1], detailed[0] + detailed[1], FewestBlocks);
        var least = all;
        for (var half = 0; half < 4; half++)
        {
            if (Math.Max(changed[half], detailed[half]) >= FewestInHalf)
            {
                least = Math.Min(least, Share(changed[half], detailed[half], FewestInHalf));
            }
        }

        return (all, least);
    }

    private static byte Share(int changed, int detailed, int fewest) => (byte)(255 * changed / Math.Max(Math.Max(fewest, changed), detailed));

    private (int Changed, int Detailed) Look(SmallPicture picture, SmallPicture earlier, int block)
    {
        const int GrayLevel = Wide * Tall, Detail = 2 * GrayLevel;
        var texture = (picture.BlockTexture[block] + earlier.BlockTexture[block]) / 2;
        var changed = (int)_best[block + block / Across * 2] > GrayLevel + texture * 3 / 10
            && LumaDifference(picture, earlier, block) > GrayLevel + texture / 5; // else only its surroundings changed
        return (changed ? 1 : 0, texture > Detail ? 1 : 0);
    }

    private static int LumaDifference(SmallPicture picture, SmallPicture earlier, int block)
    {
        var at = block / Across * Tall * SmallPicture.Width + block % Across * Wide;
        ref var here = ref MemoryMarshal.GetArrayDataReference(picture.Luma);
        ref var there = ref MemoryMarshal.GetArrayDataReference(earlier.Luma);
        var sum = 0;
        for (var line = 0; line < Tall; line++)
        {
            sum += PixelSums.Eight(ref here, ref there, (nuint)(at + line * SmallPicture.Width));
        }

        return sum;
    }

    private void Try(byte[] picture, byte[] earlier, int move)
    {
        ref var here = ref MemoryMarshal.GetArrayDataReference(picture);
        ref var there = ref MemoryMarshal.GetArrayDataReference(earlier);
        for (var y = 0; y < Down; y++)
        {
            var row = (nuint)((SmallPicture.MarginY + Tall * y) * SmallPicture.Stride + SmallPicture.MarginX);
            var from = (nuint)(Tall * y * SmallPicture.Stride + move);
            ref var best = ref _best[12 * y];
            if (lanes == Lanes.ThirtyTwo)
            {
                TryThirtyTwo(ref here, ref there, row, from, ref best);
                continue;
            }

            for (nuint x = 0; x < Across; x++)
            {
                var sum = lanes == Lanes.Sixteen
                    ? BlockOfVectors(ref Unsafe.Add(ref here, row + 8 * x), ref Unsafe.Add(ref there, from + 8 * x))
                    : BlockOfPixels(ref Unsafe.Add(ref here, row + 8 * x), ref Unsafe.Add(ref there, from + 8 * x));
                ref var least = ref Unsafe.Add(ref best, x);
                least = Math.Min(least, sum);
            }
        }
    }

    private static void TryThirtyTwo(ref byte here, ref byte there, nuint row, nuint from, ref ulong best)
    {
        var (first, second, third) = (Vector256<ulong>.Zero, Vector256<ulong>.Zero, Vector256<ulong>.Zero);
        for (var line = 0; line < Tall; line++)
        {
            first += Sums(ref here, ref there, row, from);
            second += Sums(ref here, ref there, row + 32, from + 32);
            third += Sums(ref here, ref there, row + 64, from + 64);
            row += SmallPicture.Stride;
            from += SmallPicture.Stride;
        }

        Least(first, ref best, 0);
        Least(second, ref best, 4);
        Least(third, ref best, 8);
    }

    private static Vector256<ulong> Sums(ref byte here, ref byte there, nuint row, nuint from) =>
        Avx2.SumAbsoluteDifferences(Vector256.LoadUnsafe(ref here, row), Vector256.LoadUnsafe(ref there, from)).AsUInt64();

    // The sums fit 31 bits, so a signed comparison, which every x86 since AVX2 has, is right.
    private static void Least(Vector256<ulong> sums, ref ulong best, nuint at) =>
        Vector256.Min(sums.AsInt64(), Vector256.LoadUnsafe(ref best, at).AsInt64()).AsUInt64().StoreUnsafe(ref best, at);

    private static ulong BlockOfVectors(ref byte here, ref byte there)
    {
        var sums = Vector128<ushort>.Zero;
        for (var line = 0; line < Tall; line++)
        {
            var at = (nuint)(line * SmallPicture.Stride);
            var (a, b) = (Vector64.LoadUnsafe(ref here, at).ToVector128(), Vector64.LoadUnsafe(ref there, at).ToVector128());
            sums += Vector128.WidenLower(Vector128.Max(a, b) - Vector128.Min(a, b));
        }

        return Vector128.Sum(sums);
    }

    private static ulong BlockOfPixels(ref byte here, ref byte there)
    {
        var sum = 0;
        for (var line = 0; line < Tall; line++)
        {
            sum += PixelSums.Eight(ref here, ref there, (nuint)(line * SmallPicture.Stride));
        }

        return (ulong)sum;
    }
}
