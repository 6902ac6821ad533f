using System.Numerics;

namespace VideoIndex.Speech.Timing;

/// <summary>Gives every value of a row the median of those around it; a row's ends are mirrored.</summary>
/// <param name="longest">The most values a row has.</param>
/// <param name="width">How many values the median is taken of: odd.</param>
/// <remarks>A row of no more than half the width is left as it is, for there is nothing to mirror. One is used by one thread at a time.</remarks>
internal sealed class MedianFilter(int longest, int width = MedianFilter.Usual)
{
    /// <summary>The width word times are found with: 140 ms.</summary>
    public const int Usual = 7;

    private readonly int _half = width / 2;
    private readonly float[] _mirrored = new float[longest + width - 1];
    private readonly float[] _window = new float[width];

    /// <summary>Filters one row.</summary>
    public void Filter(ReadOnlySpan<float> row, Span<float> medians)
    {
        if (row.Length <= _half)
        {
            row.CopyTo(medians);
            return;
        }

        Mirror(row);
        var at = width == Usual ? Lanes(row.Length, medians) : 0;
        for (; at < row.Length; at++)
        {
            _mirrored.AsSpan(at, width).CopyTo(_window);
            Array.Sort(_window);
            medians[at] = _window[_half];
        }
    }

    private void Mirror(ReadOnlySpan<float> row)
    {
        row.CopyTo(_mirrored.AsSpan(_half));
        for (var i = 1; i <= _half; i++)
        {
            _mirrored[_half - i] = row[i];
            _mirrored[_half + row.Length - 1 + i] = row[row.Length - 1 - i];
        }
    }

    // A network of 13 exchanges finds the middle of seven; it is the same for every lane.
    private int Lanes(int length, Span<float> medians)
    {
        var at = 0;
        for (; at + Vector<float>.Count <= length; at += Vector<float>.Count)
        {
            Vector<float> a = Load(at), b = Load(at + 1), c = Load(at + 2), d = Load(at + 3);
            Vector<float> e = Load(at + 4), f = Load(at + 5), g = Load(at + 6);
            Order(ref a, ref f);
            Order(ref a, ref d);
            Order(ref b, ref g);
            Order(ref c, ref e);
            Order(ref a, ref b);
            Order(ref d, ref f);
            Order(ref c, ref g);
            Order(ref c, ref d);
            Order(ref d, ref g);
            Order(ref e, ref f);
            Order(ref b, ref e);
            Order(ref b, ref d);
            Vector.Min(d, e).CopyTo(medians[at..]);
        }

        return at;
    }

    private Vector<float> Load(int at) => new(_mirrored, at);

    private static void Order(ref Vector<float> low, ref Vector<float> high) => (low, high) = (Vector.Min(low, high), Vector.Max(low, high));
}
