namespace VideoIndex.Logos.Geometry;

/// <summary>A point of a picture, in pixels: (0, 0) is the middle of the pixel top left, y points down.</summary>
public readonly record struct Point(double X, double Y)
{
    /// <summary>Returns how far another point is.</summary>
    public double To(Point other) => Math.Sqrt(((X - other.X) * (X - other.X)) + ((Y - other.Y) * (Y - other.Y)));
}
