using VideoIndex.Logos.Geometry;

namespace VideoIndex.Ffmpeg.Frames;

/// <summary>Draws the outline of a place into a picture: bright, with dark beside it, so that it is seen on any ground. Pure.</summary>
internal static class Outline
{
    private const int Channels = 3;
    private const double Bright = 1.5, Dark = 2.6;

    private static readonly byte[] Line = [255, 221, 0], Beside = [0, 0, 0];

    /// <summary>Draws it; what lies outside of the picture is left out.</summary>
    /// <param name="rgb">Width x height x 3 bytes, rows top to bottom.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="place">The place, in the picture's pixels.</param>
    public static void Draw(Span<byte> rgb, int width, int height, Quad place)
    {
        var corners = place.Corners;
        foreach (var (reach, colour) in ((double, byte[])[])[(Dark, Beside), (Bright, Line)])
        {
            for (var side = 0; side < corners.Length; side++)
            {
                Draw(rgb, (width, height), (corners[side], corners[(side + 1) % corners.Length]), reach, colour);
            }
        }
    }

    private static void Draw(Span<byte> rgb, (int Width, int Height) size, (Point From, Point To) side, double reach, byte[] colour)
    {
        var (left, right) = (Clamped(Math.Min(side.From.X, side.To.X) - reach, size.Width), Clamped(Math.Max(side.From.X, side.To.X) + reach + 1, size.Width));
        var (top, bottom) = (Clamped(Math.Min(side.From.Y, side.To.Y) - reach, size.Height), Clamped(Math.Max(side.From.Y, side.To.Y) + reach + 1, size.Height));
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                if (Distance(side, new Point(x, y)) <= reach)
                {
                    colour.CopyTo(rgb[(((y * size.Width) + x) * Channels)..]);
                }
            }
        }
    }

    private static int Clamped(double place, int most) => (int)Math.Clamp(place, 0, most);

    // From a point to the nearest one of a side.
    private static double Distance((Point From, Point To) side, Point point)
    {
        var (x, y) = (side.To.X - side.From.X, side.To.Y - side.From.Y);
        var along = Math.Clamp((((point.X - side.From.X) * x) + ((point.Y - side.From.Y) * y)) / Math.Max(1e-9, (x * x) + (y * y)), 0, 1);
        return point.To(new Point(side.From.X + (along * x), side.From.Y + (along * y)));
    }
}
