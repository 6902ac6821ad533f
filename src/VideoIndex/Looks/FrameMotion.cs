using System.Buffers.Binary;

namespace VideoIndex.Looks;

/// <summary>How the picture as a whole moved since the frame before.</summary>
/// <remarks>
/// It is the motion of what is seen, not of the camera: where the picture moves to the right, the camera turned to the left.
/// All zero for the first frame, for one in which nothing stands out enough to tell, and for the first after a cut it says nothing.
/// The written form is <see cref="Size"/> bytes, little-endian, and is frozen.
/// </remarks>
/// <param name="Right">How far what is seen moved to the right, in 1/32768 of the picture's width; below 0 to the left.</param>
/// <param name="Down">How far it moved down, in 1/32768 of the picture's height; below 0 up.</param>
/// <param name="Growth">How much larger it became, in 1/32768; below 0 smaller.</param>
/// <param name="Fit">How much of the detail in the picture moved so, 0 to 255 for none to all; 255 where the frame is the one before again.</param>
public readonly record struct FrameMotion(short Right, short Down, short Growth, byte Fit)
{
    /// <summary>The number of bytes of the written form.</summary>
    public const int Size = 7;

    /// <summary>What stands for the whole width, the whole height, and twice the size.</summary>
    public const int Whole = 32768;

    /// <summary>Writes it.</summary>
    public void Write(Span<byte> to)
    {
        BinaryPrimitives.WriteInt16LittleEndian(to, Right);
        BinaryPrimitives.WriteInt16LittleEndian(to[2..], Down);
        BinaryPrimitives.WriteInt16LittleEndian(to[4..], Growth);
        to[6] = Fit;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static FrameMotion Read(ReadOnlySpan<byte> from) => new(
        BinaryPrimitives.ReadInt16LittleEndian(from),
        BinaryPrimitives.ReadInt16LittleEndian(from[2..]),
        BinaryPrimitives.ReadInt16LittleEndian(from[4..]),
        from[6]);
}
