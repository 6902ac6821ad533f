using System.Buffers.Binary;
using VideoIndex.Features;
using VideoIndex.Logos.Pixels;
using VideoIndex.Logos.Recognition;

namespace VideoIndex.Logos;

/// <summary>The form in which it is kept what an example is known by: 24 bytes, then 37 for each keypoint, then its patterns. Nothing is rounded.</summary>
/// <remarks>
/// <code>
/// width, height (8 each), keypoints, patterns (4 each)
/// of each keypoint: x, y, scale, angle (4 each), code (16), place (4), inverted (1)
/// of each pattern: width, height (4 each), across, down, x, y (8 each), light, cover (width x height each)
/// </code>
/// Little-endian.
/// </remarks>
public static class KnownPacking
{
    private const int Head = 24, Size = 37, PatternHead = 40;

    /// <summary>Packs an example.</summary>
    public static byte[] Pack(KnownExample example)
    {
        ArgumentNullException.ThrowIfNull(example);
        var bytes = new byte[Head + (example.Features.Count * Size) + example.Patterns.Sum(pattern => PatternHead + (2 * pattern.Width * pattern.Height))];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, example.Size.Width);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(8), example.Size.Height);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), example.Features.Count);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(20), example.Patterns.Count);
        foreach (var (at, feature) in example.Features.Index())
        {
            Write(feature, bytes.AsSpan(Head + (at * Size), Size));
        }

        var to = bytes.AsSpan(Head + (example.Features.Count * Size));
        foreach (var pattern in example.Patterns)
        {
            to = Write(pattern, to);
        }

        return bytes;
    }

    /// <summary>Reads what was packed.</summary>
    /// <exception cref="FormatException">It is not of the length it claims.</exception>
    public static KnownExample Unpack(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var (features, patterns) = (new KnownFeature[BinaryPrimitives.ReadInt32LittleEndian(bytes[16..])], new MarkPattern[BinaryPrimitives.ReadInt32LittleEndian(bytes[20..])]);
            for (var at = 0; at < features.Length; at++)
            {
                features[at] = Read(bytes.Slice(Head + (at * Size), Size));
            }

            var from = bytes[(Head + (features.Length * Size))..];
            for (var at = 0; at < patterns.Length; at++)
            {
                (patterns[at], var read) = ReadPattern(from);
                from = from[read..];
            }

            var size = new LogoSize(BinaryPrimitives.ReadDoubleLittleEndian(bytes), BinaryPrimitives.ReadDoubleLittleEndian(bytes[8..]));
            return from.IsEmpty ? new KnownExample(size, features) { Patterns = patterns } : throw new FormatException("More is there than an example is known by.");
        }
        catch (Exception cut) when (cut is ArgumentException or OverflowException)
        {
            throw new FormatException("What an example is known by is cut short.", cut);
        }
    }

    private static Span<byte> Write(MarkPattern pattern, Span<byte> to)
    {
        BinaryPrimitives.WriteInt32LittleEndian(to, pattern.Width);
        BinaryPrimitives.WriteInt32LittleEndian(to[4..], pattern.Height);
        var place = pattern.Place;
        foreach (var (at, number) in new[] { place.Across, place.Down, place.X, place.Y }.Index())
        {
            BinaryPrimitives.WriteDoubleLittleEndian(to[(8 + (8 * at))..], number);
        }

        pattern.Light.CopyTo(to[PatternHead..]);
        pattern.Cover.CopyTo(to[(PatternHead + pattern.Light.Length)..]);
        return to[(PatternHead + (2 * pattern.Light.Length))..];
    }

    private static (MarkPattern Pattern, int Read) ReadPattern(ReadOnlySpan<byte> from)
    {
        var (width, height) = (BinaryPrimitives.ReadInt32LittleEndian(from), BinaryPrimitives.ReadInt32LittleEndian(from[4..]));
        var place = new PatternPlace(
            BinaryPrimitives.ReadDoubleLittleEndian(from[8..]),
            BinaryPrimitives.ReadDoubleLittleEndian(from[16..]),
            BinaryPrimitives.ReadDoubleLittleEndian(from[24..]),
            BinaryPrimitives.ReadDoubleLittleEndian(from[32..]));
        var size = width * height;
        var (light, cover) = (from.Slice(PatternHead, size).ToArray(), from.Slice(PatternHead + size, size).ToArray());
        return (new MarkPattern(width, height, light, cover, place), PatternHead + (2 * size));
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
