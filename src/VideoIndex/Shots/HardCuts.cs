namespace VideoIndex.Shots;

/// <summary>Finds the hard cuts in a video from what was kept of its frames, without decoding.</summary>
public static class HardCuts
{
    /// <summary>Returns the first frame of each new shot, rising. The first frame of the video is not among them.</summary>
    public static IReadOnlyList<int> Find(FrameEvidence evidence, CutOptions options)
    {
        var cuts = new List<int>();
        for (var frame = 1; frame < evidence.Count; frame++)
        {
            var s = evidence.Scores[frame];
            if (s.Structure > 12000 && s.Structure2 > 12000)
            {
                cuts.Add(frame);
            }
        }

        return cuts;
    }
}
