namespace VideoIndex.Looks;

/// <summary>A frame large enough to read: as displayed, upright, in square pixels, no side above 1920 pixels and none enlarged.</summary>
/// <remarks>One is taken of the first frame in each half second (see <see cref="Media.PictureGrid"/>). Its pixels are gone when the call that got it returns.</remarks>
public readonly ref struct LookPicture
{
    /// <summary>Creates one of planes that lie one after the other.</summary>
    /// <param name="width">In pixels, even.</param>
    /// <param name="height">In pixels, even.</param>
    /// <param name="planes">Luma (full range, 0 black to 255 white), then U, then V, both of half the width and height; rows top to bottom.</param>
    /// <exception cref="ArgumentException">The planes are not that large.</exception>
    public LookPicture(int width, int height, ReadOnlySpan<byte> planes)
    {
        if (planes.Length != Size(width, height) || ((width | height) & 1) != 0)
        {
            throw new ArgumentException($"A look of {width} x {height} is {Size(width, height)} bytes of even sides, not {planes.Length}.", nameof(planes));
        }

        (Width, Height) = (width, height);
        var (luma, chroma) = (width * height, width * height / 4);
        Luma = planes[..luma];
        U = planes.Slice(luma, chroma);
        V = planes[(luma + chroma)..];
    }

    /// <summary>Gets the width in pixels, even; 0 where there is no look.</summary>
    public int Width { get; }

    /// <summary>Gets the height in pixels, even.</summary>
    public int Height { get; }

    /// <summary>Gets the luma, width x height.</summary>
    public ReadOnlySpan<byte> Luma { get; }

    /// <summary>Gets the blue difference, half as wide and high; 128 is none.</summary>
    public ReadOnlySpan<byte> U { get; }

    /// <summary>Gets the red difference, half as wide and high; 128 is none.</summary>
    public ReadOnlySpan<byte> V { get; }

    /// <summary>Gets whether there is no look.</summary>
    public bool IsEmpty => Width == 0;

    /// <summary>Returns how many bytes the planes of a look take.</summary>
    public static int Size(int width, int height) => width * height * 3 / 2;
}
