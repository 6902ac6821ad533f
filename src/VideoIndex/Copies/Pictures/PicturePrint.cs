using System.Buffers.Binary;

namespace VideoIndex.Copies.Pictures;

/// <summary>What half a second of pictures is recognised by: which way 64 waves swing in the picture, and in its change.</summary>
/// <param name="Look">The picture; 0 where it is flat.</param>
/// <param name="Change">How it differs from the half second before; 0 where it stands still.</param>
/// <param name="MiddleLook">The same of the middle 85 % of the picture alone, by which a cropped copy is recognised.</param>
/// <param name="MiddleChange">How that differs from the half second before.</param>
public readonly record struct PicturePrint(ulong Look, ulong Change, ulong MiddleLook, ulong MiddleChange)
{
    /// <summary>The number of bytes of the written form.</summary>
    public const int Size = 32;

    /// <summary>Writes it.</summary>
    public void Write(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(to, Look);
        BinaryPrimitives.WriteUInt64LittleEndian(to[8..], Change);
        BinaryPrimitives.WriteUInt64LittleEndian(to[16..], MiddleLook);
        BinaryPrimitives.WriteUInt64LittleEndian(to[24..], MiddleChange);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static PicturePrint Read(ReadOnlySpan<byte> from) => new(
        BinaryPrimitives.ReadUInt64LittleEndian(from),
        BinaryPrimitives.ReadUInt64LittleEndian(from[8..]),
        BinaryPrimitives.ReadUInt64LittleEndian(from[16..]),
        BinaryPrimitives.ReadUInt64LittleEndian(from[24..]));
}
