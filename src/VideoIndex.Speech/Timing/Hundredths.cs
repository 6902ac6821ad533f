namespace VideoIndex.Speech.Timing;

/// <summary>Rounds to hundredths by the exact value of a floating number, halves to even; multiplying first would round twice.</summary>
internal static class Hundredths
{
    /// <summary>Rounds.</summary>
    public static double Round(double value)
    {
        var whole = Math.Floor(value * 100);
        var side = Math.FusedMultiplyAdd(value, 100, -(whole + 0.5));
        return (side > 0 || (side == 0 && whole % 2 != 0) ? whole + 1 : whole) / 100;
    }
}
