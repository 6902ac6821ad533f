using VideoIndex.Brands.Pictures;
using VideoIndex.Looks;

namespace VideoIndex.Logos.Pixels;

/// <summary>Draws an example small, at each size it is compared at.</summary>
public static class MarkPatterns
{
    // The root of the area, without the margin: a mark twice as wide as high is compared at as many pixels as a square one.
    private static readonly int[] Sides = [16, 24, 34, 48];
    private const double Margin = 0.06;

    /// <summary>Returns the patterns of an example, the smallest first.</summary>
    public static IReadOnlyList<MarkPattern> Of(ColourPicture example)
    {
        ArgumentNullException.ThrowIfNull(example);
        var root = Math.Sqrt((double)example.Width * example.Height);
        return [.. Sides.Select(side => Shrinking.To(example, (int)Math.Round(Math.Max(example.Width, example.Height) * Math.Min(1, side / root))))
            .DistinctBy(small => (small.Width, small.Height))
            .Select(small => Pattern(small, example))];
    }

    // The margin shows the ground, or of an opaque example nothing: what is beside it is not known.
    private static MarkPattern Pattern(ColourPicture small, ColourPicture example)
    {
        var opaque = example.IsOpaque;
        var margin = opaque ? 0 : Math.Max(2, (int)Math.Round(Margin * Math.Sqrt(((double)small.Width * small.Width) + ((double)small.Height * small.Height))));
        var (width, height) = (small.Width + (2 * margin), small.Height + (2 * margin));
        var (light, cover) = (new byte[width * height], opaque ? [] : new byte[width * height]);
        for (var y = 0; y < small.Height; y++)
        {
            for (var x = 0; x < small.Width; x++)
            {
                var pixel = small.Rgba.AsSpan(((y * small.Width) + x) * ColourPicture.Channels, ColourPicture.Channels);
                var at = ((y + margin) * width) + x + margin;
                light[at] = (byte)(((Luma(pixel) * pixel[3]) + 127) / 255);
                if (!opaque)
                {
                    cover[at] = pixel[3];
                }
            }
        }

        var (byWidth, byHeight) = ((double)example.Width / small.Width, (double)example.Height / small.Height);
        var place = new PatternPlace(byWidth, byHeight, ((0.5 - margin) * byWidth) - 0.5, ((0.5 - margin) * byHeight) - 0.5);
        return new MarkPattern(width, height, Softened(light, width, height), opaque ? [] : Softened(cover, width, height), place);
    }

    // As soft as what a camera and a coder leave of such small print: 1 2 1 both ways.
    private static byte[] Softened(byte[] pixels, int width, int height)
    {
        var soft = new byte[pixels.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var sum = 0;
                for (var at = 0; at < 9; at++)
                {
                    var (row, column) = (Math.Clamp(y + (at / 3) - 1, 0, height - 1), Math.Clamp(x + (at % 3) - 1, 0, width - 1));
                    sum += (2 - Math.Abs((at / 3) - 1)) * (2 - Math.Abs((at % 3) - 1)) * pixels[(row * width) + column];
                }

                soft[(y * width) + x] = (byte)((sum + 8) / 16);
            }
        }

        return soft;
    }

    private static int Luma(ReadOnlySpan<byte> rgb) => ((rgb[0] * 54) + (rgb[1] * 183) + (rgb[2] * 19) + 128) >> 8;
}
