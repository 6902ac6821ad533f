using System.Globalization;
using System.Text;
using VideoIndex.Looks;

namespace VideoIndex.Pipeline.ScreenText;

/// <summary>Keeps gray pictures as files of the binary form of Netpbm's PGM: a line of text, then the bytes.</summary>
/// <remarks>Only what <see cref="Write"/> wrote is read: 8 bits a pixel, no comments, nothing after the last pixel.</remarks>
public static class PortableGraymap
{
    /// <summary>The largest picture that is read, in pixels: more than an 8K frame.</summary>
    public const int MostPixels = 40_000_000;

    private const int LongestHead = 32;

    /// <summary>Writes a picture; what was there is overwritten.</summary>
    /// <exception cref="IOException">The disk reports an error.</exception>
    public static void Write(string path, GrayPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        using var file = File.Create(path, bufferSize: 1);
        file.Write(Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5 {picture.Width} {picture.Height} 255\n")));
        file.Write(picture.Pixels);
    }

    /// <summary>Reads a picture.</summary>
    /// <exception cref="IOException">There is no such file, or the disk reports an error.</exception>
    /// <exception cref="InvalidDataException">The file is not whole, or not such a picture.</exception>
    public static GrayPicture Read(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[LongestHead];
        start = start[..file.ReadAtLeast(start, LongestHead, throwOnEndOfStream: false)];
        var head = start.IndexOf((byte)'\n');
        var words = head < 0 ? [] : Encoding.Latin1.GetString(start[..head]).Split(' ');
        if (words is not ["P5", var wide, var high, "255"]
            || !TryParse(wide, out var width) || !TryParse(high, out var height)
            || (long)width * height > MostPixels || file.Length != head + 1 + ((long)width * height))
        {
            throw new InvalidDataException($"'{Path.GetFileName(path)}' is not a whole gray picture.");
        }

        file.Position = head + 1;
        var pixels = new byte[width * height];
        file.ReadExactly(pixels);
        return new GrayPicture(width, height, pixels);
    }

    private static bool TryParse(string digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}
