using VideoIndex.Vision.Stills.Bits;

namespace VideoIndex.Vision.Stills;

/// <summary>What is likely in a block, told by the blocks above and to the left and by what of it is known already.</summary>
/// <remarks>
/// The number of the last value that is not 0, then the values from it backwards, each expected to be about as large as those around it: as
/// codecs since H.264 do it (Marpe, Schwarz and Wiegand 2003), with a larger neighbourhood. Written and read by the same steps.
/// </remarks>
/// <param name="columns">How many blocks lie side by side.</param>
internal sealed class BlockModel(int columns)
{
    private const int Size = BlockTransform.Size, Lasts = 5, Nears = 9, Zones = 6, Steps = 5, Escape = 15, Flats = 4;
    private readonly short[] _above = new short[columns * Size];
    private readonly byte[] _aboveLasts = new byte[columns];
    private readonly short[] _left = new short[Size];
    private readonly Chance[] _last = new Chance[Lasts * 128];
    private readonly Chance[] _zero = new Chance[Zones * Nears * 3];
    private readonly Chance[] _more = new Chance[Nears * Steps * 2];
    private readonly Chance[] _mean = new Chance[Flats * (Escape + 1)];
    private readonly Chance[] _present = new Chance[8];
    private int _leftLast, _meanAboveLeft;
    private bool _hasLeft;

    // The order of values: along the diagonals, low frequencies first.
    internal static readonly byte[] Order = [.. Enumerable.Range(0, Size)
        .OrderBy(at => (at & 7) + (at >> 3)).ThenBy(at => ((at & 7) + (at >> 3)) % 2 == 0 ? at & 7 : at >> 3).Select(at => (byte)at)];

    private static readonly byte[] Zone = [.. Enumerable.Range(0, Size).Select(at => (byte)(((at & 7) + (at >> 3)) switch { 1 => 0, 2 => 1, 3 => 2, <= 5 => 3, <= 8 => 4, _ => 5 }))];

    /// <summary>Begins a row of blocks.</summary>
    public void StartRow()
    {
        Array.Clear(_left);
        (_leftLast, _meanAboveLeft, _hasLeft) = (0, 0, false);
    }

    /// <summary>Writes or reads whether a block is there.</summary>
    /// <param name="bits">The bits.</param>
    /// <param name="left">Whether that to the left is; 0 or 1.</param>
    /// <param name="above">Whether that above is.</param>
    /// <param name="corner">Whether that above on the right is.</param>
    /// <param name="present">Whether it is; anything when reading.</param>
    public int Presence<TBits>(ref TBits bits, int left, int above, int corner, int present)
        where TBits : struct, IBits, allows ref struct => bits.Code(ref _present[(left << 2) | (above << 1) | corner], present);

    /// <summary>Passes over a block that is not there.</summary>
    public void Skip(int column)
    {
        _meanAboveLeft = _above[column * Size];
        _above.AsSpan(column * Size, Size).Clear();
        _aboveLasts[column] = 0;
        Array.Clear(_left);
        (_leftLast, _hasLeft) = (0, false);
    }

    /// <summary>Writes a block's values, or reads them.</summary>
    /// <param name="bits">The bits.</param>
    /// <param name="column">Which of its row it is, from 0.</param>
    /// <param name="values">The values, rows one after the other; all 0 when reading.</param>
    public void Code<TBits>(ref TBits bits, int column, scoped Span<short> values)
        where TBits : struct, IBits, allows ref struct
    {
        var above = _above.AsSpan(column * Size, Size);
        Mean(ref bits, above[0], values);
        var last = Last(ref bits, (_leftLast + _aboveLasts[column] + 1) / 2, values);
        for (var at = last; at > 0; at--)
        {
            Value(ref bits, Order[at], at == last, above, values);
        }

        _meanAboveLeft = above[0];
        values.CopyTo(above);
        values.CopyTo(_left);
        (_aboveLasts[column], _leftLast, _hasLeft) = ((byte)last, last, true);
    }

    // The mean goes on where its neighbours' trend points (the median predictor of LOCO-I, Weinberger et al. 2000).
    private void Mean<TBits>(ref TBits bits, int above, scoped Span<short> values)
        where TBits : struct, IBits, allows ref struct
    {
        int left = _left[0], corner = _meanAboveLeft;
        var expected = !_hasLeft ? above
            : corner >= Math.Max(left, above) ? Math.Min(left, above)
            : corner <= Math.Min(left, above) ? Math.Max(left, above)
            : left + above - corner;
        var uneven = Math.Abs(left - corner) + Math.Abs(above - corner);
        var flat = uneven == 0 ? 0 : uneven < 3 ? 1 : uneven < 9 ? 2 : 3;
        var apart = values[0] - expected;
        var far = Unary(ref bits, _mean.AsSpan(flat * (Escape + 1), Escape + 1), Escape + 1, 0, Math.Abs(apart));
        values[0] = Short(expected + (far != 0 && bits.Code(apart < 0 ? 1 : 0) == 1 ? -far : far));
    }

    private int Last<TBits>(ref TBits bits, int around, scoped ReadOnlySpan<short> values)
        where TBits : struct, IBits, allows ref struct
    {
        var last = Size - 1;
        while (last > 0 && values[Order[last]] == 0)
        {
            last--;
        }

        var near = around == 0 ? 0 : around < 4 ? 1 : around < 10 ? 2 : around < 22 ? 3 : 4;
        var node = 1;
        for (var bit = 5; bit >= 0; bit--)
        {
            node = (node << 1) | bits.Code(ref _last[(near * 128) + node], (last >> bit) & 1);
        }

        return node - Size;
    }

    private void Value<TBits>(ref TBits bits, int at, bool isLast, scoped ReadOnlySpan<short> above, scoped Span<short> values)
        where TBits : struct, IBits, allows ref struct
    {
        var beside = Math.Abs((int)_left[at]) + Math.Abs((int)above[at]);
        var within = Within(values, at);
        var near = Math.Min((2 * within) + beside + 1, 16) / 2;
        int value = values[at], large = Math.Abs(value);
        if (!isLast && bits.Code(ref _zero[(((Zone[at] * Nears) + near) * 3) + Math.Min(within, 2)], large == 0 ? 0 : 1) == 0)
        {
            return;
        }

        large = 1 + Unary(ref bits, _more.AsSpan(((near * 2) + (at < 2 || at == 8 ? 0 : 1)) * Steps, Steps), Steps, 0, large - 1);
        values[at] = Short(bits.Code(value < 0 ? 1 : 0) == 1 ? -large : large);
    }

    // Those of higher frequency next to it, which are known already.
    private static int Within(ReadOnlySpan<short> values, int at)
    {
        var (column, row, sum) = (at & 7, at >> 3, 0);
        sum += column < 7 ? Math.Abs((int)values[at + 1]) : 0;
        sum += row < 7 ? Math.Abs((int)values[at + 8]) : 0;
        sum += column < 7 && row < 7 ? Math.Abs((int)values[at + 9]) : 0;
        sum += column < 6 ? Math.Abs((int)values[at + 2]) : 0;
        return sum + (row < 6 ? Math.Abs((int)values[at + 16]) : 0);
    }

    // Ones, up to a limit; what is beyond it in the form of Elias (1975).
    private static int Unary<TBits>(ref TBits bits, scoped Span<Chance> chances, int steps, int number, int value)
        where TBits : struct, IBits, allows ref struct
    {
        while (number < Escape && bits.Code(ref chances[Math.Min(number, steps - 1)], value > number ? 1 : 0) == 1)
        {
            number++;
        }

        if (number < Escape)
        {
            return number;
        }

        var (beyond, length) = (value - Escape + 1, 0);
        while (length < 12 && bits.Code(beyond >> (length + 1) > 0 ? 1 : 0) == 1)
        {
            length++;
        }

        var read = 1;
        for (var bit = length - 1; bit >= 0; bit--)
        {
            read = (read << 1) | bits.Code((beyond >> bit) & 1);
        }

        return Escape + read - 1;
    }

    private static short Short(int value) => (short)Math.Clamp(value, -4095, 4095);
}
