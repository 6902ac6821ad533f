namespace VideoIndex.Vision.Pixels;

/// <summary>From which two samples of a row or column each sample of a scaled one is mixed, and how much of each.</summary>
/// <remarks>
/// The middles of samples lie on one another, as in OpenCV's INTER_LINEAR for 8-bit pixels: weights are in 1/2048, rounded to the nearest
/// and halves to even, and beyond the ends the end itself counts.
/// </remarks>
internal sealed class LinearTaps
{
    /// <summary>How many parts a whole weight has.</summary>
    public const int One = 2048;

    /// <summary>Creates the taps of a row.</summary>
    /// <param name="source">How many samples there are, 1 or more.</param>
    /// <param name="target">How many are wanted, 1 or more.</param>
    /// <param name="endsCount">Whether a sample beyond an end is the end alone, as along rows; else it is mixed from the end twice, as along columns.</param>
    public LinearTaps(int source, int target, bool endsCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(source, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(target, 1);
        (First, Second, OfFirst, OfSecond) = (new int[target], new int[target], new short[target], new short[target]);
        var step = 1 / ((double)target / source);
        for (var at = 0; at < target; at++)
        {
            var place = (float)((at + 0.5) * step - 0.5);
            var first = (int)MathF.Floor(place);
            var part = place - first;
            if (endsCount && (first < 0 || first >= source - 1))
            {
                (first, part) = (Math.Clamp(first, 0, source - 1), 0);
            }

            First[at] = Math.Clamp(first, 0, source - 1);
            Second[at] = Math.Clamp(first + 1, 0, source - 1);
            OfFirst[at] = Weight(1 - part);
            OfSecond[at] = Weight(part);
        }
    }

    /// <summary>Gets the first sample of each.</summary>
    public int[] First { get; }

    /// <summary>Gets the second sample of each.</summary>
    public int[] Second { get; }

    /// <summary>Gets how much of the first.</summary>
    public short[] OfFirst { get; }

    /// <summary>Gets how much of the second.</summary>
    public short[] OfSecond { get; }

    private static short Weight(float part) => (short)MathF.Round(part * One, MidpointRounding.ToEven);
}
