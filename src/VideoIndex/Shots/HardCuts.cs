namespace VideoIndex.Shots;

/// <summary>Finds the hard cuts in a video from what was kept of its frames, without decoding.</summary>
public static class HardCuts
{
    /// <summary>The version of the decision; a change of what counts as a cut is a new one.</summary>
    public const string Version = "1";

    // A blended frame at a cut makes two changes in a row: they are one cut.
    private const int OneCut = 2;

    /// <summary>Returns the first frame of each new shot, rising. The first frame of the video is not among them.</summary>
    /// <remarks>Fades, dissolves, wipes and flashes are not cuts. There is no shortest shot; two cuts are three frames apart or more.</remarks>
    public static IReadOnlyList<int> Find(FrameEvidence evidence, CutOptions options) => Peaks(Strengths(evidence), options.Threshold);

    /// <summary>Returns the strength of each frame, <see cref="CutStrength.Fine"/> times as fine as the threshold.</summary>
    internal static int[] Strengths(FrameEvidence evidence)
    {
        var strengths = new int[evidence.Count];
        for (var frame = 1; frame < strengths.Length; frame++)
        {
            strengths[frame] = CutStrength.FineOf(evidence.Scores, frame);
        }

        return strengths;
    }

    /// <summary>Returns the frames whose strength, <see cref="CutStrength.Fine"/> times as fine as the threshold, reaches it and is the highest around.</summary>
    internal static IReadOnlyList<int> Peaks(int[] strengths, int threshold)
    {
        var cuts = new List<int>();
        for (var frame = 1; frame < strengths.Length; frame++)
        {
            if (strengths[frame] >= threshold * CutStrength.Fine && IsPeak(strengths, frame))
            {
                cuts.Add(frame);
            }
        }

        return cuts;
    }

    private static bool IsPeak(int[] strengths, int frame)
    {
        for (var near = Math.Max(1, frame - OneCut); near <= Math.Min(strengths.Length - 1, frame + OneCut); near++)
        {
            if (strengths[near] > strengths[frame] || (strengths[near] == strengths[frame] && near < frame))
            {
                return false;
            }
        }

        return true;
    }
}
