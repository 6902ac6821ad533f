namespace VideoIndex.Shots.Transitions;

/// <summary>Says how sure it is that a frame begins a new shot, when the seconds around it are known too.</summary>
/// <remarks>The weights were learned on generated footage: bench/accuracy, part "tune", command "fit-transitions".</remarks>
internal static class CutJudge
{
    // The terms in the order of CutContext.
    private static readonly Judge Judge = new(
        [
            [-1_291, -1_101, 471, -125, 429, -17, 131, 198, -104, -7, -526, 6, -413, 67],
            [1_282, -587, -451, 368, 160, 169, 222, -223, -211, 297, 1_113, 165, -61, -116],
            [893, -217, -310, 51, 257, -180, 69, 221, 164, -90, 345, 16, -788, 370],
            [-1_046, 704, 146, 976, 774, 8, 3, 150, 69, 92, -291, -103, -128, -56],
            [1_384, 411, -35, 237, 191, -29, -262, -161, -198, -104, 624, 67, -172, 289],
            [-5_972, 578, 284, -37, -148, 898, 110, 305, 173, 144, 6, 118, -718, 91],
        ],
        [-906, -1_747, -1_319, -1_396, 1_890, 1_568, 1_919]);

    /// <summary>Returns the strength, <see cref="CutStrength.Fine"/> times as fine as the threshold.</summary>
    public static int FineOf(ReadOnlySpan<int> terms) => Judge.FineOf(terms);
}
