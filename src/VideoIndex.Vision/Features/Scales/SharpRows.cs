using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VideoIndex.Vision.Features.Scales;

/// <summary>Takes rows of a picture as they are, at twice the size, or at half.</summary>
internal sealed class SharpRows
{
    private short[] _sums = [];

    /// <summary>Writes a row of the picture in units of an octave.</summary>
    public static void Take(ReadOnlySpan<byte> luma, Span<short> to)
    {
        var at = 0;
        for (; at <= luma.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            var wide = Vector256.WidenLower(Vector128.Create(luma.Slice(at, Vector128<byte>.Count)).ToVector256Unsafe());
            ((wide.AsInt16() - Vector256.Create((short)Octave.Gray)) << 7).CopyTo(to[at..]);
        }

        for (; at < luma.Length; at++)
        {
            to[at] = (short)((luma[at] - Octave.Gray) * Octave.Unit);
        }
    }

    /// <summary>Writes every other number of a row.</summary>
    public static void Halve(ReadOnlySpan<short> row, Span<short> to)
    {
        for (var at = 0; at < to.Length; at++)
        {
            to[at] = row[2 * at];
        }
    }

    /// <summary>Writes a row of the picture at twice its size, its pixels' centres a quarter pixel beside those of the picture: straight lines between them, and flat at the edges.</summary>
    /// <param name="near">The row that is nearer.</param>
    /// <param name="far">The other.</param>
    /// <param name="to">Twice as many numbers.</param>
    public void Double(ReadOnlySpan<byte> near, ReadOnlySpan<byte> far, Span<short> to)
    {
        var width = near.Length;
        if (_sums.Length < width + 2 * Vector256<short>.Count)
        {
            _sums = new short[width + 2 * Vector256<short>.Count];
        }

        Mix(near, far, _sums.AsSpan(1));
        (_sums[0], _sums[width + 1]) = (_sums[1], _sums[width]);
        var at = 0;
        var gray = Vector256.Create((short)(Octave.Gray * 16));
        ref var pairs = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<short, uint>(to));
        for (; at <= width - Vector256<short>.Count; at += Vector256<short>.Count)
        {
            var (left, here, right) = (Load(at), Load(at + 1), Load(at + 2));
            var even = ((left + here + here + here - gray) << 3).AsUInt16();
            var odd = ((right + here + here + here - gray) << 3).AsUInt16();
            (Vector256.WidenLower(even) | (Vector256.WidenLower(odd) << 16)).StoreUnsafe(ref pairs, (nuint)at);
            (Vector256.WidenUpper(even) | (Vector256.WidenUpper(odd) << 16)).StoreUnsafe(ref pairs, (nuint)at + 8);
        }

        for (; at < width; at++)
        {
            to[2 * at] = (short)((_sums[at] + 3 * _sums[at + 1] - Octave.Gray * 16) << 3);
            to[2 * at + 1] = (short)((_sums[at + 2] + 3 * _sums[at + 1] - Octave.Gray * 16) << 3);
        }
    }

    private static void Mix(ReadOnlySpan<byte> near, ReadOnlySpan<byte> far, Span<short> to)
    {
        var at = 0;
        for (; at <= near.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            var a = Vector256.WidenLower(Vector128.Create(near.Slice(at, Vector128<byte>.Count)).ToVector256Unsafe());
            var b = Vector256.WidenLower(Vector128.Create(far.Slice(at, Vector128<byte>.Count)).ToVector256Unsafe());
            (a + a + a + b).AsInt16().CopyTo(to[at..]);
        }

        for (; at < near.Length; at++)
        {
            to[at] = (short)(3 * near[at] + far[at]);
        }
    }

    private Vector256<short> Load(int at) => Vector256.Create(_sums.AsSpan(at, Vector256<short>.Count));
}
