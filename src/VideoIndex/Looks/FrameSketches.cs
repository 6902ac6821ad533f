namespace VideoIndex.Looks;

/// <summary>Every frame of a video drawn very small: 16 x 9 means of luma, and how the picture moved since the frame before.</summary>
/// <remarks>
/// Kept for every frame, so that what takes longer than a moment - dissolves, fades, wipes, a turning camera, the same pictures
/// again - is decided without decoding, and decided again. The written form is <see cref="Size"/> bytes a frame and is frozen:
/// 144 bytes of luma, rows top to bottom, each the mean of 20 x 20 of the 320 x 180 pixels; then <see cref="FrameMotion"/>.
/// </remarks>
/// <param name="bytes">The sketches one after the other.</param>
public sealed class FrameSketches(ReadOnlyMemory<byte> bytes)
{
    /// <summary>How many means there are in a row.</summary>
    public const int Width = 16;

    /// <summary>How many rows there are.</summary>
    public const int Height = 9;

    /// <summary>How many means there are.</summary>
    public const int Means = Width * Height;

    /// <summary>The number of bytes of a frame.</summary>
    public const int Size = Means + FrameMotion.Size;

    /// <summary>Gets no sketches: those of a video indexed before there were any.</summary>
    public static FrameSketches None { get; } = new(default);

    /// <summary>Gets the sketches as written.</summary>
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    /// <summary>Gets how many frames are sketched.</summary>
    public int Count => Bytes.Length / Size;

    /// <summary>Returns the means of a frame, 0 black to 255 white.</summary>
    public ReadOnlySpan<byte> Luma(int frame) => Bytes.Span.Slice(frame * Size, Means);

    /// <summary>Returns how a frame's picture moved since the frame before.</summary>
    public FrameMotion Motion(int frame) => FrameMotion.Read(Bytes.Span[(frame * Size + Means)..]);
}
