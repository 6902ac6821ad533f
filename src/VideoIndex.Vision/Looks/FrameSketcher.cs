using System.Numerics;
using System.Runtime.InteropServices;
using VideoIndex.Looks;
using VideoIndex.Media;

namespace VideoIndex.Vision.Looks;

/// <summary>Sketches the frames of one decode. Whole numbers throughout; not for use by two threads at once.</summary>
public sealed class FrameSketcher : IFrameSketcher
{
    private const int Side = GrayFrame.Width / FrameSketches.Width;

    private readonly ushort[] _columns = new ushort[GrayFrame.Width];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The frame or the sketch is of the wrong size.</exception>
    public void Sketch(ReadOnlySpan<byte> gray, Span<byte> sketch)
    {
        if (gray.Length != GrayFrame.Size || sketch.Length != FrameSketches.Size)
        {
            throw new ArgumentException($"A gray frame is {GrayFrame.Size} bytes and its sketch {FrameSketches.Size}, not {gray.Length} and {sketch.Length}.");
        }

        for (var row = 0; row < FrameSketches.Height; row++)
        {
            SumColumns(gray.Slice(row * Side * GrayFrame.Width, Side * GrayFrame.Width));
            for (var column = 0; column < FrameSketches.Width; column++)
            {
                var sum = Side * Side / 2;
                foreach (var part in _columns.AsSpan(column * Side, Side))
                {
                    sum += part;
                }

                sketch[row * FrameSketches.Width + column] = (byte)(sum / (Side * Side));
            }
        }

        sketch[FrameSketches.Means..].Clear();
    }

    // 20 rows of 255 fit 16 bits; 320 columns are a whole number of vectors of any size there is.
    private void SumColumns(ReadOnlySpan<byte> rows)
    {
        Array.Clear(_columns);
        var sums = MemoryMarshal.Cast<ushort, Vector<ushort>>(_columns.AsSpan());
        for (; rows.Length > 0; rows = rows[GrayFrame.Width..])
        {
            var pixels = MemoryMarshal.Cast<byte, Vector<byte>>(rows[..GrayFrame.Width]);
            for (var at = 0; at < pixels.Length; at++)
            {
                Vector.Widen(pixels[at], out var left, out var right);
                sums[2 * at] += left;
                sums[2 * at + 1] += right;
            }
        }
    }
}
