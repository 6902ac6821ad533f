namespace VideoIndex.Shots.Transitions;

/// <summary>Says how sure it is that a frame begins a new shot, when the seconds around it are known too.</summary>
/// <remarks>The weights were learned on generated footage: bench/accuracy, part "tune", command "fit-transitions".</remarks>
internal static class CutJudge
{
    // The terms in the order of CutContext.
    private static readonly Judge Judge = new(
        [
            [-1_451, -1_044, 645, -322, 58, -148, 213, 152, -107, 17, -560, -17, -331, 180],
            [1_818, -411, -507, 449, 94, 163, 93, -165, -46, 367, 1_136, 103, -131, -126],
            [807, -139, -585, -51, 87, -120, 125, 320, 88, -106, -133, -111, -798, 406],
            [-1_386, 702, 196, 906, 688, 48, 43, 136, 118, 56, -311, -150, 66, -60],
            [2_337, 321, -139, 261, 232, -59, -285, -260, -236, -93, 427, 141, -157, 316],
            [-4_764, 634, 217, -172, -237, 776, 60, 226, 156, 158, -205, 215, -377, 219],
        ],
        [90, -1_782, -1_184, -1_662, 2_005, 1_444, 1_944]);

    /// <summary>Returns the strength, <see cref="CutStrength.Fine"/> times as fine as the threshold.</summary>
    public static int FineOf(ReadOnlySpan<int> terms) => Judge.FineOf(terms);
}
