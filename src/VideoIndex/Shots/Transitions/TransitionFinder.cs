namespace VideoIndex.Shots.Transitions;

/// <summary>Finds how shots give way to each other, from what was kept of the frames, without decoding.</summary>
public static class TransitionFinder
{
    /// <summary>Returns the transitions, in order.</summary>
    public static IReadOnlyList<FrameTransition> Find(FrameEvidence evidence, CutOptions options) =>
        [.. HardCuts.Find(evidence, options).Select(cut => new FrameTransition(TransitionKind.Cut, cut, cut, cut))];

    /// <summary>Returns the first frame of each new shot.</summary>
    public static IReadOnlyList<int> FirstFrames(IReadOnlyList<FrameTransition> transitions, int frames) =>
        [.. transitions.Select(transition => transition.At).Where(at => at > 0 && at < frames)];
}
