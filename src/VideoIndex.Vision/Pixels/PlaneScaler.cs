using System.Numerics;

namespace VideoIndex.Vision.Pixels;

/// <summary>Scales planes of 8-bit samples of one size to another, row by row, bit for bit as OpenCV's INTER_LINEAR does.</summary>
/// <remarks>
/// Whole numbers: along a row into 1/128 levels, then between two rows, each rounded down to quarters of a level. A row that the next one
/// needs as well is kept. One is used by one thread at a time.
/// </remarks>
internal sealed class PlaneScaler
{
    private readonly int _width;
    private readonly LinearTaps _across, _down;
    private short[] _upper, _lower;
    private int _upperRow, _lowerRow;

    /// <summary>Creates one for planes of a size.</summary>
    public PlaneScaler(int width, int height, int toWidth, int toHeight)
    {
        _width = width;
        _across = new LinearTaps(width, toWidth, endsCount: true);
        _down = new LinearTaps(height, toHeight, endsCount: false);
        (_upper, _lower) = (new short[toWidth], new short[toWidth]);
        Begin();
    }

    /// <summary>Forgets the rows of the plane before.</summary>
    public void Begin() => (_upperRow, _lowerRow) = (-1, -1);

    /// <summary>Writes one row of the scaled plane.</summary>
    /// <param name="plane">The plane, rows top to bottom, the same one since <see cref="Begin"/>.</param>
    /// <param name="row">Which row, from 0.</param>
    /// <param name="to">The row, as wide as the scaled plane.</param>
    public void Write(ReadOnlySpan<byte> plane, int row, Span<byte> to)
    {
        var (first, second) = (_down.First[row], _down.Second[row]);
        if (_upperRow != first)
        {
            (_upper, _lower, _upperRow, _lowerRow) = (_lower, _upper, _lowerRow, _upperRow);
        }

        Keep(plane, first, _upper, ref _upperRow);
        if (second != first)
        {
            Keep(plane, second, _lower, ref _lowerRow);
        }

        Mix(_upper, second == first ? _upper : _lower, _down.OfFirst[row], _down.OfSecond[row], to);
    }

    /// <summary>Mixes two rows in 1/128 levels into one in levels.</summary>
    internal static void Mix(ReadOnlySpan<short> upper, ReadOnlySpan<short> lower, short ofUpper, short ofLower, Span<byte> to)
    {
        var done = 0;
        for (; done <= to.Length - Vector<byte>.Count; done += Vector<byte>.Count)
        {
            var near = Mixed(upper[done..], lower[done..], ofUpper, ofLower);
            var far = Mixed(upper[(done + Vector<short>.Count)..], lower[(done + Vector<short>.Count)..], ofUpper, ofLower);
            Vector.Narrow(Vector.AsVectorUInt16(near), Vector.AsVectorUInt16(far)).CopyTo(to[done..]);
        }

        for (; done < to.Length; done++)
        {
            to[done] = unchecked((byte)(((upper[done] * ofUpper >> 16) + (lower[done] * ofLower >> 16) + 2) >> 2));
        }
    }

    private static Vector<short> Mixed(ReadOnlySpan<short> upper, ReadOnlySpan<short> lower, short ofUpper, short ofLower)
    {
        Vector.Widen(new Vector<short>(upper), out var above, out var aboveFar);
        Vector.Widen(new Vector<short>(lower), out var below, out var belowFar);
        return Vector.Narrow(Quarters(above, below, ofUpper, ofLower), Quarters(aboveFar, belowFar, ofUpper, ofLower));
    }

    private static Vector<int> Quarters(Vector<int> above, Vector<int> below, int ofUpper, int ofLower) =>
        Vector.ShiftRightArithmetic(
            Vector.ShiftRightArithmetic(above * ofUpper, 16) + Vector.ShiftRightArithmetic(below * ofLower, 16) + new Vector<int>(2), 2);

    private void Keep(ReadOnlySpan<byte> plane, int row, short[] kept, ref int keptRow)
    {
        if (keptRow == row)
        {
            return;
        }

        keptRow = row;
        Across(plane.Slice(row * _width, _width), _across, kept);
    }

    private static void Across(ReadOnlySpan<byte> row, LinearTaps taps, Span<short> to)
    {
        unchecked
        {
            var first = taps.First.AsSpan(0, to.Length);
            var second = taps.Second.AsSpan(0, to.Length);
            var ofFirst = taps.OfFirst.AsSpan(0, to.Length);
            var ofSecond = taps.OfSecond.AsSpan(0, to.Length);
            for (var at = 0; at < to.Length; at++)
            {
                to[at] = (short)((row[first[at]] * ofFirst[at] + row[second[at]] * ofSecond[at]) >> 4);
            }
        }
    }
}
