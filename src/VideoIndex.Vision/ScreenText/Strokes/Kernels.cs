using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VideoIndex.Vision.ScreenText.Strokes;

/// <summary>What is done to every pixel. The vector form and the form of one pixel at a time give the same bytes.</summary>
/// <param name="vectors">Whether to use vectors.</param>
internal sealed class Kernels(bool vectors)
{
    private const int Lane = 32;

    /// <summary>Gets the fastest form this processor has.</summary>
    public static Kernels Best { get; } = new(Vector128.IsHardwareAccelerated);

    /// <summary>Makes each byte the lesser (or greater) of itself and the one a step on; the last step's worth stays as it was.</summary>
    public void Slide(Span<byte> bytes, int step, bool greater)
    {
        ref var start = ref MemoryMarshal.GetReference(bytes);
        var (at, end) = (0, bytes.Length - step);
        for (; vectors && at <= end - Lane; at += Lane)
        {
            var (here, there) = (Vector256.LoadUnsafe(ref start, (nuint)at), Vector256.LoadUnsafe(ref start, (nuint)(at + step)));
            (greater ? Vector256.Max(here, there) : Vector256.Min(here, there)).StoreUnsafe(ref start, (nuint)at);
        }

        for (; at < end; at++)
        {
            bytes[at] = greater ? Math.Max(bytes[at], bytes[at + step]) : Math.Min(bytes[at], bytes[at + step]);
        }
    }

    /// <summary>Writes by how much each byte is above another, which it is nowhere below, and raises the greatest of each column to it.</summary>
    public void Subtract(ReadOnlySpan<byte> high, ReadOnlySpan<byte> low, Span<byte> to, Span<byte> greatest)
    {
        var at = 0;
        for (; vectors && at <= to.Length - Lane; at += Lane)
        {
            var by = Vector256.Create(high.Slice(at, Lane)) - Vector256.Create(low.Slice(at, Lane));
            by.CopyTo(to[at..]);
            Vector256.Max(by, Vector256.Create(greatest.Slice(at, Lane))).CopyTo(greatest[at..]);
        }

        for (; at < to.Length; at++)
        {
            to[at] = (byte)(high[at] - low[at]);
            greatest[at] = Math.Max(greatest[at], to[at]);
        }
    }

    /// <summary>Returns a bit for each of 32 bytes: whether it is as high as asked.</summary>
    public uint AtLeast(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> asked)
    {
        if (vectors)
        {
            var row = Vector256.Create(bytes);
            return Vector256.Equals(Vector256.Max(row, Vector256.Create(asked)), row).ExtractMostSignificantBits();
        }

        var bits = 0u;
        for (var at = 0; at < Lane; at++)
        {
            bits |= bytes[at] >= asked[at] ? 1u << at : 0;
        }

        return bits;
    }

    /// <summary>Writes the means of 2 x 2 pixels of two rows, half as many as a row has, halves rounded up.</summary>
    public void Halve(ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower, Span<byte> to)
    {
        var at = 0;
        for (; vectors && at <= to.Length - Lane; at += Lane)
        {
            Vector256.Narrow(Sums(upper, lower, 2 * at), Sums(upper, lower, 2 * at + Lane)).CopyTo(to[at..]);
        }

        for (; at < to.Length; at++)
        {
            to[at] = (byte)((upper[2 * at] + upper[2 * at + 1] + lower[2 * at] + lower[2 * at + 1] + 2) >> 2);
        }
    }

    private static Vector256<ushort> Sums(ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower, int at)
    {
        var (a, b) = (Vector256.Create(upper.Slice(at, Lane)).AsUInt16(), Vector256.Create(lower.Slice(at, Lane)).AsUInt16());
        var even = Vector256.Create((ushort)255);
        var sums = (a & even) + (b & even) + Vector256.ShiftRightLogical(a, 8) + Vector256.ShiftRightLogical(b, 8);
        return Vector256.ShiftRightLogical(sums + Vector256.Create((ushort)2), 2);
    }
}
