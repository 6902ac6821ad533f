namespace VideoIndex.Vision.ScreenText.Reading.Places;

/// <summary>A rectangle that may be turned.</summary>
/// <param name="X">Its middle, in pixels from the left.</param>
/// <param name="Y">Its middle, in pixels from the top.</param>
/// <param name="Width">How long it is along its own direction, in pixels.</param>
/// <param name="Height">How long it is across it, in pixels.</param>
/// <param name="Radians">Its direction: 0 for level, above 0 for clockwise as pictures are seen; more than -pi/4 and pi/4 at the most.</param>
internal readonly record struct TurnedBox(double X, double Y, double Width, double Height, double Radians)
{
    /// <summary>Returns it with more on every side.</summary>
    /// <param name="by">How much, in pixels.</param>
    public TurnedBox Grown(double by) => this with { Width = Width + (2 * by), Height = Height + (2 * by) };

    /// <summary>Returns it in a picture that is so many times as large.</summary>
    /// <param name="by">How many times, above 0.</param>
    public TurnedBox Scaled(double by) => this with { X = X * by, Y = Y * by, Width = Width * by, Height = Height * by };

    /// <summary>Returns the upright box around it.</summary>
    public (double Left, double Top, double Right, double Bottom) Around()
    {
        var (cos, sin) = (Math.Abs(Math.Cos(Radians)), Math.Abs(Math.Sin(Radians)));
        var (wide, high) = (((Width * cos) + (Height * sin)) / 2, ((Width * sin) + (Height * cos)) / 2);
        return (X - wide, Y - high, X + wide, Y + high);
    }

    /// <summary>Returns whether a point is in it or on its edge.</summary>
    public bool Has(double x, double y)
    {
        var (cos, sin) = (Math.Cos(Radians), Math.Sin(Radians));
        return Math.Abs(((x - X) * cos) + ((y - Y) * sin)) <= Width / 2 && Math.Abs(((y - Y) * cos) - ((x - X) * sin)) <= Height / 2;
    }

    /// <summary>Returns the smallest one around points: one of its sides lies on a side of their hull (H. Freeman and R. Shapira, 1975).</summary>
    /// <param name="points">The points, one or more.</param>
    public static TurnedBox Around(IEnumerable<(int X, int Y)> points)
    {
        var hull = Hull([.. points.Distinct().OrderBy(point => point.X).ThenBy(point => point.Y)]);
        var (best, area) = (default(TurnedBox), double.PositiveInfinity);
        for (var at = 0; at < hull.Count; at++)
        {
            var (from, to) = (hull[at], hull[(at + 1) % hull.Count]);
            var box = Along(hull, Math.Atan2(to.Y - from.Y, to.X - from.X));
            if (box.Width * box.Height < area)
            {
                (best, area) = (box, box.Width * box.Height);
            }
        }

        return best;
    }

    // A quarter turn more or less is the same rectangle with its sides the other way round.
    private static TurnedBox Along(List<(int X, int Y)> hull, double radians)
    {
        radians -= Math.PI / 2 * Math.Ceiling((radians / (Math.PI / 2)) - 0.5);
        var (cos, sin) = (Math.Cos(radians), Math.Sin(radians));
        var (along, across) = (hull.ConvertAll(point => (point.X * cos) + (point.Y * sin)), hull.ConvertAll(point => (point.Y * cos) - (point.X * sin)));
        var (middle, off) = ((along.Min() + along.Max()) / 2, (across.Min() + across.Max()) / 2);
        return new TurnedBox((middle * cos) - (off * sin), (middle * sin) + (off * cos), along.Max() - along.Min(), across.Max() - across.Min(), radians);
    }

    // A. Andrew's chain, 1979: the lower side from left to right, then the upper one back.
    private static List<(int X, int Y)> Hull(List<(int X, int Y)> sorted)
    {
        if (sorted.Count < 3)
        {
            return sorted;
        }

        var hull = new List<(int X, int Y)>();
        foreach (var side in (IEnumerable<(int X, int Y)>[])[sorted, sorted.AsEnumerable().Reverse()])
        {
            var start = hull.Count;
            foreach (var point in side)
            {
                while (hull.Count >= start + 2 && Turn(hull[^2], hull[^1], point) <= 0)
                {
                    hull.RemoveAt(hull.Count - 1);
                }

                hull.Add(point);
            }

            hull.RemoveAt(hull.Count - 1);
        }

        return hull;
    }

    private static long Turn((int X, int Y) a, (int X, int Y) b, (int X, int Y) c) =>
        ((long)(b.X - a.X) * (c.Y - a.Y)) - ((long)(b.Y - a.Y) * (c.X - a.X));
}
