using System.Numerics;
using VideoIndex.Inference;

namespace VideoIndex.Speech.Decoding.Rules;

/// <summary>Sums and maxima over the logits of one token: some 50,000 values, looked at several times a token, so eight or so at once.</summary>
internal static class Logits
{
    /// <summary>Returns the greatest value; minus infinity of none.</summary>
    public static float Max(ReadOnlySpan<float> values)
    {
        var best = new Vector<float>(float.NegativeInfinity);
        var at = 0;
        for (; at <= values.Length - Vector<float>.Count; at += Vector<float>.Count)
        {
            best = Vector.Max(best, new Vector<float>(values[at..]));
        }

        var greatest = float.NegativeInfinity;
        for (var lane = 0; lane < Vector<float>.Count; lane++)
        {
            greatest = Math.Max(greatest, best[lane]);
        }

        for (; at < values.Length; at++)
        {
            greatest = Math.Max(greatest, values[at]);
        }

        return greatest;
    }

    /// <summary>Returns where a value comes first; -1 if it does not.</summary>
    public static int IndexOf(ReadOnlySpan<float> values, float value)
    {
        var sought = new Vector<float>(value);
        var at = 0;
        while (at <= values.Length - Vector<float>.Count && !Vector.EqualsAny(sought, new Vector<float>(values[at..])))
        {
            at += Vector<float>.Count;
        }

        for (; at < values.Length; at++)
        {
            if (values[at] == value)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Returns the logarithm of the sum of the exponentials; minus infinity where every value is.</summary>
    /// <exception cref="ModelException">A value is not a number (<c>not-a-number</c>).</exception>
    public static float LogSumExp(ReadOnlySpan<float> values)
    {
        var greatest = Max(values);
        return float.IsNegativeInfinity(greatest) && !values.ContainsNotANumber()
            ? greatest
            : greatest + MathF.Log(Checked(SumExp(values, greatest, 1)));
    }

    /// <summary>Returns the sum of exp((value - <paramref name="greatest"/>) * <paramref name="scale"/>).</summary>
    public static float SumExp(ReadOnlySpan<float> values, float greatest, float scale)
    {
        var (offset, times) = (new Vector<float>(greatest), new Vector<float>(scale));
        var sums = Vector<float>.Zero;
        var at = 0;
        for (; at <= values.Length - Vector<float>.Count; at += Vector<float>.Count)
        {
            sums += Vector.Exp((new Vector<float>(values[at..]) - offset) * times);
        }

        var sum = Vector.Sum(sums);
        for (; at < values.Length; at++)
        {
            sum += MathF.Exp((values[at] - greatest) * scale);
        }

        return sum;
    }

    /// <summary>Finds the greatest values that are not minus infinity, greatest first; of equal ones the first comes first.</summary>
    /// <returns>How many there are: as many as <paramref name="places"/> takes, or fewer.</returns>
    public static int Top(ReadOnlySpan<float> values, Span<int> places)
    {
        var count = 0;
        var least = float.NegativeInfinity;
        for (var at = 0; at < values.Length;)
        {
            if (at <= values.Length - Vector<float>.Count
                && !Vector.GreaterThanAny(new Vector<float>(values[at..]), new Vector<float>(least)))
            {
                at += Vector<float>.Count;
                continue;
            }

            var end = Math.Min(values.Length, at + Vector<float>.Count);
            for (; at < end; at++)
            {
                count = values[at] > least ? Insert(values, places, count, at) : count;
                least = count == places.Length ? values[places[^1]] : float.NegativeInfinity;
            }
        }

        return count;
    }

    private static int Insert(ReadOnlySpan<float> values, Span<int> places, int count, int at)
    {
        var rank = Math.Min(count, places.Length - 1);
        while (rank > 0 && values[at] > values[places[rank - 1]])
        {
            places[rank] = places[rank - 1];
            rank--;
        }

        places[rank] = at;
        return Math.Min(count + 1, places.Length);
    }

    private static bool ContainsNotANumber(this ReadOnlySpan<float> values)
    {
        foreach (var value in values)
        {
            if (float.IsNaN(value))
            {
                return true;
            }
        }

        return false;
    }

    private static float Checked(float sum) => float.IsNaN(sum)
        ? throw new ModelException("not-a-number", "The speech model answered with something that is not a number.")
        : sum;
}
