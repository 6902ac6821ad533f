namespace VideoIndex.Accuracy.Scenes;

/// <summary>A picture being drawn: luma at full size, one tint for the whole (no detector measured here looks at colour).</summary>
internal sealed class Picture
{
    public const int Width = 480, Height = 270;

    public byte[] Luma { get; } = new byte[Width * Height];

    public byte TintU { get; set; } = 128;

    public byte TintV { get; set; } = 128;

    public void CopyFrom(Picture other)
    {
        other.Luma.CopyTo(Luma, 0);
        (TintU, TintV) = (other.TintU, other.TintV);
    }

    /// <summary>Lets another picture show through.</summary>
    public void Mix(Picture other, double share)
    {
        var weight = (int)(share * 256);
        for (var i = 0; i < Luma.Length; i++)
        {
            Luma[i] = (byte)(Luma[i] + (((other.Luma[i] - Luma[i]) * weight) >> 8));
        }

        TintU = (byte)(TintU + (other.TintU - TintU) * share);
        TintV = (byte)(TintV + (other.TintV - TintV) * share);
    }

    /// <summary>Sends every luma through gain and offset, clipped as a camera clips.</summary>
    public void Expose(double gain, double offset)
    {
        Span<byte> table = stackalloc byte[256];
        for (var i = 0; i < 256; i++)
        {
            table[i] = (byte)Math.Clamp(i * gain + offset, 0, 255);
        }

        for (var i = 0; i < Luma.Length; i++)
        {
            Luma[i] = table[Luma[i]];
        }
    }

    /// <summary>Adds film grain: the same table of noise, begun at another place each frame.</summary>
    public void AddGrain(double strength, Random random)
    {
        var at = random.Next(Noise.Length);
        var scale = (int)(strength * 16);
        for (var i = 0; i < Luma.Length; i++)
        {
            Luma[i] = (byte)Math.Clamp(Luma[i] + ((Noise[at] * scale) >> 9), 0, 255);
            at = at + 1 == Noise.Length ? 0 : at + 1;
        }
    }

    /// <summary>Fills a disc or an ellipse.</summary>
    public void Ellipse(double x, double y, double radiusX, double radiusY, int luma, double texture = 0)
    {
        var (top, bottom) = ((int)Math.Max(0, y - radiusY), (int)Math.Min(Height - 1, y + radiusY));
        for (var row = top; row <= bottom; row++)
        {
            var part = (row - y) / radiusY;
            var half = radiusX * Math.Sqrt(Math.Max(0, 1 - part * part));
            var (left, right) = ((int)Math.Max(0, x - half), (int)Math.Min(Width - 1, x + half));
            for (var column = left; column <= right; column++)
            {
                var shade = texture == 0 ? 0 : texture * Noise[((int)(column - x) / 3 * 131 + (int)(row - y) / 3 * 7919) & 8191] / 32;
                Luma[row * Width + column] = (byte)Math.Clamp(luma + shade, 0, 255);
            }
        }
    }

    /// <summary>Fills a rectangle; what lies outside the picture is left out.</summary>
    public void Box(double x, double y, double width, double height, int luma)
    {
        var (left, right) = ((int)Math.Clamp(x, 0, Width), (int)Math.Clamp(x + width, 0, Width));
        for (var row = (int)Math.Clamp(y, 0, Height); row < (int)Math.Clamp(y + height, 0, Height); row++)
        {
            Luma.AsSpan(row * Width + left, Math.Max(0, right - left)).Fill((byte)luma);
        }
    }

    private static readonly sbyte[] Noise = MakeNoise();

    private static sbyte[] MakeNoise()
    {
        var random = new Random(7);
        var noise = new sbyte[99991];
        for (var i = 0; i < noise.Length; i++)
        {
            noise[i] = (sbyte)((random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 64);
        }

        return noise;
    }
}
