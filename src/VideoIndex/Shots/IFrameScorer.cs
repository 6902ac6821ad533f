namespace VideoIndex.Shots;

/// <summary>Turns the frames of one decode, given in order, into their scores.</summary>
/// <remarks>It remembers the frame before, so one scorer serves one decode.</remarks>
public interface IFrameScorer
{
    /// <summary>Scores the next frame.</summary>
    /// <param name="gray">320 x 180 luma, rows top to bottom.</param>
    FrameScore Score(ReadOnlySpan<byte> gray);
}
