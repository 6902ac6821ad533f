namespace VideoIndex.Accuracy.Logos.Scoring;

/// <summary>A four-cornered shape in pixels of the picture. Corners follow one another round it, beginning with the mark's own top left.</summary>
internal readonly record struct Quad((double X, double Y) A, (double X, double Y) B, (double X, double Y) C, (double X, double Y) D)
{
    public IReadOnlyList<(double X, double Y)> Corners => [A, B, C, D];

    /// <summary>Gets its area, in square pixels; positive whichever way round its corners go.</summary>
    public double Area => Math.Abs(Signed(Corners));

    /// <summary>Gets the shorter of its two mean sides.</summary>
    public double ShortSide => Math.Min(Distance(A, B) + Distance(D, C), Distance(A, D) + Distance(B, C)) / 2;

    /// <summary>Gets whether it is convex: one that crosses itself, or is bent in, is not.</summary>
    public bool IsConvex
    {
        get
        {
            var (corners, positive, negative) = (Corners, 0, 0);
            for (var at = 0; at < 4; at++)
            {
                var turn = Turn(corners[at], corners[(at + 1) % 4], corners[(at + 2) % 4]);
                positive += turn > 0 ? 1 : 0;
                negative += turn < 0 ? 1 : 0;
            }

            return (positive == 0 || negative == 0) && Area > 0;
        }
    }

    public static Quad Box(double left, double top, double right, double bottom) => new((left, top), (right, top), (right, bottom), (left, bottom));

    /// <summary>Returns the area two convex quads share by the area of both, 0 to 1; 0 where one is not convex.</summary>
    public static double Overlap(Quad one, Quad other)
    {
        if (!one.IsConvex || !other.IsConvex)
        {
            return 0;
        }

        var shared = one.Shared(other);
        return shared / (one.Area + other.Area - shared);
    }

    /// <summary>Returns the area shared with another convex quad, exactly. I. E. Sutherland and G. W. Hodgman, "Reentrant polygon clipping" (1974).</summary>
    public double Shared(Quad other)
    {
        var (shape, edges) = ((List<(double X, double Y)>)[A, B, C, D], other.Corners);
        var way = Math.Sign(Signed(edges));
        for (var at = 0; at < 4 && shape.Count > 0; at++)
        {
            var (from, to) = (edges[at], edges[(at + 1) % 4]);
            var kept = new List<(double X, double Y)>();
            for (var corner = 0; corner < shape.Count; corner++)
            {
                var (here, next) = (shape[corner], shape[(corner + 1) % shape.Count]);
                var (inside, beyond) = (way * Turn(from, to, here), way * Turn(from, to, next));
                if (inside >= 0)
                {
                    kept.Add(here);
                }

                if (inside >= 0 != beyond >= 0)
                {
                    var part = inside / (inside - beyond);
                    kept.Add((here.X + ((next.X - here.X) * part), here.Y + ((next.Y - here.Y) * part)));
                }
            }

            shape = kept;
        }

        return Math.Abs(Signed(shape));
    }

    private static double Signed(IReadOnlyList<(double X, double Y)> corners)
    {
        var sum = 0.0;
        for (var at = 0; at < corners.Count; at++)
        {
            var (here, next) = (corners[at], corners[(at + 1) % corners.Count]);
            sum += (here.X * next.Y) - (next.X * here.Y);
        }

        return sum / 2;
    }

    private static double Turn((double X, double Y) a, (double X, double Y) b, (double X, double Y) c) =>
        ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));

    private static double Distance((double X, double Y) a, (double X, double Y) b) =>
        Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));
}
