using VideoIndex.Looks;

namespace VideoIndex.Brands.Pictures;

/// <summary>Makes a picture smaller: each new pixel is the mean of the area it covers, colours weighted by how opaque they are.</summary>
/// <remarks>In whole numbers, so every machine gives the same answer.</remarks>
public static class Shrinking
{
    /// <summary>Returns the picture with its longer side at most so many pixels; one that is no longer is returned as it is.</summary>
    public static ColourPicture To(ColourPicture picture, int longest)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 1);
        var side = Math.Max(picture.Width, picture.Height);
        if (side <= longest)
        {
            return picture;
        }

        var small = new ColourPicture(Scaled(picture.Width, longest, side), Scaled(picture.Height, longest, side), []);
        small = small with { Rgba = new byte[small.Width * small.Height * ColourPicture.Channels] };
        for (var y = 0; y < small.Height; y++)
        {
            for (var x = 0; x < small.Width; x++)
            {
                Mean(picture, small, x, y);
            }
        }

        return small;
    }

    private static int Scaled(int length, int longest, int side) => Math.Max(1, (int)(((long)length * longest * 2 + side) / (2L * side)));

    // A pixel of the picture is as many units wide as the small one has columns, and one of the small one as many as the
    // picture has: so every overlap is a whole number of units.
    private static void Mean(ColourPicture from, ColourPicture to, int x, int y)
    {
        var (left, right) = ((long)x * from.Width, (long)(x + 1) * from.Width);
        var (top, bottom) = ((long)y * from.Height, (long)(y + 1) * from.Height);
        long red = 0, green = 0, blue = 0, alpha = 0, area = 0;
        for (var row = top / to.Height; row * to.Height < bottom; row++)
        {
            var high = Math.Min(bottom, (row + 1) * to.Height) - Math.Max(top, row * to.Height);
            for (var column = left / to.Width; column * to.Width < right; column++)
            {
                var share = high * (Math.Min(right, (column + 1) * to.Width) - Math.Max(left, column * to.Width));
                var pixel = from.Rgba.AsSpan((int)(row * from.Width + column) * ColourPicture.Channels, ColourPicture.Channels);
                var seen = share * pixel[3];
                (red, green, blue) = (red + seen * pixel[0], green + seen * pixel[1], blue + seen * pixel[2]);
                (alpha, area) = (alpha + seen, area + share);
            }
        }

        var mean = to.Rgba.AsSpan((y * to.Width + x) * ColourPicture.Channels, ColourPicture.Channels);
        mean[3] = Rounded(alpha, area);
        if (alpha > 0)
        {
            (mean[0], mean[1], mean[2]) = (Rounded(red, alpha), Rounded(green, alpha), Rounded(blue, alpha));
        }
    }

    private static byte Rounded(long sum, long weight) => (byte)((2 * sum + weight) / (2 * weight));
}
