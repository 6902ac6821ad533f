namespace VideoIndex.Accuracy.Logos.Marks;

/// <summary>A picture with alpha: red, green, blue and alpha of each pixel, not multiplied.</summary>
internal sealed class Mark(int width, int height)
{
    public int Width => width;

    public int Height => height;

    public byte[] Pixels { get; } = new byte[width * height * 4];

    /// <summary>Lays an ink over it where a shape is.</summary>
    public Mark Paint(byte[] cover, Ink ink)
    {
        for (var at = 0; at < cover.Length; at++)
        {
            Over(at * 4, ink.Red, ink.Green, ink.Blue, cover[at]);
        }

        return this;
    }

    /// <summary>Lays another mark over it, its corner here, this many times as large.</summary>
    public Mark Lay(Mark other, double left, double top, double scale)
    {
        var small = scale == 1 ? other : other.Resize((int)Math.Round(other.Width * scale), (int)Math.Round(other.Height * scale));
        var (x, y) = ((int)Math.Round(left), (int)Math.Round(top));
        for (var row = 0; row < small.Height; row++)
        {
            for (var column = 0; column < small.Width; column++)
            {
                if ((uint)(x + column) < (uint)width && (uint)(y + row) < (uint)height)
                {
                    var from = ((row * small.Width) + column) * 4;
                    Over((((y + row) * width) + x + column) * 4, small.Pixels[from], small.Pixels[from + 1], small.Pixels[from + 2], small.Pixels[from + 3]);
                }
            }
        }

        return this;
    }

    /// <summary>Returns it without the empty rows and columns around it.</summary>
    public Mark Trim()
    {
        var (left, top, right, bottom) = (width, height, 0, 0);
        for (var at = 0; at < width * height; at++)
        {
            if (Pixels[(at * 4) + 3] >= 32)
            {
                (left, right) = (Math.Min(left, at % width), Math.Max(right, (at % width) + 1));
                (top, bottom) = (Math.Min(top, at / width), Math.Max(bottom, (at / width) + 1));
            }
        }

        return right <= left ? new Mark(1, 1) : Crop(left, top, right, bottom);
    }

    public Mark Crop(int left, int top, int right, int bottom)
    {
        var part = new Mark(right - left, bottom - top);
        for (var row = top; row < bottom; row++)
        {
            Pixels.AsSpan(((row * width) + left) * 4, part.Width * 4).CopyTo(part.Pixels.AsSpan((row - top) * part.Width * 4));
        }

        return part;
    }

    public Mark Mirror()
    {
        var mirrored = new Mark(width, height);
        for (var at = 0; at < width * height; at++)
        {
            var from = ((at / width * width) + width - 1 - (at % width)) * 4;
            Pixels.AsSpan(from, 4).CopyTo(mirrored.Pixels.AsSpan(at * 4));
        }

        return mirrored;
    }

    /// <summary>Returns it at another size: each pixel the mean of what falls on it.</summary>
    public Mark Resize(int wide, int high)
    {
        var result = new Mark(Math.Max(1, wide), Math.Max(1, high));
        const int Points = 4;
        Span<int> sum = stackalloc int[4];
        for (var at = 0; at < result.Width * result.Height; at++)
        {
            sum.Clear();
            for (var point = 0; point < Points * Points; point++)
            {
                var x = (int)(((at % result.Width) + ((point % Points + 0.5) / Points)) * width / result.Width);
                var y = (int)(((at / result.Width) + ((point / Points + 0.5) / Points)) * height / result.Height);
                var from = Pixels.AsSpan(((y * width) + x) * 4, 4);
                for (var part = 0; part < 3; part++)
                {
                    sum[part] += from[part] * from[3];
                }

                sum[3] += from[3];
            }

            var to = result.Pixels.AsSpan(at * 4, 4);
            for (var part = 0; part < 3 && sum[3] > 0; part++)
            {
                to[part] = (byte)((sum[part] + (sum[3] / 2)) / sum[3]);
            }

            to[3] = (byte)(sum[3] / (Points * Points));
        }

        return result;
    }

    /// <summary>Returns how light its inked part is, 0 to 1.</summary>
    public double Light()
    {
        var (sum, weight) = (0.0, 1e-9);
        for (var at = 0; at < Pixels.Length; at += 4)
        {
            sum += new Ink(Pixels[at], Pixels[at + 1], Pixels[at + 2]).Light * Pixels[at + 3];
            weight += Pixels[at + 3];
        }

        return sum / weight;
    }

    private void Over(int at, byte red, byte green, byte blue, byte alpha)
    {
        if (alpha == 0)
        {
            return;
        }

        var under = Pixels[at + 3] * (255 - alpha) / 255;
        var whole = alpha + under;
        Pixels[at] = (byte)(((red * alpha) + (Pixels[at] * under)) / whole);
        Pixels[at + 1] = (byte)(((green * alpha) + (Pixels[at + 1] * under)) / whole);
        Pixels[at + 2] = (byte)(((blue * alpha) + (Pixels[at + 2] * under)) / whole);
        Pixels[at + 3] = (byte)whole;
    }
}
