using System.Numerics;
using VideoIndex.Accuracy.Logos.Marks;

namespace VideoIndex.Accuracy.Logos.Drawing;

/// <summary>What is painted on something: luma, U, V and alpha of each pixel, 0 to 255 and multiplied by alpha, at its own size and at half of it again and again.</summary>
internal sealed class Texture
{
    private readonly List<(int Width, int Height, Vector4[] Pixels)> _levels = [];

    public Texture(Mark mark)
    {
        var pixels = new Vector4[mark.Width * mark.Height];
        for (var at = 0; at < pixels.Length; at++)
        {
            pixels[at] = Told(mark.Pixels.AsSpan(at * 4, 4));
        }

        for (var (width, height) = (mark.Width, mark.Height); ;)
        {
            _levels.Add((width, height, pixels));
            if (width < 8 || height < 8)
            {
                break;
            }

            (pixels, width, height) = (Half(pixels, width, height), width / 2, height / 2);
        }
    }

    public int Width => _levels[0].Width;

    public int Height => _levels[0].Height;

    /// <summary>Returns the level for so many of its pixels to one of the picture.</summary>
    public int Level(double pixels) => Math.Clamp((int)Math.Floor(Math.Log2(Math.Max(1, pixels)) + 0.25), 0, _levels.Count - 1);

    /// <summary>Returns what is at a point, in its own pixels; nothing outside.</summary>
    public Vector4 At(double x, double y, int level)
    {
        var (width, height, pixels) = _levels[level];
        if (x < 0 || y < 0 || x > Width || y > Height)
        {
            return Vector4.Zero;
        }

        var (across, down) = ((float)(x * width / Width - 0.5), (float)(y * height / Height - 0.5));
        var (left, top) = ((int)MathF.Floor(across), (int)MathF.Floor(down));
        var (fx, fy) = (across - left, down - top);
        var (x0, x1) = (Math.Clamp(left, 0, width - 1), Math.Clamp(left + 1, 0, width - 1));
        var (y0, y1) = (Math.Clamp(top, 0, height - 1) * width, Math.Clamp(top + 1, 0, height - 1) * width);
        return Vector4.Lerp(
            Vector4.Lerp(pixels[y0 + x0], pixels[y0 + x1], fx), Vector4.Lerp(pixels[y1 + x0], pixels[y1 + x1], fx), fy);
    }

    // BT.709, narrow range.
    private static Vector4 Told(ReadOnlySpan<byte> pixel)
    {
        var (red, green, blue, alpha) = (pixel[0] / 255f, pixel[1] / 255f, pixel[2] / 255f, pixel[3] / 255f);
        var luma = 0.2126f * red + 0.7152f * green + 0.0722f * blue;
        return new Vector4(16 + 219 * luma, 128 + 224 * (blue - luma) / 1.8556f, 128 + 224 * (red - luma) / 1.5748f, 1) * alpha;
    }

    private static Vector4[] Half(Vector4[] pixels, int width, int height)
    {
        var (wide, high) = (width / 2, height / 2);
        var half = new Vector4[wide * high];
        for (var at = 0; at < half.Length; at++)
        {
            // An odd column or row is shared out, so that nothing moves: each pixel is the mean of what it covers.
            var (left, right) = (at % wide * (double)width / wide, (at % wide + 1) * (double)width / wide);
            var (top, bottom) = (at / wide * (double)height / high, (at / wide + 1) * (double)height / high);
            var sum = Vector4.Zero;
            for (var y = (int)top; y < Math.Min(height, bottom); y++)
            {
                var tall = (float)(Math.Min(y + 1, bottom) - Math.Max(y, top));
                for (var x = (int)left; x < Math.Min(width, right); x++)
                {
                    sum += pixels[y * width + x] * (tall * (float)(Math.Min(x + 1, right) - Math.Max(x, left)));
                }
            }

            half[at] = sum / (float)((right - left) * (bottom - top));
        }

        return half;
    }
}
