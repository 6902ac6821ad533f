using VideoIndex.Looks;

namespace VideoIndex.Copies.Pictures;

/// <summary>A small picture made independent of brightness and contrast: mean 0, deviation <see cref="Unit"/>.</summary>
internal static class Normal
{
    /// <summary>The standard deviation of what comes out.</summary>
    public const int Unit = 64;

    // Of a window's sums: a deviation below 2 of 255 is a flat picture, of which nothing can be said.
    private const int LeastDeviation = 2 * Reel.WindowTicks;

    /// <summary>Normalises a window's sums.</summary>
    /// <returns>Whether there is anything in the picture; else all is 0.</returns>
    public static bool Of(ReadOnlySpan<int> sums, Span<short> normal)
    {
        long sum = 0, square = 0;
        foreach (var value in sums)
        {
            sum += value;
            square += (long)value * value;
        }

        // The variance, times 144 squared.
        var spread = square * sums.Length - sum * sum;
        if (spread < (long)LeastDeviation * LeastDeviation * sums.Length * sums.Length)
        {
            normal.Clear();
            return false;
        }

        var deviation = Math.Sqrt(spread);
        for (var cell = 0; cell < sums.Length; cell++)
        {
            normal[cell] = (short)Math.Clamp(Math.Round((sums[cell] * (long)sums.Length - sum) * Unit / deviation), -4 * Unit, 4 * Unit);
        }

        return true;
    }

    /// <summary>Turns a picture into its mirror image.</summary>
    public static void Mirror(Span<short> normal)
    {
        for (var row = 0; row < FrameSketches.Height; row++)
        {
            normal.Slice(row * FrameSketches.Width, FrameSketches.Width).Reverse();
        }
    }
}
