namespace VideoIndex.Vision.ScreenText.Strokes;

/// <summary>A gray picture whose buffer is used again for the next of the same size.</summary>
internal sealed class Plane
{
    /// <summary>Gets the width in pixels.</summary>
    public int Width { get; private set; }

    /// <summary>Gets the height in pixels.</summary>
    public int Height { get; private set; }

    /// <summary>Gets the luma, rows top to bottom; at least width x height bytes.</summary>
    public byte[] Pixels { get; private set; } = [];

    /// <summary>Copies a picture.</summary>
    public void Take(ReadOnlySpan<byte> pixels, int width, int height)
    {
        Resize(width, height);
        pixels[..(width * height)].CopyTo(Pixels);
    }

    /// <summary>Becomes another at half its width and height; an odd last row or column is left out.</summary>
    public void TakeHalf(Plane other, Kernels kernels)
    {
        Resize(other.Width / 2, other.Height / 2);
        for (var row = 0; row < Height; row++)
        {
            var rows = other.Pixels.AsSpan(2 * row * other.Width);
            kernels.Halve(rows, rows[other.Width..], Pixels.AsSpan(row * Width, Width));
        }
    }

    /// <summary>Becomes another at twice its width and height, with what lies between pixels.</summary>
    public void TakeTwice(Plane other)
    {
        Resize(other.Width * 2, other.Height * 2);
        for (var row = 0; row < Height; row++)
        {
            for (var x = 0; x < Width; x++)
            {
                Pixels[row * Width + x] = (byte)Math.Clamp(Math.Round(Cubic.At(other, x / 2.0 - 0.25, row / 2.0 - 0.25)), 0, 255);
            }
        }
    }

    /// <summary>Returns a pixel, or the nearest there is.</summary>
    public byte At(int x, int y) => Pixels[Math.Clamp(y, 0, Height - 1) * Width + Math.Clamp(x, 0, Width - 1)];

    private void Resize(int width, int height)
    {
        (Width, Height) = (width, height);
        if (Pixels.Length < width * height)
        {
            Pixels = new byte[width * height];
        }
    }
}
