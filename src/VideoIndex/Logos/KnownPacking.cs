using System.Buffers.Binary;
using VideoIndex.Features;
using VideoIndex.Logos.Recognition;

namespace VideoIndex.Logos;

/// <summary>The form in which it is kept what an example is known by: 20 bytes, then 37 for each keypoint. Nothing is rounded.</summary>
/// <remarks>
/// <code>
/// width, height (8 each), keypoints (4); of each: x, y, scale, angle (4 each), code (16), place (4), inverted (1)
/// </code>
/// Little-endian.
/// </remarks>
public static class KnownPacking
{
    private const int Head = 20, Size = 37;

    /// <summary>Packs an example.</summary>
    public static byte[] Pack(KnownExample example)
    {
        ArgumentNullException.ThrowIfNull(example);
        var bytes = new byte[Head + (example.Features.Count * Size)];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, example.Size.Width);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(8), example.Size.Height);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), example.Features.Count);
        foreach (var (at, feature) in example.Features.Index())
        {
            Write(feature, bytes.AsSpan(Head + (at * Size), Size));
        }

        return bytes;
    }

    /// <summary>Reads what was packed.</summary>
    /// <exception cref="FormatException">It is not of the length it claims.</exception>
    public static KnownExample Unpack(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Head || BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]) is var count && (count < 0 || bytes.Length != Head + ((long)count * Size)))
        {
            throw new FormatException("What an example is known by is cut short.");
        }

        var features = new KnownFeature[count];
        for (var at = 0; at < count; at++)
        {
            features[at] = Read(bytes.Slice(Head + (at * Size), Size));
        }

        return new KnownExample(new LogoSize(BinaryPrimitives.ReadDoubleLittleEndian(bytes), BinaryPrimitives.ReadDoubleLittleEndian(bytes[8..])), features);
    }

    private static void Write(in KnownFeature feature, Span<byte> to)
    {
        var (keypoint, code) = (feature.Keypoint, feature.Code);
        BinaryPrimitives.WriteSingleLittleEndian(to, keypoint.X);
        BinaryPrimitives.WriteSingleLittleEndian(to[4..], keypoint.Y);
        BinaryPrimitives.WriteSingleLittleEndian(to[8..], keypoint.Scale);
        BinaryPrimitives.WriteSingleLittleEndian(to[12..], keypoint.Angle);
        BinaryPrimitives.WriteUInt64LittleEndian(to[16..], code.Low);
        BinaryPrimitives.WriteUInt64LittleEndian(to[24..], code.High);
        BinaryPrimitives.WriteInt32LittleEndian(to[32..], feature.Place);
        to[36] = feature.Inverted ? (byte)1 : (byte)0;
    }

    private static KnownFeature Read(ReadOnlySpan<byte> from) => new(
        new Keypoint(
            BinaryPrimitives.ReadSingleLittleEndian(from),
            BinaryPrimitives.ReadSingleLittleEndian(from[4..]),
            BinaryPrimitives.ReadSingleLittleEndian(from[8..]),
            BinaryPrimitives.ReadSingleLittleEndian(from[12..])),
        new FeatureCode(BinaryPrimitives.ReadUInt64LittleEndian(from[16..]), BinaryPrimitives.ReadUInt64LittleEndian(from[24..])),
        BinaryPrimitives.ReadInt32LittleEndian(from[32..]),
        from[36] != 0);
}
