using VideoIndex.Logos.Geometry;
using VideoIndex.Looks;

namespace VideoIndex.Tests.Logos.Ends;

/// <summary>Draws frames of 320 x 180 pixels with a mark of 64 x 32 in them, over a ground of its own.</summary>
internal static class DrawnMark
{
    public const int Width = 320, Height = 180, MarkWidth = 64, MarkHeight = 32;

    /// <summary>Draws a frame.</summary>
    /// <param name="x">Where the mark's left edge is.</param>
    /// <param name="y">Where its upper edge is.</param>
    /// <param name="share">How much of the mark shines through, 0 to 1.</param>
    /// <param name="hidden">Up to which column of the mark something stands before it.</param>
    /// <param name="noise">How many gray levels each pixel is off at most.</param>
    /// <param name="seed">Draws the noise.</param>
    public static GrayPicture Frame(double x, double y = 60, double share = 1, int hidden = 0, int noise = 0, int seed = 1)
    {
        var (pixels, random) = (new byte[Width * Height], new Random(seed));
        for (var row = 0; row < Height; row++)
        {
            for (var column = 0; column < Width; column++)
            {
                var (u, v) = ((int)Math.Round(column - x), (int)Math.Round(row - y));
                var value = Ground(column, row);
                if (u is >= 0 and < MarkWidth && v is >= 0 and < MarkHeight)
                {
                    value = u < hidden ? 90 + (12 * Math.Sin((column * 0.7) + (row * 0.4))) : (share * Mark(u, v)) + ((1 - share) * value);
                }

                pixels[(row * Width) + column] = (byte)Math.Clamp(value + random.Next(-noise, noise + 1), 0, 255);
            }
        }

        return new GrayPicture(Width, Height, pixels);
    }

    /// <summary>Returns where the mark lies.</summary>
    public static Quad Place(double x, double y = 60) => new(
        new Point(x, y), new Point(x + MarkWidth - 1, y), new Point(x + MarkWidth - 1, y + MarkHeight - 1), new Point(x, y + MarkHeight - 1));

    // Blocks of four pixels, black or white.
    private static double Mark(int u, int v) => ((((u / 4) * 7) + ((v / 4) * 13) + ((u / 4) * (v / 4) * 5)) % 11) < 5 ? 30 : 220;

    private static double Ground(int x, int y) => 120 + (25 * Math.Sin(x * 0.11) * Math.Cos(y * 0.07)) + (10 * Math.Sin((x + (2 * y)) * 0.31));
}
