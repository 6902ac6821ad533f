using System.Buffers.Binary;

namespace VideoIndex.Shots;

/// <summary>What is kept of one decoded frame: how it differs from the frames before, and what it is like in itself.</summary>
/// <remarks>
/// Raw evidence, kept for every frame so that shots can be decided again with another threshold, without decoding.
/// The written form is <see cref="Size"/> bytes, little-endian, and is frozen: a change is a new evidence version.
/// <para>
/// Structure says how much of a picture's detail an earlier picture cannot explain, however its parts have moved: 0 for
/// the same picture, about 32768 for an unrelated one. Brightness is taken out first, so a fade moves it little. The
/// changes that reach further back than one frame tell a flash, which goes back to what was, from a cut, which does not.
/// </para>
/// </remarks>
/// <param name="Difference">Mean absolute luma difference to the frame before, in 1/256 of a gray level; 0 for the first frame.</param>
/// <param name="Histogram">Share of pixels that changed luma bin against the frame before, 0 to 65535 for none to all.</param>
/// <param name="Structure">Detail not explained by the frame before, in 1/32768 of the detail there is.</param>
/// <param name="Mean">Mean luma, 0 to 255.</param>
/// <param name="Deviation">Standard deviation of luma, 0 to 127.</param>
/// <param name="Sharpness">Mean absolute difference of a pixel from the mean of its neighbours left and right, in 1/16 of a gray level, capped at 255.</param>
/// <param name="Fingerprint">64 bits of a hash of the 320 x 180 luma: the same frame decoded again has the same fingerprint.</param>
/// <param name="Back2">What changed since the frame two before.</param>
/// <param name="Back3">What changed since the frame three before.</param>
/// <param name="Back4">What changed since the frame four before.</param>
/// <param name="Texture">How much detail there is: mean absolute luma difference to the surroundings, in 1/8 of a gray level, capped at 255.</param>
/// <param name="Spread">Share of the picture's parts that the frame before cannot explain, 0 to 255 for none to all.</param>
/// <param name="Everywhere">The same share in that half of the picture (left, right, top or bottom) where it is least: a caption that comes up leaves a half alone.</param>
/// <param name="Local">Share of pixels that changed luma bin against the same quarter of the frame before, 0 to 65535: another framing of a place has the same tones, but not in the same corners.</param>
public readonly record struct FrameScore(
    ushort Difference,
    ushort Histogram,
    ushort Structure,
    byte Mean,
    byte Deviation,
    byte Sharpness,
    ulong Fingerprint,
    FrameChange Back2 = default,
    FrameChange Back3 = default,
    FrameChange Back4 = default,
    byte Texture = 0,
    byte Spread = 0,
    byte Everywhere = 0,
    ushort Local = 0)
{
    /// <summary>The number of bytes of the written form.</summary>
    public const int Size = (4 * FrameChange.Size) + 6 + 8 + 2;

    /// <summary>Returns what changed since an earlier frame, from one to four before.</summary>
    public FrameChange Back(int frames) => frames switch
    {
        1 => new FrameChange(Difference, Histogram, Structure),
        2 => Back2,
        3 => Back3,
        4 => Back4,
        _ => throw new ArgumentOutOfRangeException(nameof(frames)),
    };

    /// <summary>Writes the score.</summary>
    public void Write(Span<byte> to)
    {
        for (var frames = 1; frames <= 4; frames++)
        {
            Back(frames).Write(to[((frames - 1) * FrameChange.Size)..]);
        }

        (to[24], to[25], to[26], to[27], to[28], to[29]) = (Mean, Deviation, Sharpness, Texture, Spread, Everywhere);
        BinaryPrimitives.WriteUInt64LittleEndian(to[30..], Fingerprint);
        BinaryPrimitives.WriteUInt16LittleEndian(to[38..], Local);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static FrameScore Read(ReadOnlySpan<byte> from)
    {
        var change = FrameChange.Read(from);
        return new FrameScore(
            change.Difference,
            change.Histogram,
            change.Structure,
            Mean: from[24],
            Deviation: from[25],
            Sharpness: from[26],
            Fingerprint: BinaryPrimitives.ReadUInt64LittleEndian(from[30..]),
            Back2: FrameChange.Read(from[FrameChange.Size..]),
            Back3: FrameChange.Read(from[(2 * FrameChange.Size)..]),
            Back4: FrameChange.Read(from[(3 * FrameChange.Size)..]),
            Texture: from[27],
            Spread: from[28],
            Everywhere: from[29],
            Local: BinaryPrimitives.ReadUInt16LittleEndian(from[38..]));
    }
}
