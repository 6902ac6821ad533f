using VideoIndex.Looks;

namespace VideoIndex.Copies.Pictures.Matching;

/// <summary>Which cells of a picture count: all but those that differ all through a stretch, as under a logo; an eighth at most.</summary>
internal sealed class CellMask
{
    private const int MostLeftOut = FrameSketches.Means / 8;

    // A cell is left out where it is off by this on average, in 1/64 of the picture's deviation.
    private const int Off = 20;

    private readonly long[] _differences = new long[FrameSketches.Means];
    private readonly short[] _counts = new short[FrameSketches.Means];
    private int _pictures, _leftOut;

    /// <summary>Adds two pictures; either may be empty.</summary>
    public void Note(ReadOnlySpan<short> here, ReadOnlySpan<short> there)
    {
        if (here.IsEmpty || there.IsEmpty)
        {
            return;
        }

        _pictures++;
        for (var cell = 0; cell < here.Length; cell++)
        {
            _differences[cell] += here[cell] - there[cell];
        }
    }

    /// <summary>Decides which cells count. Returns whether any is left out.</summary>
    public bool Close()
    {
        Array.Fill(_counts, (short)1);
        var off = Enumerable.Range(0, FrameSketches.Means).Where(cell => Math.Abs(_differences[cell]) > (long)Off * _pictures)
            .OrderByDescending(cell => Math.Abs(_differences[cell])).ThenBy(cell => cell).Take(MostLeftOut).ToArray();
        foreach (var cell in off)
        {
            _counts[cell] = 0;
        }

        _leftOut = off.Length;
        return off is not [];
    }

    /// <summary>Copies what counts of a picture, made to have a mean of 0 over it.</summary>
    public void Apply(ReadOnlySpan<short> picture, Span<short> to)
    {
        var sum = 0;
        for (var cell = 0; cell < picture.Length; cell++)
        {
            sum += picture[cell] * _counts[cell];
        }

        var mean = sum / (FrameSketches.Means - _leftOut);
        for (var cell = 0; cell < picture.Length; cell++)
        {
            to[cell] = (short)((picture[cell] - mean) * _counts[cell]);
        }
    }
}
