using System.Buffers.Binary;

namespace VideoIndex.Shots;

/// <summary>What is kept of one decoded frame: how it differs from the frame before, and what it is like in itself.</summary>
/// <remarks>
/// Raw evidence, kept for every frame so that shots can be decided again with another threshold, without decoding.
/// The written form is <see cref="Size"/> bytes, little-endian, and is frozen: a change is a new evidence version.
/// </remarks>
/// <param name="Difference">Mean absolute luma difference to the frame before, in 1/256 of a gray level; 0 for the first frame.</param>
/// <param name="Histogram">Share of pixels that changed luma bin against the frame before, 0 to 65535 for none to all.</param>
/// <param name="Structure">What the difference leaves after the best small shift of each block, in 1/256 of a gray level.</param>
/// <param name="Mean">Mean luma, 0 to 255.</param>
/// <param name="Deviation">Standard deviation of luma, 0 to 127.</param>
/// <param name="Sharpness">Mean absolute second difference of luma in 1/8 of a gray level, capped at 255: how much fine detail is in focus.</param>
/// <param name="Fingerprint">64 bits of a hash of the 320 x 180 luma: the same frame decoded again has the same fingerprint.</param>
public readonly record struct FrameScore(
    ushort Difference, ushort Histogram, ushort Structure, byte Mean, byte Deviation, byte Sharpness, ulong Fingerprint)
{
    /// <summary>The number of bytes of the written form.</summary>
    public const int Size = 17;

    /// <summary>Writes the score.</summary>
    public void Write(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(to, Difference);
        BinaryPrimitives.WriteUInt16LittleEndian(to[2..], Histogram);
        BinaryPrimitives.WriteUInt16LittleEndian(to[4..], Structure);
        (to[6], to[7], to[8]) = (Mean, Deviation, Sharpness);
        BinaryPrimitives.WriteUInt64LittleEndian(to[9..], Fingerprint);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static FrameScore Read(ReadOnlySpan<byte> from) => new(
        BinaryPrimitives.ReadUInt16LittleEndian(from),
        BinaryPrimitives.ReadUInt16LittleEndian(from[2..]),
        BinaryPrimitives.ReadUInt16LittleEndian(from[4..]),
        from[6],
        from[7],
        from[8],
        BinaryPrimitives.ReadUInt64LittleEndian(from[9..]));
}
