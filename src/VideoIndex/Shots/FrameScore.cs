using System.Buffers.Binary;

namespace VideoIndex.Shots;

/// <summary>What is kept of one decoded frame: how it differs from the frames before, and what it is like in itself.</summary>
/// <remarks>
/// Raw evidence, kept for every frame so that shots can be decided again with another threshold, without decoding.
/// The written form is <see cref="Size"/> bytes, little-endian, and is frozen: a change is a new evidence version.
/// <para>
/// The four structure fields say how much of a picture's detail an earlier picture cannot explain, however its parts
/// have moved: 0 for the same picture, about 32768 for an unrelated one. Brightness is taken out first, so a
/// fade moves them little; those that reach further back than one frame tell a flash, which goes back to what was, from a cut, which does not.
/// </para>
/// </remarks>
/// <param name="Difference">Mean absolute luma difference to the frame before, in 1/256 of a gray level; 0 for the first frame.</param>
/// <param name="Histogram">Share of pixels that changed luma bin against the frame before, 0 to 65535 for none to all.</param>
/// <param name="Structure">Detail not explained by the frame before, in 1/32768 of the detail there is.</param>
/// <param name="Mean">Mean luma, 0 to 255.</param>
/// <param name="Deviation">Standard deviation of luma, 0 to 127.</param>
/// <param name="Sharpness">Mean absolute difference of a pixel from the mean of its neighbours left and right, in 1/16 of a gray level, capped at 255.</param>
/// <param name="Fingerprint">64 bits of a hash of the 320 x 180 luma: the same frame decoded again has the same fingerprint.</param>
/// <param name="Structure2">Detail not explained by the frame two before, as <paramref name="Structure"/>.</param>
/// <param name="Structure3">Detail not explained by the frame three before.</param>
/// <param name="Structure4">Detail not explained by the frame four before.</param>
/// <param name="Texture">How much detail there is: mean absolute luma difference to the surroundings, in 1/8 of a gray level, capped at 255.</param>
/// <param name="Spread">Share of the picture's parts that the frame before cannot explain, 0 to 255 for none to all.</param>
public readonly record struct FrameScore(
    ushort Difference,
    ushort Histogram,
    ushort Structure,
    byte Mean,
    byte Deviation,
    byte Sharpness,
    ulong Fingerprint,
    ushort Structure2 = 0,
    ushort Structure3 = 0,
    ushort Structure4 = 0,
    byte Texture = 0,
    byte Spread = 0)
{
    /// <summary>The number of bytes of the written form.</summary>
    public const int Size = 25;

    /// <summary>Writes the score.</summary>
    public void Write(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(to, Difference);
        BinaryPrimitives.WriteUInt16LittleEndian(to[2..], Histogram);
        BinaryPrimitives.WriteUInt16LittleEndian(to[4..], Structure);
        BinaryPrimitives.WriteUInt16LittleEndian(to[6..], Structure2);
        BinaryPrimitives.WriteUInt16LittleEndian(to[8..], Structure3);
        BinaryPrimitives.WriteUInt16LittleEndian(to[10..], Structure4);
        (to[12], to[13], to[14], to[15], to[16]) = (Mean, Deviation, Sharpness, Texture, Spread);
        BinaryPrimitives.WriteUInt64LittleEndian(to[17..], Fingerprint);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static FrameScore Read(ReadOnlySpan<byte> from) => new(
        Difference: BinaryPrimitives.ReadUInt16LittleEndian(from),
        Histogram: BinaryPrimitives.ReadUInt16LittleEndian(from[2..]),
        Structure: BinaryPrimitives.ReadUInt16LittleEndian(from[4..]),
        Mean: from[12],
        Deviation: from[13],
        Sharpness: from[14],
        Fingerprint: BinaryPrimitives.ReadUInt64LittleEndian(from[17..]),
        Structure2: BinaryPrimitives.ReadUInt16LittleEndian(from[6..]),
        Structure3: BinaryPrimitives.ReadUInt16LittleEndian(from[8..]),
        Structure4: BinaryPrimitives.ReadUInt16LittleEndian(from[10..]),
        Texture: from[15],
        Spread: from[16]);
}
