using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using VideoIndex.Media;

namespace VideoIndex.Vision.Looks.Motion;

/// <summary>A frame at a quarter of the gray frame's width and height, made ready for telling how it moved.</summary>
internal sealed class MotionPicture
{
    public const int Width = GrayFrame.Width / 4, Height = GrayFrame.Height / 4, Count = Width * Height;

    /// <summary>The size of the coarse picture, in which large moves are looked for.</summary>
    public const int CoarseWidth = Width / 2, CoarseHeight = Height / 2;

    /// <summary>How many numbers before the first pixel and after the last belong to no pixel, so that vectors can be loaded beside an edge.</summary>
    public const int Margin = 8;

    /// <summary>How many parts of a slope make one.</summary>
    public const double SlopesInOne = 2.17;

    private const short Blackest = 4 * 24;

    private readonly short[] _blurredDown = new short[Count + 2 * Margin], _blurredAcross = new short[Count + 2 * Margin];

    /// <summary>Gets the sum of each 4 x 4 pixels.</summary>
    public short[] Sums { get; } = new short[Count + 2 * Margin];

    /// <summary>Gets the luma, blurred 1-2-1 both ways, in quarters of a gray level.</summary>
    public short[] Luma { get; } = new short[Count + 2 * Margin];

    /// <summary>Gets how much lighter the picture becomes to the right, in <see cref="SlopesInOne"/> of a quarter of a gray level a pixel.</summary>
    /// <remarks>
    /// A difference of what is blurred the other way only, times the factor that fits the blur best, after the pairs of filters of
    /// Farid and Simoncelli (2004). A difference of blurred pixels would say a sixth too little.
    /// </remarks>
    public short[] Across { get; } = new short[Count + 2 * Margin];

    /// <summary>Gets how much lighter it becomes downwards, likewise.</summary>
    public short[] Down { get; } = new short[Count + 2 * Margin];

    /// <summary>Gets the luma at half the width and height, in gray levels, less the mean of the picture.</summary>
    public short[] Coarse { get; } = new short[CoarseWidth * CoarseHeight];

    /// <summary>Gets how many pixels on each side are black from end to end, three eighths of the picture at most: bars that stand still whatever the picture does.</summary>
    public (int Left, int Top, int Right, int Bottom) Bars { get; private set; }

    /// <summary>Becomes the given 320 x 180 frame.</summary>
    public void Take(ReadOnlySpan<byte> gray)
    {
        const ulong Bytes = 0x00FF00FF00FF00FF, Pairs = 0x0000FFFF0000FFFF;
        const int Words = GrayFrame.Width / 8;
        var words = MemoryMarshal.Cast<byte, ulong>(gray);
        for (var y = 0; y < Height; y++)
        {
            var rows = words.Slice(4 * y * Words, 4 * Words);
            var to = Sums.AsSpan(Margin + y * Width, Width);
            for (var x = 0; x < Words; x++)
            {
                var (a, b, c, d) = (rows[x], rows[x + Words], rows[x + 2 * Words], rows[x + 3 * Words]);
                var sums = (a & Bytes) + (b & Bytes) + (c & Bytes) + (d & Bytes)
                    + ((a >> 8) & Bytes) + ((b >> 8) & Bytes) + ((c >> 8) & Bytes) + ((d >> 8) & Bytes); // 8 x 255 a lane fits
                sums = (sums & Pairs) + ((sums >> 16) & Pairs);
                var (left, right) = ((short)(sums & 0xFFFF), (short)(sums >> 32));
                (to[2 * x], to[2 * x + 1]) = BitConverter.IsLittleEndian ? (left, right) : (right, left);
            }
        }
    }

    /// <summary>Draws from the sums everything else.</summary>
    public void Prepare()
    {
        Blur();
        Slope();
        Shrink();
        var (top, bottom) = (BlackRows(0, 1), BlackRows(Height - 1, -1));
        Bars = (BlackColumns(0, 1, top, bottom), top, BlackColumns(Width - 1, -1, top, bottom), bottom);
    }

    private int BlackRows(int from, int by)
    {
        var rows = 0;
        for (; rows < Height * 3 / 8; rows++)
        {
            foreach (var pixels in Vectors(Luma, from + rows * by))
            {
                if (Vector128.GreaterThanAny(pixels, Vector128.Create(Blackest)))
                {
                    return rows;
                }
            }
        }

        return rows;
    }

    private int BlackColumns(int from, int by, int top, int bottom)
    {
        var columns = 0;
        for (; columns < Width * 3 / 8; columns++)
        {
            for (var row = top; row < Height - bottom; row++)
            {
                if (Luma[Margin + row * Width + from + columns * by] > Blackest)
                {
                    return columns;
                }
            }
        }

        return columns;
    }

    // 1-2-1 either way, then the other way over that: numbers up to 16 x 255 x 4, then in quarters of a level.
    private void Blur()
    {
        for (var y = 0; y < Height; y++)
        {
            var above = Vectors(Sums, Math.Max(0, y - 1));
            var row = Vectors(Sums, y);
            var below = Vectors(Sums, Math.Min(Height - 1, y + 1));
            var down = Vectors(_blurredDown, y);
            for (var x = 0; x < down.Length; x++)
            {
                down[x] = above[x] + row[x] + row[x] + below[x];
            }

            Blur(Sums, _blurredAcross, y, Vector128<ushort>.Zero, shift: 0);
            Blur(_blurredDown, Luma, y, Vector128.Create((ushort)32), shift: 6);
        }
    }

    private static void Blur(short[] from, short[] to, int y, Vector128<ushort> half, int shift)
    {
        var (first, last) = (Margin + y * Width, Margin + (y + 1) * Width - 1);
        ref var pixel = ref MemoryMarshal.GetArrayDataReference(from);
        ref var blurred = ref MemoryMarshal.GetArrayDataReference(to);
        for (var at = (nuint)first; at < (nuint)last; at += 8)
        {
            var here = Vector128.LoadUnsafe(ref pixel, at);
            var sum = Vector128.LoadUnsafe(ref pixel, at - 1) + here + here + Vector128.LoadUnsafe(ref pixel, at + 1);
            ((sum.AsUInt16() + half) >> shift).AsInt16().StoreUnsafe(ref blurred, at);
        }

        to[first] = (short)((3 * from[first] + from[first + 1] + half[0]) >> shift);
        to[last] = (short)((3 * from[last] + from[last - 1] + half[0]) >> shift);
    }

    private void Slope()
    {
        ref var pixel = ref MemoryMarshal.GetArrayDataReference(_blurredDown);
        ref var slope = ref MemoryMarshal.GetArrayDataReference(Across);
        for (var y = 0; y < Height; y++)
        {
            var (first, last) = (Margin + y * Width, Margin + (y + 1) * Width - 1);
            for (var at = (nuint)first; at < (nuint)last; at += 8)
            {
                var step = Vector128.LoadUnsafe(ref pixel, at + 1) - Vector128.LoadUnsafe(ref pixel, at - 1);
                (step >> 4).StoreUnsafe(ref slope, at);
            }

            (Across[first], Across[last]) = (0, 0);
            var above = Vectors(_blurredAcross, Math.Max(0, y - 1));
            var below = Vectors(_blurredAcross, Math.Min(Height - 1, y + 1));
            var down = Vectors(Down, y);
            for (var x = 0; x < down.Length; x++)
            {
                down[x] = (below[x] - above[x]) >> 4;
            }
        }
    }

    private void Shrink()
    {
        var total = 0;
        for (var y = 0; y < CoarseHeight; y++)
        {
            var upper = Luma.AsSpan(Margin + 2 * y * Width, Width);
            var lower = Luma.AsSpan(Margin + (2 * y + 1) * Width, Width);
            var to = Coarse.AsSpan(y * CoarseWidth, CoarseWidth);
            for (var x = 0; x < to.Length; x++)
            {
                to[x] = (short)((upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1] + 8) >> 4);
                total += to[x];
            }
        }

        var mean = (short)(total / Coarse.Length);
        foreach (ref var luma in Coarse.AsSpan())
        {
            luma -= mean;
        }
    }

    private static Span<Vector128<short>> Vectors(short[] picture, int row) =>
        MemoryMarshal.Cast<short, Vector128<short>>(picture.AsSpan(Margin + row * Width, Width));
}
