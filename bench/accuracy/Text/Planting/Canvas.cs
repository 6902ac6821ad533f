namespace VideoIndex.Accuracy.Text.Planting;

/// <summary>A gray picture as wide as a pan needs, and what is drawn on it.</summary>
internal sealed class Canvas
{
    /// <summary>How far a camera can pan over it, in pixels.</summary>
    public const int Spare = 640;

    public const int Width = TextClip.Width + Spare, Height = TextClip.Height;

    public byte[] Luma { get; } = new byte[Width * Height];

    /// <summary>Fills an ellipse that is turned, lit from above.</summary>
    public void Ellipse(double x, double y, double radius, double flat, double turn, int luma, double shine)
    {
        var (sine, cosine, reach) = (Math.Sin(turn), Math.Cos(turn), (int)radius + 1);
        for (var row = Math.Max(0, (int)y - reach); row < Math.Min(Height, (int)y + reach + 1); row++)
        {
            for (var column = Math.Max(0, (int)x - reach); column < Math.Min(Width, (int)x + reach + 1); column++)
            {
                var (dx, dy) = (column - x, row - y);
                var (along, across) = ((dx * cosine + dy * sine) / radius, (dy * cosine - dx * sine) / (radius * flat));
                if (along * along + across * across <= 1)
                {
                    Luma[row * Width + column] = (byte)Math.Clamp(luma - shine * (across + along * 0.3), 0, 255);
                }
            }
        }
    }

    /// <summary>Draws a line with rounded ends.</summary>
    public void Line(double x, double y, double toX, double toY, double thick, int luma)
    {
        var steps = (int)(Math.Max(Math.Abs(toX - x), Math.Abs(toY - y)) / Math.Max(1, thick / 2)) + 1;
        for (var step = 0; step <= steps; step++)
        {
            var part = (double)step / steps;
            Ellipse(x + (toX - x) * part, y + (toY - y) * part, thick / 2, 1, 0, luma, 0);
        }
    }

    /// <summary>Fills a rectangle.</summary>
    public void Box(double x, double y, double width, double height, int luma)
    {
        var (left, right) = ((int)Math.Clamp(x, 0, Width), (int)Math.Clamp(x + width, 0, Width));
        for (var row = (int)Math.Clamp(y, 0, Height); row < (int)Math.Clamp(y + height, 0, Height); row++)
        {
            Luma.AsSpan(row * Width + left, Math.Max(0, right - left)).Fill((byte)luma);
        }
    }

    /// <summary>Fills it with smooth hills of luma.</summary>
    public void Hills(Random random, int low, int high)
    {
        var (a, b, c, d) = (random.NextDouble() * 0.004, random.NextDouble() * 0.006, random.NextDouble() * 6, random.NextDouble() * 6);
        for (var row = 0; row < Height; row++)
        {
            for (var x = 0; x < Width; x++)
            {
                var hill = (Math.Sin(x * a + row * 0.0013 + c) + Math.Sin(row * b + x * 0.0007 + d)) / 4 + 0.5;
                Luma[row * Width + x] = (byte)(low + (high - low) * hill);
            }
        }
    }

    /// <summary>Makes it as soft as a lens would: the mean of as many pixels along and down.</summary>
    public void Blur(int radius)
    {
        foreach (var (step, count, other, lines) in ((int, int, int, int)[])[(1, Width, Width, Height), (Width, Height, 1, Width)])
        {
            var line = new int[count];
            for (var at = 0; at < lines; at++)
            {
                for (var i = 0; i < count; i++)
                {
                    line[i] = Luma[at * other + i * step];
                }

                var sum = line[..Math.Min(count, radius + 1)].Sum() + radius * line[0];
                for (var i = 0; i < count; i++)
                {
                    Luma[at * other + i * step] = (byte)(sum / (2 * radius + 1));
                    sum += line[Math.Min(count - 1, i + radius + 1)] - line[Math.Max(0, i - radius)];
                }
            }
        }
    }
}
