using VideoIndex.Media;

namespace VideoIndex.Brands.Pictures;

/// <summary>The kinds of picture a logo may be shown by.</summary>
public enum PictureKind
{
    /// <summary>With or without alpha.</summary>
    Png,

    /// <summary>With the turn its camera noted.</summary>
    Jpeg,

    /// <summary>With or without alpha, not animated.</summary>
    WebP,

    /// <summary>Windows bitmap.</summary>
    Bmp,

    /// <summary>The first picture of it.</summary>
    Gif,
}

/// <summary>What a picture file says of itself, read without decoding a pixel. Pure.</summary>
/// <param name="Kind">What its first bytes say, whatever the file is called.</param>
/// <param name="Width">In pixels, as stored.</param>
/// <param name="Height">In pixels, as stored.</param>
/// <param name="Turn">How it is to be turned for display: the EXIF orientation, from 1 (as it is) to 8.</param>
public sealed record PictureHeader(PictureKind Kind, int Width, int Height, int Turn)
{
    /// <summary>The most bytes of a file: 50 MB.</summary>
    public const int MostBytes = 50_000_000;

    /// <summary>The longest side, in pixels. 8192 x 8192 in four bytes a pixel are 268 MB.</summary>
    public const int LongestSide = 8192;

    /// <summary>The shortest side, in pixels: below, there is nothing a mark could be known by.</summary>
    public const int ShortestSide = 12;

    /// <summary>Gets the width as displayed, in pixels.</summary>
    public int UprightWidth => IsOnItsSide ? Height : Width;

    /// <summary>Gets the height as displayed, in pixels.</summary>
    public int UprightHeight => IsOnItsSide ? Width : Height;

    private bool IsOnItsSide => Turn > 4;

    /// <summary>Reads the header of a whole file, and refuses what is not to be decoded.</summary>
    /// <exception cref="MediaRefusedException">It is no picture of a kind that is read, not whole, or too large or small.</exception>
    public static PictureHeader Read(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty || file.Length > MostBytes)
        {
            throw PictureRefusal.Of(file.IsEmpty ? "empty-file" : "picture-file-too-large");
        }

        if (Find(file) is not { } header)
        {
            throw PictureRefusal.Of(OtherKinds.CodeOf(file));
        }

        // As unsigned: a side below zero is one that no int holds.
        var (width, height) = unchecked(((uint)header.Width, (uint)header.Height));
        var (longest, shortest) = (Math.Max(width, height), Math.Min(width, height));
        return longest > LongestSide ? throw PictureRefusal.Of("picture-too-large")
            : shortest < ShortestSide ? throw PictureRefusal.Of("picture-too-small")
            : IsWhole(header.Kind, file) ? header
            : throw PictureRefusal.Of("picture-truncated");
    }

    private static PictureHeader? Find(ReadOnlySpan<byte> file) => file switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => PngLayout.Read(file),
        [0xFF, 0xD8, 0xFF, ..] => JpegLayout.Read(file),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => WebPLayout.Read(file),
        [(byte)'B', (byte)'M', ..] when BitmapLayout.Looks(file) => BitmapLayout.Read(file),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => GifLayout.Read(file),
        _ => null,
    };

    private static bool IsWhole(PictureKind kind, ReadOnlySpan<byte> file) => kind switch
    {
        PictureKind.Png => PngLayout.IsWhole(file),
        PictureKind.Jpeg => JpegLayout.IsWhole(file),
        PictureKind.WebP => WebPLayout.IsWhole(file),
        PictureKind.Bmp => BitmapLayout.IsWhole(file),
        _ => GifLayout.IsWhole(file),
    };
}
