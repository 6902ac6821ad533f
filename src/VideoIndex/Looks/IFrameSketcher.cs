namespace VideoIndex.Looks;

/// <summary>Turns the frames of one decode, given in order, into their sketches.</summary>
/// <remarks>It remembers the frame before, so one sketcher serves one decode.</remarks>
public interface IFrameSketcher
{
    /// <summary>Sketches the next frame.</summary>
    /// <param name="gray">320 x 180 luma, rows top to bottom.</param>
    /// <param name="sketch">Where the sketch goes, <see cref="FrameSketches.Size"/> bytes.</param>
    void Sketch(ReadOnlySpan<byte> gray, Span<byte> sketch);
}
