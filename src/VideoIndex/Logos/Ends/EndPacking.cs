using System.Buffers.Binary;
using System.Security.Cryptography;
using VideoIndex.Logos.Geometry;
using VideoIndex.Logos.Recognition;

namespace VideoIndex.Logos.Ends;

/// <summary>The form ends are kept in: 53 bytes each, by rising key, and the same bytes for the same ends.</summary>
/// <remarks>
/// <code>
/// key (16), found (1), frame (4), corners: x and y of four, in 1/16 pixel (4 each)
/// </code>
/// Little-endian. Of an end that was not found, what follows is 0.
/// </remarks>
public static class EndPacking
{
    private const int Size = 53;
    private const double Parts = 16;

    /// <summary>Returns what an end is kept under: a hash of all that says how it is looked for.</summary>
    public static UInt128 KeyOf(OpenEnd end)
    {
        ArgumentNullException.ThrowIfNull(end);
        var bytes = new byte[8 + (2 * 36) + (5 * 4) + (2 * 8)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, end.IsStart ? 1 : 0);
        Write(end.Sure, bytes.AsSpan(8));
        Write(end.Best, bytes.AsSpan(44));
        foreach (var (at, value) in ((int[])[end.Frame, end.BestFrame, end.Bound, end.Edge, end.Stride]).Index())
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(80 + (4 * at)), value);
        }

        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(100), end.Step.X);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(108), end.Step.Y);
        return BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(bytes));
    }

    /// <summary>Packs ends.</summary>
    public static byte[] Pack(IReadOnlyDictionary<UInt128, FoundEnd?> ends)
    {
        ArgumentNullException.ThrowIfNull(ends);
        var bytes = new byte[ends.Count * Size];
        foreach (var (at, (key, end)) in ends.OrderBy(end => end.Key).Index())
        {
            var to = bytes.AsSpan(at * Size, Size);
            BinaryPrimitives.WriteUInt128LittleEndian(to, key);
            if (end is not null)
            {
                to[16] = 1;
                BinaryPrimitives.WriteInt32LittleEndian(to[17..], end.Frame);
                Write(end.Place, to[21..]);
            }
        }

        return bytes;
    }

    /// <summary>Reads what was packed.</summary>
    public static IReadOnlyDictionary<UInt128, FoundEnd?> Unpack(ReadOnlySpan<byte> bytes)
    {
        var ends = new Dictionary<UInt128, FoundEnd?>();
        for (; bytes.Length >= Size; bytes = bytes[Size..])
        {
            ends[BinaryPrimitives.ReadUInt128LittleEndian(bytes)] =
                bytes[16] == 0 ? null : new FoundEnd(BinaryPrimitives.ReadInt32LittleEndian(bytes[17..]), Read(bytes[21..]));
        }

        return ends;
    }

    private static void Write(LogoSighting sighting, Span<byte> to)
    {
        BinaryPrimitives.WriteInt32LittleEndian(to, sighting.Look);
        Write(sighting.Corners, to[4..]);
    }

    private static void Write(Quad quad, Span<byte> to)
    {
        foreach (var (at, corner) in quad.Corners.Index())
        {
            BinaryPrimitives.WriteInt32LittleEndian(to[(8 * at)..], (int)Math.Round(corner.X * Parts));
            BinaryPrimitives.WriteInt32LittleEndian(to[((8 * at) + 4)..], (int)Math.Round(corner.Y * Parts));
        }
    }

    private static Quad Read(ReadOnlySpan<byte> from)
    {
        Span<Point> corners = stackalloc Point[4];
        for (var at = 0; at < corners.Length; at++)
        {
            corners[at] = new Point(
                BinaryPrimitives.ReadInt32LittleEndian(from[(8 * at)..]) / Parts, BinaryPrimitives.ReadInt32LittleEndian(from[((8 * at) + 4)..]) / Parts);
        }

        return new Quad(corners[0], corners[1], corners[2], corners[3]);
    }
}
