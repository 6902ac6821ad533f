using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using VideoIndex.Vision.Features.Arithmetic;

namespace VideoIndex.Vision.Features.Scales;

/// <summary>Blurs parts of a picture of 16-bit numbers: down the columns into a row, and along that row.</summary>
/// <typeparam name="TOps">How many numbers are taken at once.</typeparam>
/// <typeparam name="T">The numbers.</typeparam>
internal sealed class Smoothing<TOps, T>
    where TOps : IShorts<T>
    where T : struct
{
    private const int Chunk = 512; // columns: as many rows of them as a kernel is high stay in the nearest cache
    private const int Widest = 32; // rows or columns a kernel reaches to each side, at most
    private const int Beyond = 64; // how far the last numbers taken at once may reach beyond the end

    private readonly short[] _row = new short[Chunk + 2 * Widest + Beyond];
    private readonly nint[] _rows = new nint[2 * Widest + 1];

    /// <summary>Blurs the columns from left up to right of rows; may write up to 64 columns beyond.</summary>
    public void Blur(Octave octave, int from, int to, GaussianKernel kernel, (int Left, int Right) columns, (int Top, int Bottom) rows)
    {
        for (var left = columns.Left; left < columns.Right; left += Chunk)
        {
            var right = Math.Min(left + Chunk, columns.Right);
            for (var y = rows.Top; y < rows.Bottom; y++)
            {
                BlurRow(octave, from, to, kernel, (left, right), y);
            }
        }
    }

    private void BlurRow(Octave octave, int from, int to, GaussianKernel kernel, (int Left, int Right) columns, int y)
    {
        var radius = kernel.Radius;
        var offsets = _rows.AsSpan(0, 2 * radius + 1);
        var (left, right) = (Math.Max(0, columns.Left - radius), Math.Min(octave.Width, columns.Right + radius));
        for (var at = 0; at < offsets.Length; at++)
        {
            offsets[at] = octave.Start(from, Mirrored(y + at - radius, octave.Height)) + left;
        }

        var start = left - (columns.Left - radius); // where the row begins in the buffer: above 0 at the picture's left
        Weigh(ref octave.Origin, offsets, kernel, ref _row[start], right - left);
        FillBeyond(_row.AsSpan(start), right - left, columns.Left < radius ? radius - columns.Left : 0, columns.Right + radius - right);
        for (var at = 0; at < offsets.Length; at++)
        {
            offsets[at] = at;
        }

        Weigh(ref _row[0], offsets, kernel, ref Unsafe.Add(ref octave.Origin, octave.Start(to, y) + columns.Left), columns.Right - columns.Left);
    }

    // A picture goes on beyond its edge as if seen in a mirror that stands on its last pixels.
    private void FillBeyond(Span<short> row, int length, int before, int after)
    {
        for (var at = 1; at <= before; at++)
        {
            _row[before - at] = row[Mirrored(-at, length)];
        }

        for (var at = 0; at < after; at++)
        {
            row[length + at] = row[Mirrored(length + at, length)];
        }
    }

    private static int Mirrored(int at, int length)
    {
        while (at < 0 || at >= length)
        {
            at = at < 0 ? -at : 2 * (length - 1) - at;
        }

        return at;
    }

    private static void Weigh(ref short from, ReadOnlySpan<nint> offsets, GaussianKernel kernel, ref short to, int count)
    {
        ref var weights = ref MemoryMarshal.GetArrayDataReference(kernel.Weights);
        ref var middle = ref Unsafe.Add(ref MemoryMarshal.GetReference(offsets), kernel.Radius);
        nint radius = kernel.Radius;
        var first = TOps.Load(ref weights, 0);
        for (nint x = 0; x < count; x += 2 * TOps.Count)
        {
            var next = x + TOps.Count;
            var sum = TOps.Multiply(TOps.Load(ref from, middle + x), first);
            var sums = TOps.Multiply(TOps.Load(ref from, middle + next), first);
            for (nint at = 1; at <= radius; at++)
            {
                var weight = TOps.Load(ref weights, at * GaussianKernel.Repeats);
                var (before, after) = (Unsafe.Add(ref middle, -at), Unsafe.Add(ref middle, at));
                sum = TOps.Add(sum, TOps.Multiply(TOps.Add(TOps.Load(ref from, before + x), TOps.Load(ref from, after + x)), weight));
                sums = TOps.Add(sums, TOps.Multiply(TOps.Add(TOps.Load(ref from, before + next), TOps.Load(ref from, after + next)), weight));
            }

            TOps.Store(sum, ref to, x);
            TOps.Store(sums, ref to, next);
        }
    }
}
