using VideoIndex.Vision.ScreenText.Strokes;

namespace VideoIndex.Vision.ScreenText.Lines;

/// <summary>How a string of parts lies: the slope along which their feet and tops are most nearly in line.</summary>
/// <param name="Slope">By how much it rises for each pixel to the right.</param>
/// <param name="Feet">How far the feet are off a line, the worst quarter left out, in 64ths of the middle height.</param>
/// <param name="Tops">The same for the tops.</param>
/// <param name="Height">The middle height of the parts, in pixels.</param>
internal readonly record struct Lay(double Slope, int Feet, int Tops, int Height)
{
    /// <summary>The steepest line there is: 32 degrees.</summary>
    public const double Steepest = 0.625;

    // A tilt must explain this much more than being level does, in 64ths of the height.
    private const int Level = 4;

    /// <summary>Finds how parts lie, given left to right.</summary>
    public static Lay Of(IReadOnlyList<Part> parts)
    {
        var height = Middle([.. parts.Select(part => part.Height)]);
        var level = At(parts, 0, height);
        if (parts.Count < 3 || level.Feet + level.Tops <= Level)
        {
            return level;
        }

        var best = level;
        foreach (var slope in (double[])[Slant(parts, part => 2 * part.Bottom), Slant(parts, part => 2 * part.Top), Slant(parts, part => part.Top + part.Bottom)])
        {
            if (Math.Abs(slope) <= Steepest && At(parts, slope, height) is var lay && lay.Feet + lay.Tops < best.Feet + best.Tops)
            {
                best = lay;
            }
        }

        return best.Feet + best.Tops + Level + parts[0].Width * 8 / (parts[^1].Right - parts[0].Left) < level.Feet + level.Tops ? best : level;
    }

    /// <summary>Returns the middle one of some numbers.</summary>
    public static int Middle(int[] numbers)
    {
        Array.Sort(numbers);
        return numbers[numbers.Length / 2];
    }

    private static Lay At(IReadOnlyList<Part> parts, double slope, int height)
    {
        var (feet, tops) = (new int[parts.Count], new int[parts.Count]);
        for (var at = 0; at < parts.Count; at++)
        {
            var part = parts[at];
            var level = slope * (part.Left + part.Right) / 2;
            (feet[at], tops[at]) = ((int)(16 * (part.Bottom + level)), (int)(16 * (part.Top + level)));
        }

        return new Lay(slope, Off(feet, height), Off(tops, height), height);
    }

    private static int Off(int[] places, int height)
    {
        var (middle, counted, sum) = (Middle(places), (3 * places.Length + 3) / 4, 0);
        for (var at = 0; at < places.Length; at++)
        {
            places[at] = Math.Abs(places[at] - middle);
        }

        Array.Sort(places);
        foreach (var off in places.AsSpan(0, counted))
        {
            sum += off;
        }

        return sum * 4 / (counted * height);
    }

    // Least squares; rising is up, and rows count down.
    private static double Slant(IReadOnlyList<Part> parts, Func<Part, int> twice)
    {
        var (count, x, y, xx, xy) = ((double)parts.Count, 0.0, 0.0, 0.0, 0.0);
        foreach (var part in parts)
        {
            var (at, to) = ((part.Left + part.Right) / 2.0, twice(part) / 2.0);
            (x, y, xx, xy) = (x + at, y + to, xx + at * at, xy + at * to);
        }

        var spread = count * xx - x * x;
        return spread > 0 ? -(count * xy - x * y) / spread : 0;
    }
}
