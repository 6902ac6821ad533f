using VideoIndex.Accuracy.Text.Planting;

namespace VideoIndex.Accuracy.Logos.Drawing;

/// <summary>A painted world in colour that a camera turns over: two textures, one above the other, with words written on them. It is mirrored beyond its edges.</summary>
internal sealed class Ground
{
    private const int Width = Canvas.Width, Height = Canvas.Height * 2;

    private readonly byte[] _luma = new byte[Width * Height], _u = new byte[Width / 2 * (Height / 2)], _v = new byte[Width / 2 * (Height / 2)];

    public Ground(IReadOnlyList<string> backdrops, Random random)
    {
        for (var half = 0; half < 2; half++)
        {
            var canvas = Backdrops.Draw(backdrops[random.Next(backdrops.Count)], random);
            Write(canvas, random);
            canvas.Luma.CopyTo(_luma, half * canvas.Luma.Length);
            Colour(half, random);
        }

        for (var at = 0; at < _luma.Length; at++)
        {
            _luma[at] = (byte)(16 + (_luma[at] * 219 / 255));
        }
    }

    /// <summary>Draws what a camera sees, given the way from the picture to the world.</summary>
    public void Draw(Frame to, Matrix way)
    {
        // The way is exact at every sixteenth pixel and straight between.
        const int Stride = 16;
        for (var row = 0; row < to.Height; row++)
        {
            var line = to.Luma.AsSpan(row * to.Width, to.Width);
            var (x, y) = Fixed(way.At(0.5, row + 0.5));
            for (var start = 0; start < line.Length; start += Stride)
            {
                var (nextX, nextY) = Fixed(way.At(start + Stride + 0.5, row + 0.5));
                var (stepX, stepY) = ((nextX - x) / Stride, (nextY - y) / Stride);
                for (var at = start; at < start + Stride; at++, x += stepX, y += stepY)
                {
                    line[at] = Luma((int)(x >> 12), (int)(y >> 12));
                }

                (x, y) = (nextX, nextY);
            }
        }

        for (var row = 0; row < to.Height / 2; row++)
        {
            for (var x = 0; x < to.Width / 2; x++)
            {
                var at = Chroma(way.At((x * 2) + 1, (row * 2) + 1));
                (to.U[row * to.Width / 2 + x], to.V[row * to.Width / 2 + x]) = (_u[at], _v[at]);
            }
        }
    }

    /// <summary>Returns the luma at a point of the world.</summary>
    public byte Luma((double X, double Y) point)
    {
        var (x, y) = Fixed(point);
        return Luma((int)(x >> 12), (int)(y >> 12));
    }

    private static (long X, long Y) Fixed((double X, double Y) point) => ((long)((point.X - 0.5) * (1 << 20)), (long)((point.Y - 0.5) * (1 << 20)));

    // In 256ths of a pixel.
    private byte Luma(int x, int y)
    {
        var (x0, x1) = (Fold(x >> 8, Width), Fold((x >> 8) + 1, Width));
        var (y0, y1) = (Fold(y >> 8, Height) * Width, Fold((y >> 8) + 1, Height) * Width);
        var (fx, fy) = (x & 255, y & 255);
        var upper = _luma[y0 + x0] * (256 - fx) + _luma[y0 + x1] * fx;
        var lower = _luma[y1 + x0] * (256 - fx) + _luma[y1 + x1] * fx;
        return (byte)((upper * (256 - fy) + lower * fy) >> 16);
    }

    private static int Chroma((double X, double Y) point) =>
        Fold((int)Math.Floor(point.Y), Height) / 2 * (Width / 2) + Fold((int)Math.Floor(point.X), Width) / 2;

    private static int Fold(int at, int size)
    {
        if ((uint)at < (uint)size)
        {
            return at;
        }

        at %= size * 2;
        at = at < 0 ? at + (size * 2) : at;
        return at < size ? at : (size * 2) - 1 - at;
    }

    // Dark and light are tinted apart, and the tint drifts from place to place.
    private void Colour(int half, Random random)
    {
        var (darkU, darkV, lightU, lightV) = (Tint(), Tint(), Tint(), Tint());
        var (slow, shift) = (0.002 + (random.NextDouble() * 0.01), random.NextDouble() * 6);
        for (var row = half * Height / 4; row < (half + 1) * Height / 4; row++)
        {
            for (var x = 0; x < Width / 2; x++)
            {
                var (light, drift) = (_luma[row * 2 * Width + (x * 2)] / 255.0, 10 * Math.Sin((x + row) * slow + shift));
                _u[row * (Width / 2) + x] = (byte)(128 + darkU + ((lightU - darkU) * light) + drift);
                _v[row * (Width / 2) + x] = (byte)(128 + darkV + ((lightV - darkV) * light) - drift);
            }
        }

        double Tint() => (random.NextDouble() - 0.5) * 70;
    }

    private static void Write(Canvas canvas, Random random)
    {
        string[] fonts = ["DejaVuSans-Bold", "DejaVuSerif", "DejaVuSansMono"];
        var lines = Enumerable.Range(0, random.Next(3, 9)).Select(_ => new Planted(
            Words.Word(random).ToUpperInvariant(), fonts[random.Next(fonts.Length)], random.Next(14, 70), Ink.Light, 0)
        { Kind = "clutter" }).ToList();
        foreach (var sprite in Sprite.Draw(lines))
        {
            var (wide, high) = (sprite.Width / Sprite.Zoom, sprite.Height / Sprite.Zoom);
            var (left, top, luma) = (random.Next(Canvas.Width - wide), random.Next(Canvas.Height - high), random.Next(2) == 0 ? random.Next(10, 60) : random.Next(190, 250));
            for (var at = 0; at < wide * high; at++)
            {
                ref var pixel = ref canvas.Luma[(top + at / wide) * Canvas.Width + left + at % wide];
                pixel = (byte)(pixel + ((luma - pixel) * sprite.At(at % wide * Sprite.Zoom + 0.5, at / wide * Sprite.Zoom + 0.5, 0) / 255));
            }
        }
    }
}
