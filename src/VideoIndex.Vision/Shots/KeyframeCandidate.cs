using VideoIndex.Shots;

namespace VideoIndex.Vision.Shots;

/// <summary>A frame whose picture was written during the decode and may come to stand for a shot.</summary>
/// <param name="Frame">The frame's place in the video, from 0.</param>
/// <param name="Timestamp">Its presentation timestamp, in the stream's units.</param>
/// <param name="Picture">The picture's file name, as the decoder gave it.</param>
/// <param name="Score">The frame's score.</param>
public sealed record KeyframeCandidate(int Frame, long Timestamp, string Picture, FrameScore Score)
{
    internal const int Margin = IKeyframeChooser.Margin;

    /// <summary>Returns how well the frame would stand for a shot that runs from one frame up to another. Larger is better.</summary>
    internal int Quality(int first, int end)
    {
        var nearAnEnd = Frame - first < Margin || end - Frame <= Margin;
        var nothingToSee = Score.Deviation < 8 || Score.Mean is < 12 or > 243;
        return (nothingToSee ? -10_000 : 0)
            - (nearAnEnd ? 1_000 : 0)
            + 2 * Math.Min(Score.Deviation, (byte)60)
            + 2 * Score.Sharpness
            - 4 * Math.Min(60, Score.Difference / 256);
    }
}
