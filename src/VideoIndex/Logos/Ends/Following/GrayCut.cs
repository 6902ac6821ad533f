using VideoIndex.Logos.Geometry;
using VideoIndex.Looks;

namespace VideoIndex.Logos.Ends.Following;

/// <summary>A piece of a picture, made smaller where what is looked at is large. Quads are given in the whole picture's pixels.</summary>
/// <param name="Picture">The piece.</param>
/// <param name="Left">Where it begins in the whole, in pixels.</param>
/// <param name="Top">Where it begins in the whole, in pixels.</param>
/// <param name="Factor">How many pixels of the whole one of its pixels is wide and high, from 1: their mean.</param>
/// <param name="Whole">The size of the whole, in pixels.</param>
public sealed record GrayCut(GrayPicture Picture, int Left, int Top, int Factor, (int Width, int Height) Whole)
{
    private const int LongestSide = 96;

    /// <summary>Returns the factor for a mark: so that its longer sides are 96 to 192 pixels long, or as they are.</summary>
    public static int FactorFor(Quad mark)
    {
        var longest = Math.Max(mark.TopLeft.To(mark.TopRight), Math.Max(mark.BottomLeft.To(mark.BottomRight), Math.Max(mark.TopLeft.To(mark.BottomLeft), mark.TopRight.To(mark.BottomRight))));
        return Math.Max(1, (int)(longest / LongestSide));
    }

    /// <summary>Cuts a piece out of a picture: what of it lies within the picture, in whole squares of the factor.</summary>
    public static GrayCut Of(GrayPicture whole, (int Left, int Top, int Right, int Bottom) box, int factor)
    {
        ArgumentNullException.ThrowIfNull(whole);
        var (left, top) = (Math.Clamp(box.Left, 0, whole.Width), Math.Clamp(box.Top, 0, whole.Height));
        var (width, height) = (Math.Max(0, Math.Min(box.Right, whole.Width) - left) / factor, Math.Max(0, Math.Min(box.Bottom, whole.Height) - top) / factor);
        var pixels = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                pixels[(y * width) + x] = Mean(whole, left + (x * factor), top + (y * factor), factor);
            }
        }

        return new GrayCut(new GrayPicture(width, height, pixels), left, top, factor, (whole.Width, whole.Height));
    }

    /// <summary>Returns the share of a quad that lies in the whole picture, 0 to 1.</summary>
    public double Inside(Quad quad) => quad.AreaWithin(Whole.Width, Whole.Height) / Math.Max(1e-9, quad.Area);

    /// <summary>Returns where a quad lies in the piece, in its own pixels.</summary>
    public Quad In(Quad quad) => new(In(quad.TopLeft), In(quad.TopRight), In(quad.BottomRight), In(quad.BottomLeft));

    private Point In(Point point) => new((point.X - Left - ((Factor - 1) / 2.0)) / Factor, (point.Y - Top - ((Factor - 1) / 2.0)) / Factor);

    private static byte Mean(GrayPicture whole, int left, int top, int side)
    {
        if (side == 1)
        {
            return whole.Pixels[(top * whole.Width) + left];
        }

        var sum = 0;
        for (var y = top; y < top + side; y++)
        {
            foreach (var pixel in whole.Pixels.AsSpan((y * whole.Width) + left, side))
            {
                sum += pixel;
            }
        }

        return (byte)((sum + (side * side / 2)) / (side * side));
    }
}
