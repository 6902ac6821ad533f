using System.Buffers.Binary;
using System.IO.Compression;
using VideoIndex.Looks;

namespace VideoIndex.Brands.Pictures;

/// <summary>The written form of a colour picture: what was used of an example, so that another decoder in later years changes nothing.</summary>
/// <remarks>
/// Sixteen bytes (the letters VIDP, then version, width and height, each a little-endian 32-bit number), then the pixels
/// as <see cref="ColourPicture.Rgba"/> holds them, in a zlib stream, which ends with a check of its own.
/// </remarks>
public static class PicturePacking
{
    /// <summary>The version of the form.</summary>
    public const int Version = 1;

    private const int HeaderLength = 16;

    /// <summary>Returns the written form.</summary>
    public static byte[] Pack(ColourPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var packed = new MemoryStream();
        var header = new byte[HeaderLength];
        "VIDP"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), Version);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), picture.Width);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12), picture.Height);
        packed.Write(header);
        using (var pixels = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            pixels.Write(picture.Rgba);
        }

        return packed.ToArray();
    }

    /// <summary>Reads the written form.</summary>
    /// <exception cref="FormatException">It is damaged, or of another version.</exception>
    public static ColourPicture Unpack(byte[] packed)
    {
        ArgumentNullException.ThrowIfNull(packed);
        var sides = packed.Length > HeaderLength && packed.AsSpan().StartsWith("VIDP"u8) && Number(packed, 4) == Version ? (Width: Number(packed, 8), Height: Number(packed, 12)) : default;
        if (!new PixelBox(0, 0, sides.Width, sides.Height).IsInside(PictureReading.LongestUsed, PictureReading.LongestUsed))
        {
            throw new FormatException("This is no picture of this version.");
        }

        var pixels = new byte[sides.Width * sides.Height * ColourPicture.Channels];
        try
        {
            using var stream = new ZLibStream(new MemoryStream(packed, HeaderLength, packed.Length - HeaderLength), CompressionMode.Decompress);
            stream.ReadExactly(pixels);
            return stream.ReadByte() < 0 ? new ColourPicture(sides.Width, sides.Height, pixels) : throw new FormatException("The picture goes on beyond its end.");
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException)
        {
            throw new FormatException("The picture is damaged.", damaged);
        }
    }

    private static int Number(byte[] packed, int at) => BinaryPrimitives.ReadInt32LittleEndian(packed.AsSpan(at));
}
