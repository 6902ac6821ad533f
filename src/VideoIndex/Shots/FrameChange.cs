using System.Buffers.Binary;

namespace VideoIndex.Shots;

/// <summary>How a frame differs from an earlier one. All zero where there is no earlier one.</summary>
/// <param name="Difference">Mean absolute luma difference, in 1/256 of a gray level.</param>
/// <param name="Histogram">Share of pixels that changed luma bin, 0 to 65535 for none to all.</param>
/// <param name="Structure">Detail not explained by the earlier frame, in 1/32768 of the detail there is.</param>
public readonly record struct FrameChange(ushort Difference, ushort Histogram, ushort Structure)
{
    /// <summary>The number of bytes of the written form.</summary>
    public const int Size = 6;

    /// <summary>Writes the change, little-endian.</summary>
    public void Write(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(to, Difference);
        BinaryPrimitives.WriteUInt16LittleEndian(to[2..], Histogram);
        BinaryPrimitives.WriteUInt16LittleEndian(to[4..], Structure);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static FrameChange Read(ReadOnlySpan<byte> from) => new(
        BinaryPrimitives.ReadUInt16LittleEndian(from),
        BinaryPrimitives.ReadUInt16LittleEndian(from[2..]),
        BinaryPrimitives.ReadUInt16LittleEndian(from[4..]));
}
