using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using VideoIndex.Looks;

namespace VideoIndex.Testing.Clips;

/// <summary>Pictures drawn pixel by pixel, and the PNG files they make.</summary>
public static class DrawnPicture
{
    /// <summary>Draws a picture; the function gives red, green, blue and alpha of each pixel.</summary>
    public static ColourPicture Draw(int width, int height, Func<int, int, (int Red, int Green, int Blue, int Alpha)> pixel)
    {
        var rgba = new byte[width * height * ColourPicture.Channels];
        for (var at = 0; at < width * height; at++)
        {
            var (red, green, blue, alpha) = pixel(at % width, at / width);
            (rgba[at * 4], rgba[at * 4 + 1], rgba[at * 4 + 2], rgba[at * 4 + 3]) = ((byte)red, (byte)green, (byte)blue, (byte)alpha);
        }

        return new ColourPicture(width, height, rgba);
    }

    /// <summary>Draws a mark of a few colours, unlike the mark of any other seed, on a clear ground.</summary>
    public static ColourPicture Mark(int width, int height, int seed) => Draw(width, height, (x, y) =>
    {
        var cell = unchecked((uint)(x * 8 / width * 31 + y * 5 / height * 17 + seed * 101) * 2654435761u);
        return (cell >> 28) switch
        {
            < 5 => (0, 0, 0, 0),
            < 9 => (200, 30, 40, 255),
            < 13 => (20, 60, 180, 255),
            _ => (250, 240, 230, 255),
        };
    });

    /// <summary>Returns the PNG file of a picture.</summary>
    public static byte[] Png(ColourPicture picture)
    {
        using var packed = new MemoryStream();
        using (var rows = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < picture.Height; y++)
            {
                rows.WriteByte(0);
                rows.Write(picture.Rgba, y * picture.Width * ColourPicture.Channels, picture.Width * ColourPicture.Channels);
            }
        }

        return Png(picture.Width, picture.Height, packed.ToArray());
    }

    /// <summary>Returns a PNG file that says it is of some size, whatever it holds.</summary>
    public static byte[] Png(int width, int height, byte[] packed)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 6);
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", packed), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] named = [.. Encoding.Latin1.GetBytes(type), .. content];
        var crc = 0xFFFFFFFF;
        foreach (var one in named)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return [.. Big(content.Length), .. named, .. Big(unchecked((int)~crc))];
    }

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
