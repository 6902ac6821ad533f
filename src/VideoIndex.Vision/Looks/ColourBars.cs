using VideoIndex.Looks;

namespace VideoIndex.Vision.Looks;

/// <summary>Recognises colour bars: yellow, cyan, green, magenta, red and blue upright side by side, in this order.</summary>
/// <remarks>Those six, in the order of their lightness, are in SMPTE's bars (RP 219, EG 1) and in EBU's, whatever stands beside and below them.</remarks>
internal static class ColourBars
{
    private const int Columns = 160, Rows = 12, Strong = 28, Uneven = 10;

    // Where each lies around the neutral point, blue difference and red difference in hundredths, in the order of the bars.
    private static ReadOnlySpan<sbyte> Directions => [-99, 12, 26, -97, -64, -77, 64, 77, -26, 97, 99, -12];

    /// <summary>Returns whether they are there.</summary>
    public static bool Are(in LookPicture picture)
    {
        var (expected, run, stray) = (0, 0, 0);
        for (var column = 0; column < Columns; column++)
        {
            var bar = BarAt(picture, (2 * column + 1) * (picture.Width / 2) / (2 * Columns));
            if (expected < 6 && bar == expected)
            {
                (run, stray) = (run + 1, 0);
            }
            else if (run >= Columns / 20 && (bar == expected + 1 || expected == 5))
            {
                if (expected == 5)
                {
                    return true;
                }

                (expected, run, stray) = (expected + 1, 1, 0);
            }
            else if (++stray > 2 && (expected > 0 || run > 0))
            {
                (expected, run, stray) = (0, bar == 0 ? 1 : 0, 0);
            }
        }

        return expected == 5 && run >= Columns / 20;
    }

    // Which of the six a column of the upper half is; -1 for none of them.
    private static int BarAt(in LookPicture picture, int x)
    {
        var (half, u, v) = (picture.Width / 2, 0, 0);
        var (leastU, mostU, leastV, mostV) = (255, 0, 255, 0);
        for (var row = 0; row < Rows; row++)
        {
            var at = picture.Height / 2 * (10 + 3 * row) / 100 * half + x; // from a tenth down to not quite the middle
            var (thisU, thisV) = (picture.U[at], picture.V[at]);
            (u, v) = (u + thisU - 128, v + thisV - 128);
            (leastU, mostU, leastV, mostV) = (Math.Min(leastU, thisU), Math.Max(mostU, thisU), Math.Min(leastV, thisV), Math.Max(mostV, thisV));
        }

        (u, v) = (u / Rows, v / Rows);
        if (u * u + v * v < Strong * Strong || mostU - leastU > Uneven || mostV - leastV > Uneven)
        {
            return -1;
        }

        var (bar, best) = (-1, 0);
        for (var colour = 0; colour < 6; colour++)
        {
            var along = u * Directions[2 * colour] + v * Directions[2 * colour + 1];
            (bar, best) = along > best ? (colour, along) : (bar, best);
        }

        return bar;
    }
}
