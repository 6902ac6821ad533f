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

    // Which of the six a column of the upper half is; -1 for none of them. A counter or a name may stand on it: a quarter may be otherwise.
    private static int BarAt(in LookPicture picture, int x)
    {
        Span<byte> us = stackalloc byte[Rows], vs = stackalloc byte[Rows];
        for (var row = 0; row < Rows; row++)
        {
            var at = picture.Height / 2 * (8 + 3 * row) / 100 * (picture.Width / 2) + x; // from a twelfth down to not quite the middle
            (us[row], vs[row]) = (picture.U[at], picture.V[at]);
        }

        us.Sort();
        vs.Sort();
        var (u, v) = (us[Rows / 2] - 128, vs[Rows / 2] - 128);
        if (u * u + v * v < Strong * Strong || Spread(us) > Uneven || Spread(vs) > Uneven)
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

    // Of the closest three quarters.
    private static int Spread(ReadOnlySpan<byte> sorted)
    {
        var least = 255;
        for (var first = 0; first <= Rows / 4; first++)
        {
            least = Math.Min(least, sorted[first + Rows * 3 / 4 - 1] - sorted[first]);
        }

        return least;
    }
}
