using System.Runtime.Intrinsics;

namespace VideoIndex.Vision.Stills;

/// <summary>The cosine transform of 8 x 8 pixels and back, in whole numbers: the same on every machine.</summary>
/// <remarks>The matrix of HEVC (ITU-T H.265, 8.6.4.2), whose rows are orthogonal and nearly of one length.</remarks>
internal static class BlockTransform
{
    /// <summary>How many pixels a block is wide and high.</summary>
    public const int Side = 8;

    /// <summary>How many values a block has.</summary>
    public const int Size = Side * Side;

    /// <summary>What <see cref="Forward"/> multiplies an orthonormal transform by, as a power of two.</summary>
    public const int Bits = 15;

    private static ReadOnlySpan<int> Even => [64, 64, 64, 64, 83, 36, -36, -83, 64, -64, -64, 64, 36, -83, 83, -36];

    private static ReadOnlySpan<int> Odd => [89, 75, 50, 18, 75, -18, -89, -50, 50, -89, 18, 75, 18, -50, 75, -89];

    /// <summary>Transforms a block where it stands, rows becoming columns.</summary>
    /// <param name="block">64 values from -255 to 255.</param>
    public static void Forward(Span<int> block)
    {
        Apart(block);
        Transpose(block);
        Apart(block);
    }

    /// <summary>Undoes <see cref="Forward"/>: what it gave, divided by two to the <see cref="Bits"/>, becomes pixels again.</summary>
    public static void Back(Span<int> block)
    {
        Together(block);
        Transpose(block);
        Together(block);
        var half = Vector256.Create(1 << (Bits - 1));
        for (var row = 0; row < Size; row += Side)
        {
            Put(block, row, Vector256.ShiftRightArithmetic(Get(block, row) + half, Bits));
        }
    }

    private static void Apart(Span<int> block)
    {
        var (a0, a7) = (Get(block, 0), Get(block, 56));
        var (a1, a6) = (Get(block, 8), Get(block, 48));
        var (a2, a5) = (Get(block, 16), Get(block, 40));
        var (a3, a4) = (Get(block, 24), Get(block, 32));
        for (var row = 0; row < 4; row++)
        {
            Put(block, 16 * row, Dot(Even.Slice(4 * row, 4), a0 + a7, a1 + a6, a2 + a5, a3 + a4));
            Put(block, (16 * row) + 8, Dot(Odd.Slice(4 * row, 4), a0 - a7, a1 - a6, a2 - a5, a3 - a4));
        }
    }

    private static void Together(Span<int> block)
    {
        var (c0, c1, c2, c3) = (Get(block, 0), Get(block, 16), Get(block, 32), Get(block, 48));
        var (d0, d1, d2, d3) = (Get(block, 8), Get(block, 24), Get(block, 40), Get(block, 56));
        for (var row = 0; row < 4; row++)
        {
            var even = Dot([Even[row], Even[4 + row], Even[8 + row], Even[12 + row]], c0, c1, c2, c3);
            var odd = Dot([Odd[row], Odd[4 + row], Odd[8 + row], Odd[12 + row]], d0, d1, d2, d3);
            Put(block, 8 * row, even + odd);
            Put(block, 56 - (8 * row), even - odd);
        }
    }

    private static Vector256<int> Dot(ReadOnlySpan<int> by, Vector256<int> a, Vector256<int> b, Vector256<int> c, Vector256<int> d) =>
        (a * by[0]) + (b * by[1]) + (c * by[2]) + (d * by[3]);

    private static void Transpose(Span<int> block)
    {
        for (var row = 1; row < Side; row++)
        {
            for (var column = 0; column < row; column++)
            {
                (block[(row * Side) + column], block[(column * Side) + row]) = (block[(column * Side) + row], block[(row * Side) + column]);
            }
        }
    }

    private static Vector256<int> Get(ReadOnlySpan<int> block, int at) => Vector256.Create(block.Slice(at, Side));

    private static void Put(Span<int> block, int at, Vector256<int> row) => row.CopyTo(block[at..]);
}
