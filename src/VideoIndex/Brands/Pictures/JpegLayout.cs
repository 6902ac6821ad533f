using System.Buffers.Binary;

namespace VideoIndex.Brands.Pictures;

/// <summary>How a JPEG file is laid out: markers with segments (ITU-T T.81, B.1), the size in the frame's, the turn in EXIF's. Pure.</summary>
internal static class JpegLayout
{
    private const byte Mark = 0xFF, End = 0xD9, Scan = 0xDA, Exif = 0xE1;
    private const int Upright = 1;

    public static PictureHeader Read(ReadOnlySpan<byte> file)
    {
        var turn = Upright;
        for (var at = 2; Next(file, ref at) is { } segment; at = segment.End)
        {
            var content = file[segment.Start..segment.End];
            if (segment.Marker == Exif && turn == Upright)
            {
                turn = TurnIn(content);
            }
            else if (IsFrame(segment.Marker) && content.Length >= 5)
            {
                return new PictureHeader(
                    PictureKind.Jpeg, BinaryPrimitives.ReadUInt16BigEndian(content[3..]), BinaryPrimitives.ReadUInt16BigEndian(content[1..]), turn);
            }
            else if (segment.Marker == Scan)
            {
                throw PictureRefusal.Of("picture-unreadable"); // pixels before anybody said how many
            }
        }

        throw PictureRefusal.Of("picture-truncated");
    }

    /// <summary>Returns whether the end is marked behind the pixels. Between them no such two bytes can stand.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> file)
    {
        for (var at = 2; Next(file, ref at) is { } segment; at = segment.End)
        {
            if (segment.Marker == Scan)
            {
                return file[segment.End..].IndexOf((ReadOnlySpan<byte>)[Mark, End]) >= 0;
            }
        }

        return false;
    }

    private static (byte Marker, int Start, int End)? Next(ReadOnlySpan<byte> file, ref int at)
    {
        while (at + 1 < file.Length && file[at] == Mark && file[at + 1] == Mark)
        {
            at++; // fill bytes
        }

        if (at + 4 > file.Length || file[at] != Mark)
        {
            return null;
        }

        var end = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        return end < at + 4 || end > file.Length ? null : (file[at + 1], at + 4, end);
    }

    // SOF0 to SOF15, but for the three of that range that are tables.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    // EXIF (CIPA DC-008, 4.6): a TIFF file whose first directory may hold tag 0x0112.
    private static int TurnIn(ReadOnlySpan<byte> content)
    {
        if (content.Length < 14 || !content.StartsWith("Exif\0\0"u8))
        {
            return Upright;
        }

        var tiff = content[6..];
        var isLittle = tiff[0] == (byte)'I';
        var directory = Number(tiff, 4, 4, isLittle);
        var entries = Number(tiff, directory, 2, isLittle);
        for (var entry = 0L; entry < entries; entry++)
        {
            var at = directory + 2 + entry * 12;
            if (Number(tiff, at, 2, isLittle) == 0x0112 && Number(tiff, at + 8, 2, isLittle) is >= 1 and <= 8 and var turn)
            {
                return (int)turn;
            }
        }

        return Upright;
    }

    // Beyond the end there is nothing, which no count and no tag is.
    private static long Number(ReadOnlySpan<byte> tiff, long at, int bytes, bool isLittle)
    {
        if (at < 0 || at > tiff.Length - bytes)
        {
            return -1;
        }

        var number = tiff.Slice((int)at, bytes);
        return (bytes, isLittle) switch
        {
            (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(number),
            (2, false) => BinaryPrimitives.ReadUInt16BigEndian(number),
            (_, true) => BinaryPrimitives.ReadUInt32LittleEndian(number),
            _ => BinaryPrimitives.ReadUInt32BigEndian(number),
        };
    }
}
