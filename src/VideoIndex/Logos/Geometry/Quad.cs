namespace VideoIndex.Logos.Geometry;

/// <summary>A convex four-sided figure: where the corners of a mark lie in a picture.</summary>
/// <param name="TopLeft">Where the mark's own upper left corner lies.</param>
/// <param name="TopRight">Its upper right corner.</param>
/// <param name="BottomRight">Its lower right corner.</param>
/// <param name="BottomLeft">Its lower left corner.</param>
public readonly record struct Quad(Point TopLeft, Point TopRight, Point BottomRight, Point BottomLeft)
{
    /// <summary>Gets its area in square pixels.</summary>
    public double Area => Polygon.Area(Corners);

    /// <summary>Gets its middle: the mean of its corners.</summary>
    public Point Middle => new((TopLeft.X + TopRight.X + BottomRight.X + BottomLeft.X) / 4, (TopLeft.Y + TopRight.Y + BottomRight.Y + BottomLeft.Y) / 4);

    /// <summary>Gets the length of its shorter pair of sides, each pair by its mean, in pixels.</summary>
    public double ShortSide => Math.Min(
        (TopLeft.To(TopRight) + BottomLeft.To(BottomRight)) / 2,
        (TopLeft.To(BottomLeft) + TopRight.To(BottomRight)) / 2);

    /// <summary>Gets its corners, in the order they were given.</summary>
    public Point[] Corners => [TopLeft, TopRight, BottomRight, BottomLeft];

    /// <summary>Returns where a picture's corners come to.</summary>
    /// <param name="map">From the mark's own pixels to the picture's.</param>
    /// <param name="width">The mark's width.</param>
    /// <param name="height">The mark's height.</param>
    public static Quad Of(Affine map, double width, double height) =>
        new(map.At(new Point(0, 0)), map.At(new Point(width, 0)), map.At(new Point(width, height)), map.At(new Point(0, height)));

    /// <summary>Returns what two have in common, as a share of what they cover together: 0 apart, 1 the same.</summary>
    public double Overlap(Quad other)
    {
        var common = Polygon.Area(Polygon.Common(Corners, other.Corners));
        return common / Math.Max(1e-9, Area + other.Area - common);
    }

    /// <summary>Returns how many square pixels of it lie in a picture.</summary>
    public double AreaWithin(double width, double height) =>
        Polygon.Area(Polygon.Common(Corners, [new(0, 0), new(width, 0), new(width, height), new(0, height)]));

    /// <summary>Returns whether a point lies in it.</summary>
    public bool Holds(Point point) => Polygon.Holds(Corners, point);
}
