namespace VideoIndex.Logos.Geometry;

/// <summary>What quads need of convex polygons, given by their corners in either direction.</summary>
internal static class Polygon
{
    /// <summary>Returns the area.</summary>
    public static double Area(ReadOnlySpan<Point> corners) => Math.Abs(Signed(corners));

    /// <summary>Returns what two convex polygons have in common; nothing where they are apart.</summary>
    /// <remarks>Sutherland and Hodgman, "Reentrant polygon clipping" (1974).</remarks>
    public static Point[] Common(ReadOnlySpan<Point> one, ReadOnlySpan<Point> other)
    {
        var left = one.ToArray().ToList();
        var turn = Math.Sign(Signed(other));
        for (var side = 0; side < other.Length && left.Count > 0; side++)
        {
            var (from, to) = (other[side], other[(side + 1) % other.Length]);
            var kept = new List<Point>(left.Count + 1);
            for (var at = 0; at < left.Count; at++)
            {
                var (here, next) = (left[at], left[(at + 1) % left.Count]);
                var (inside, after) = (turn * Beside(from, to, here), turn * Beside(from, to, next));
                if (inside >= 0)
                {
                    kept.Add(here);
                }

                if (inside >= 0 != after >= 0)
                {
                    var share = inside / (inside - after);
                    kept.Add(new Point(here.X + (share * (next.X - here.X)), here.Y + (share * (next.Y - here.Y))));
                }
            }

            left = kept;
        }

        return [.. left];
    }

    /// <summary>Returns whether a convex polygon holds a point, its edge included.</summary>
    public static bool Holds(ReadOnlySpan<Point> corners, Point point)
    {
        var turn = Math.Sign(Signed(corners));
        for (var side = 0; side < corners.Length; side++)
        {
            if (turn * Beside(corners[side], corners[(side + 1) % corners.Length], point) < 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Returns the area of the smallest convex polygon around points.</summary>
    /// <remarks>Andrew's monotone chain (1979).</remarks>
    public static double HullArea(IEnumerable<Point> points)
    {
        var sorted = points.Distinct().OrderBy(point => point.X).ThenBy(point => point.Y).ToList();
        if (sorted.Count < 3)
        {
            return 0;
        }

        var hull = new List<Point>();
        foreach (var pass in (IEnumerable<Point>[])[sorted, Enumerable.Reverse(sorted)])
        {
            var start = hull.Count;
            foreach (var point in pass)
            {
                while (hull.Count >= start + 2 && Beside(hull[^2], hull[^1], point) <= 0)
                {
                    hull.RemoveAt(hull.Count - 1);
                }

                hull.Add(point);
            }

            hull.RemoveAt(hull.Count - 1);
        }

        return Area(hull.ToArray());
    }

    private static double Signed(ReadOnlySpan<Point> corners)
    {
        var twice = 0.0;
        for (var at = 0; at < corners.Length; at++)
        {
            var (here, next) = (corners[at], corners[(at + 1) % corners.Length]);
            twice += (here.X * next.Y) - (next.X * here.Y);
        }

        return twice / 2;
    }

    // Positive on the side a turn from x towards y leads to.
    private static double Beside(Point from, Point to, Point point) =>
        ((to.X - from.X) * (point.Y - from.Y)) - ((to.Y - from.Y) * (point.X - from.X));
}
