using System.Buffers.Binary;
using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Recognition;

namespace VideoIndex.Logos;

/// <summary>The form sightings are kept in: 46 bytes each, and the same bytes for the same sightings.</summary>
/// <remarks>
/// <code>
/// look (4), corners: x and y of four, in 1/16 pixel (4 each), score in hundredths (4), matches (2), share covered in 1/255 (1), inverted (1), likeness of the pixels in thousandths or -1 for none (2)
/// </code>
/// Little-endian.
/// </remarks>
public static class SightingPacking
{
    private const int Size = 46;
    private const double Parts = 16, Thousand = 1000;
    private const short None = -1;

    /// <summary>Packs sightings.</summary>
    public static byte[] Pack(IReadOnlyList<LogoSighting> sightings)
    {
        ArgumentNullException.ThrowIfNull(sightings);
        var bytes = new byte[sightings.Count * Size];
        for (var at = 0; at < sightings.Count; at++)
        {
            Write(sightings[at], bytes.AsSpan(at * Size, Size));
        }

        return bytes;
    }

    /// <summary>Reads what was packed.</summary>
    public static IReadOnlyList<LogoSighting> Unpack(ReadOnlySpan<byte> bytes)
    {
        var sightings = new LogoSighting[bytes.Length / Size];
        for (var at = 0; at < sightings.Length; at++)
        {
            sightings[at] = Read(bytes.Slice(at * Size, Size));
        }

        return sightings;
    }

    private static void Write(LogoSighting sighting, Span<byte> to)
    {
        BinaryPrimitives.WriteInt32LittleEndian(to, sighting.Look);
        var corners = sighting.Corners.Corners;
        for (var corner = 0; corner < corners.Length; corner++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(to[(4 + (8 * corner))..], (int)Math.Round(corners[corner].X * Parts));
            BinaryPrimitives.WriteInt32LittleEndian(to[(8 + (8 * corner))..], (int)Math.Round(corners[corner].Y * Parts));
        }

        BinaryPrimitives.WriteInt32LittleEndian(to[36..], (int)Math.Round(sighting.Score * 100));
        BinaryPrimitives.WriteUInt16LittleEndian(to[40..], (ushort)Math.Min(sighting.Matches, ushort.MaxValue));
        to[42] = (byte)Math.Round(sighting.Covered * 255);
        to[43] = sighting.Inverted ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt16LittleEndian(to[44..], sighting.Pixels is { } pixels ? (short)Math.Round(pixels * Thousand) : None);
    }

    private static LogoSighting Read(ReadOnlySpan<byte> from)
    {
        Span<Point> corners = stackalloc Point[4];
        for (var corner = 0; corner < corners.Length; corner++)
        {
            corners[corner] = new Point(
                BinaryPrimitives.ReadInt32LittleEndian(from[(4 + (8 * corner))..]) / Parts,
                BinaryPrimitives.ReadInt32LittleEndian(from[(8 + (8 * corner))..]) / Parts);
        }

        var pixels = BinaryPrimitives.ReadInt16LittleEndian(from[44..]);
        return new LogoSighting(
            BinaryPrimitives.ReadInt32LittleEndian(from),
            new Quad(corners[0], corners[1], corners[2], corners[3]),
            BinaryPrimitives.ReadInt32LittleEndian(from[36..]) / 100.0,
            BinaryPrimitives.ReadUInt16LittleEndian(from[40..]),
            from[42] / 255.0,
            from[43] != 0)
        {
            Pixels = pixels == None ? null : pixels / Thousand,
        };
    }
}
