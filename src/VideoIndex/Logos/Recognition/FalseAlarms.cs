namespace VideoIndex.Logos.Recognition;

/// <summary>How many times chance alone would do what was seen.</summary>
/// <remarks>The number of false alarms of the a-contrario method (Desolneux, Moisan and Morel 2008): tests made times the tail of a binomial.</remarks>
internal static class FalseAlarms
{
    /// <summary>Returns the decimal logarithm of the expected number of false alarms: the lower, the surer.</summary>
    /// <param name="matches">How many matches there were in all.</param>
    /// <param name="agreeing">How many of them agree with one pose.</param>
    /// <param name="fixing">How many matches it takes to fix the pose.</param>
    /// <param name="chance">The chance that a match of nothing agrees with a pose.</param>
    public static double Expected(int matches, int agreeing, int fixing, double chance) =>
        (Math.Log10(Math.Max(matches, 1)) * fixing)
        + (agreeing > fixing ? Tail(Math.Max(matches - fixing, agreeing - fixing), agreeing - fixing, chance) : 0);

    // The decimal logarithm of the chance of at least k of n: the first term, and the rest as a geometric series above it.
    private static double Tail(int n, int k, double chance)
    {
        var p = Math.Clamp(chance, 1e-12, 0.999);
        var first = Choose(n, k) + (k * Math.Log10(p)) + ((n - k) * Math.Log10(1 - p));
        var ratio = (double)(n - k) / (k + 1) * p / (1 - p);
        return Math.Min(0, first - (ratio < 0.9 ? Math.Log10(1 - ratio) : -1));
    }

    private static double Choose(int n, int k)
    {
        var sum = 0.0;
        for (var at = 1; at <= Math.Min(k, n - k); at++)
        {
            sum += Math.Log10((double)(n - Math.Min(k, n - k) + at) / at);
        }

        return sum;
    }
}
