namespace VideoIndex.Vision.ScreenText.Strokes;

/// <summary>Luma between pixels: a cubic through the four nearest along and down (Catmull and Rom 1974; Keys 1981).</summary>
internal static class Cubic
{
    /// <summary>Returns the luma at a point, pixel centres being whole; below 0 or above 255 beside a sharp edge.</summary>
    public static double At(Plane plane, double x, double y)
    {
        var (column, row) = unchecked(((int)Math.Floor(x), (int)Math.Floor(y)));
        var (across, down) = (x - column, y - row);
        if (column >= 1 && row >= 1 && column < plane.Width - 2 && row < plane.Height - 2)
        {
            var (pixels, at) = (plane.Pixels, unchecked((row - 1) * plane.Width + column - 1));
            return Between(Along(pixels, at, across), Along(pixels, at + plane.Width, across), Along(pixels, at + 2 * plane.Width, across), Along(pixels, at + 3 * plane.Width, across), down);
        }

        return AtEdge(plane, column, row, across, down);
    }

    private static double AtEdge(Plane plane, int column, int row, double across, double down)
    {
        Span<double> rows = stackalloc double[4];
        for (var at = 0; at < 4; at++)
        {
            var line = row - 1 + at;
            rows[at] = Between(
                plane.At(column - 1, line), plane.At(column, line), plane.At(column + 1, line), plane.At(column + 2, line), across);
        }

        return Between(rows[0], rows[1], rows[2], rows[3], down);
    }

    private static double Along(byte[] pixels, int at, double part)
    {
        var four = pixels.AsSpan(at, 4);
        return Between(four[0], four[1], four[2], four[3], part);
    }

    private static double Between(double a, double b, double c, double d, double part) =>
        b + 0.5 * part * (c - a + part * (2 * a - 5 * b + 4 * c - d + part * (3 * (b - c) + d - a)));
}
