using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using VideoIndex.Features;

namespace VideoIndex.Vision.Features.Codes;

/// <summary>A turn of descriptors' space, and for each of its 128 axes a threshold: a bit says on which side of it a descriptor lies.</summary>
/// <remarks>
/// Gong and Lazebnik 2011, "Iterative quantization: a Procrustean approach to learning binary codes". In whole numbers, so
/// that a code does not depend on the order of the sums.
/// </remarks>
internal sealed class Quantizer
{
    /// <summary>How many numbers a descriptor has, and a code bits.</summary>
    public const int Size = FeatureCode.Bits;

    private readonly short[] _pairs = new short[Size * Size];
    private readonly int[] _thresholds;
    private readonly bool _vectors;

    /// <summary>Creates one.</summary>
    /// <param name="axes">For each bit the direction of its axis, 128 numbers of at most 8,191.</param>
    /// <param name="thresholds">For each bit what the product of axis and descriptor must be above.</param>
    /// <param name="vectors">Whether to use vectors; the codes are the same.</param>
    public Quantizer(ReadOnlySpan<short> axes, int[] thresholds, bool vectors = true)
    {
        (_thresholds, _vectors) = (thresholds, vectors);
        for (var bit = 0; bit < Size; bit++)
        {
            for (var at = 0; at < Size; at++)
            {
                _pairs[at / 2 * 2 * Size + 2 * bit + at % 2] = axes[bit * Size + at];
            }
        }
    }

    /// <summary>Returns the code of a descriptor.</summary>
    public FeatureCode Encode(ReadOnlySpan<byte> descriptor)
    {
        Span<int> sums = stackalloc int[Size];
        if (_vectors && Avx2.IsSupported)
        {
            for (var half = 0; half < Size; half += Size / 2)
            {
                Project(descriptor, half, sums);
            }
        }
        else
        {
            ProjectOneByOne(descriptor, sums);
        }

        var (low, high) = (0UL, 0UL);
        for (var bit = 0; bit < 64; bit++)
        {
            low |= sums[bit] > _thresholds[bit] ? 1UL << bit : 0;
            high |= sums[64 + bit] > _thresholds[64 + bit] ? 1UL << bit : 0;
        }

        return new FeatureCode(low, high);
    }

    // Eight bits to a vector, eight vectors at a time, two numbers of the descriptor at once.
    private void Project(ReadOnlySpan<byte> descriptor, int first, Span<int> to)
    {
        ref var pairs = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_pairs), 2 * first);
        var (a, b, c, d) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
        var (e, f, g, h) = (a, a, a, a);
        for (var at = 0; at < Size; at += 2)
        {
            var pair = Vector256.Create(descriptor[at] | descriptor[at + 1] << 16).AsInt16();
            ref var row = ref Unsafe.Add(ref pairs, at * Size);
            a += Avx2.MultiplyAddAdjacent(pair, Vector256.LoadUnsafe(ref row, 0));
            b += Avx2.MultiplyAddAdjacent(pair, Vector256.LoadUnsafe(ref row, 16));
            c += Avx2.MultiplyAddAdjacent(pair, Vector256.LoadUnsafe(ref row, 32));
            d += Avx2.MultiplyAddAdjacent(pair, Vector256.LoadUnsafe(ref row, 48));
            e += Avx2.MultiplyAddAdjacent(pair, Vector256.LoadUnsafe(ref row, 64));
            f += Avx2.MultiplyAddAdjacent(pair, Vector256.LoadUnsafe(ref row, 80));
            g += Avx2.MultiplyAddAdjacent(pair, Vector256.LoadUnsafe(ref row, 96));
            h += Avx2.MultiplyAddAdjacent(pair, Vector256.LoadUnsafe(ref row, 112));
        }

        ReadOnlySpan<Vector256<int>> sums = [a, b, c, d, e, f, g, h];
        MemoryMarshal.Cast<Vector256<int>, int>(sums).CopyTo(to[first..]);
    }

    private void ProjectOneByOne(ReadOnlySpan<byte> descriptor, Span<int> to)
    {
        to.Clear();
        for (var at = 0; at < Size; at++)
        {
            var row = at / 2 * 2 * Size + at % 2;
            for (var bit = 0; bit < Size; bit++)
            {
                to[bit] += descriptor[at] * _pairs[row + 2 * bit];
            }
        }
    }
}
