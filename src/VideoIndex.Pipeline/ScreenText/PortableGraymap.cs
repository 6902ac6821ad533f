using System.Text;
using VideoIndex.Looks;

namespace VideoIndex.Pipeline.ScreenText;

/// <summary>The binary portable graymap: a line each for <c>P5</c>, the size and the greatest value, then the pixels.</summary>
internal static class PortableGraymap
{
    /// <summary>Writes a picture.</summary>
    public static void Write(string path, GrayPicture picture)
    {
        using var file = File.Create(path);
        file.Write(Encoding.Latin1.GetBytes(string.Create(null, $"P5\n{picture.Width} {picture.Height}\n255\n")));
        file.Write(picture.Pixels);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The file is not of this form.</exception>
    public static GrayPicture Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var at = 0;
        var (kind, size, greatest) = (Line(bytes, ref at), Line(bytes, ref at).Split(' '), Line(bytes, ref at));
        return kind == "P5" && greatest == "255" && size is [var across, var down]
            && int.TryParse(across, out var width) && int.TryParse(down, out var height) && bytes.Length - at == (long)width * height
            ? new GrayPicture(width, height, bytes[at..])
            : throw new InvalidDataException("The file is no binary graymap of 8 bits.");
    }

    private static string Line(byte[] bytes, ref int at)
    {
        var end = Array.IndexOf(bytes, (byte)'\n', at, Math.Min(32, bytes.Length - at));
        if (end < 0)
        {
            return "";
        }

        var line = Encoding.Latin1.GetString(bytes, at, end - at);
        at = end + 1;
        return line;
    }
}
