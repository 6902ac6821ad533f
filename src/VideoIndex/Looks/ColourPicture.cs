namespace VideoIndex.Looks;

/// <summary>A colour picture of its own, which may be transparent in places.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Rgba">
/// Width x height x 4 bytes: red, green and blue as displayed (sRGB), not multiplied by alpha; alpha 0 clear to 255
/// opaque. Rows top to bottom.
/// </param>
public sealed record ColourPicture(int Width, int Height, byte[] Rgba)
{
    /// <summary>The bytes of one pixel.</summary>
    public const int Channels = 4;

    /// <summary>Gets whether no pixel lets anything through.</summary>
    public bool IsOpaque
    {
        get
        {
            for (var at = Channels - 1; at < Rgba.Length; at += Channels)
            {
                if (Rgba[at] != byte.MaxValue)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Returns a part of the picture.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part is empty or does not lie inside.</exception>
    public ColourPicture Part(PixelBox part)
    {
        if (!part.IsInside(Width, Height))
        {
            throw new ArgumentOutOfRangeException(nameof(part), part, $"The picture is {Width} x {Height} pixels.");
        }

        if (part == new PixelBox(0, 0, Width, Height))
        {
            return this;
        }

        var pixels = new byte[part.Width * part.Height * Channels];
        for (var row = 0; row < part.Height; row++)
        {
            Rgba.AsSpan(((part.Top + row) * Width + part.Left) * Channels, part.Width * Channels).CopyTo(pixels.AsSpan(row * part.Width * Channels));
        }

        return new ColourPicture(part.Width, part.Height, pixels);
    }
}

/// <summary>A place in a picture, in its own pixels.</summary>
/// <param name="Left">Columns before it.</param>
/// <param name="Top">Rows above it.</param>
/// <param name="Width">Columns it takes.</param>
/// <param name="Height">Rows it takes.</param>
public readonly record struct PixelBox(int Left, int Top, int Width, int Height)
{
    /// <summary>Returns whether it is not empty and lies inside a picture of the given size.</summary>
    public bool IsInside(int width, int height) =>
        Left >= 0 && Top >= 0 && Width > 0 && Height > 0 && Width <= width - Left && Height <= height - Top;
}
