namespace VideoIndex.Looks;

/// <summary>How the picture as a whole moved since the frame before; all zero for the first frame.</summary>
/// <param name="Right">How far what is seen moved to the right, in 1/1280 of the picture's width (a quarter of a pixel of the gray frame), held to ±127.</param>
/// <param name="Down">How far it moved down, in 1/720 of the picture's height, held to ±127.</param>
/// <param name="Growth">How much larger it became, in 1/1024, held to ±127; below 0 it shrank.</param>
/// <param name="Fit">How much of the change that explains, 0 to 255 for none to all; 255 where nothing changed.</param>
public readonly record struct FrameMotion(sbyte Right, sbyte Down, sbyte Growth, byte Fit)
{
    /// <summary>The number of bytes of the written form.</summary>
    public const int Size = 4;

    /// <summary>Writes it.</summary>
    public void Write(Span<byte> to) => (to[0], to[1], to[2], to[3]) = ((byte)Right, (byte)Down, (byte)Growth, Fit);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static FrameMotion Read(ReadOnlySpan<byte> from) => new((sbyte)from[0], (sbyte)from[1], (sbyte)from[2], from[3]);
}
