namespace VideoIndex.Logos.Geometry;

/// <summary>An affine map of the plane: x' = A x + B y + X, y' = C x + D y + Y.</summary>
public readonly record struct Affine(double A, double B, double X, double C, double D, double Y)
{
    /// <summary>Gets the factor by which it enlarges areas; negative where it mirrors.</summary>
    public double Determinant => (A * D) - (B * C);

    /// <summary>Gets the factor by which it enlarges lengths on average: the root of the areas'.</summary>
    public double Scale => Math.Sqrt(Math.Abs(Determinant));

    /// <summary>Gets how much more it stretches along one direction than along another, 1 for a similarity.</summary>
    /// <remarks>The ratio of the singular values of the 2 x 2 part.</remarks>
    public double Stretch
    {
        get
        {
            var sum = (A * A) + (B * B) + (C * C) + (D * D);
            var difference = Math.Sqrt(Math.Max(0, (sum * sum) - (4 * Determinant * Determinant)));
            return Math.Sqrt((sum + difference) / Math.Max(1e-12, sum - difference));
        }
    }

    /// <summary>Returns the similarity that turns by an angle, enlarges, and brings one point to another.</summary>
    /// <param name="scale">The factor by which it enlarges.</param>
    /// <param name="angle">In radians, from x towards y.</param>
    /// <param name="from">The point.</param>
    /// <param name="to">Where it comes to.</param>
    public static Affine Similarity(double scale, double angle, Point from, Point to)
    {
        var (c, s) = (Math.Cos(angle) * scale, Math.Sin(angle) * scale);
        return new Affine(c, -s, to.X - ((c * from.X) - (s * from.Y)), s, c, to.Y - ((s * from.X) + (c * from.Y)));
    }

    /// <summary>Returns the map that is this one and then another.</summary>
    public Affine Then(in Affine next)
    {
        var moved = next.At(new Point(X, Y));
        return new Affine(
            (next.A * A) + (next.B * C), (next.A * B) + (next.B * D), moved.X,
            (next.C * A) + (next.D * C), (next.C * B) + (next.D * D), moved.Y);
    }

    /// <summary>Returns where a point comes to.</summary>
    public Point At(Point point) => new((A * point.X) + (B * point.Y) + X, (C * point.X) + (D * point.Y) + Y);

    /// <summary>Returns the direction, in radians, that a direction comes to.</summary>
    public double Turned(double angle)
    {
        var (c, s) = (Math.Cos(angle), Math.Sin(angle));
        return Math.Atan2((C * c) + (D * s), (A * c) + (B * s));
    }
}
