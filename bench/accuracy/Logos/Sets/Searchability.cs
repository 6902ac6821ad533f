using VideoIndex.Accuracy.Logos.Marks;

namespace VideoIndex.Accuracy.Logos.Sets;

/// <summary>Says how much there is in a mark to find it by: corners, counted without any recogniser.</summary>
internal static class Searchability
{
    private const int LeastForA = 75, LeastForB = 45;

    /// <summary>Returns A, B or C for a count of corners.</summary>
    public static char Grade(int corners) => corners switch { >= LeastForA => 'A', >= LeastForB => 'B', _ => 'C' };

    /// <summary>Returns in how many places of a mark, each 3 % of its diagonal wide, there is a corner at one of three sizes. J. Shi and C. Tomasi, "Good Features to Track" (1994).</summary>
    public static int Corners(Mark mark)
    {
        var places = new HashSet<(int, int)>();
        foreach (var size in (ReadOnlySpan<int>)[256, 128, 64])
        {
            var scale = (double)size / Math.Max(mark.Width, mark.Height);
            var small = mark.Resize((int)Math.Round(mark.Width * scale), (int)Math.Round(mark.Height * scale));
            Add(small, mark.Light() > 0.5, places);
        }

        return places.Count;
    }

    private static void Add(Mark mark, bool onBlack, HashSet<(int, int)> places)
    {
        const int Margin = 4;
        const double Least = 0.006;
        var (width, height) = (mark.Width + (2 * Margin), mark.Height + (2 * Margin));
        var light = new double[width * height];
        Array.Fill(light, onBlack ? 0 : 1);
        for (var at = 0; at < mark.Width * mark.Height; at++)
        {
            var pixel = mark.Pixels.AsSpan(at * 4, 4);
            ref var to = ref light[((at / mark.Width) + Margin) * width + (at % mark.Width) + Margin];
            to += (new Ink(pixel[0], pixel[1], pixel[2]).Light - to) * pixel[3] / 255;
        }

        var strength = new double[light.Length];
        for (var y = 2; y < height - 2; y++)
        {
            for (var x = 2; x < width - 2; x++)
            {
                strength[y * width + x] = Corner(light, width, x, y);
            }
        }

        var cell = 0.03 * Math.Sqrt((mark.Width * mark.Width) + (mark.Height * mark.Height));
        for (var y = 3; y < height - 3; y++)
        {
            for (var x = 3; x < width - 3; x++)
            {
                var here = strength[y * width + x];
                if (here > Least && Enumerable.Range(0, 9).All(at => strength[(y + (at / 3) - 1) * width + x + (at % 3) - 1] <= here))
                {
                    places.Add(((int)((x - Margin) / cell), (int)((y - Margin) / cell)));
                }
            }
        }
    }

    // The smaller eigenvalue of the gradients of the nine pixels around.
    private static double Corner(double[] light, int width, int x, int y)
    {
        var (xx, yy, xy) = (0.0, 0.0, 0.0);
        for (var at = 0; at < 9; at++)
        {
            var place = (y + (at / 3) - 1) * width + x + (at % 3) - 1;
            var (dx, dy) = ((light[place + 1] - light[place - 1]) / 2, (light[place + width] - light[place - width]) / 2);
            (xx, yy, xy) = (xx + (dx * dx / 9), yy + (dy * dy / 9), xy + (dx * dy / 9));
        }

        return ((xx + yy) / 2) - Math.Sqrt((((xx - yy) / 2) * ((xx - yy) / 2)) + (xy * xy));
    }
}
