namespace VideoIndex.Shots.Transitions;

/// <summary>Says how sure it is that a stretch is a gradual transition, in points of <see cref="CutOptions.Threshold"/>.</summary>
/// <remarks>The weights are those of logistic regressions on generated footage: bench/accuracy, part "tune", command "fit-transitions". Whole numbers: the answer is the same on every machine.</remarks>
internal static class PassageStrength
{
    private static readonly int[] Constants = [-29_862, 9_815, -1_407, -41_513, -58_047];

    private static readonly int[][] Weights =
    [
        [-18, -10, -16, -10, 49, 28, 3, 18, -13, 2, -80, -22, 126, -35, 20, 24, -68, -271, 62, -36, -56, 45, -76, 135],
        [-37, -23, 16, -8, -2, 44, 112, -134, -8, 15, -17, -48, 19, -98, 79, -187, 34, -146, 145, 26, -54, 187, -131, 220],
        [-23, -16, 28, 7, -20, 15, 92, 1, 32, 7, -47, 71, -72, 32, 45, -154, -53, 42, 90, -32, -63, 282, -218, 28],
        [-39, -28, 23, 56, 28, 24, 9, 96, -11, -4, -127, -161, 130, -23, 2, 30, -64, 0, 7, 8, -24, 6, 17, 41],
        [-22, -37, 20, 43, 35, 34, 0, 67, -14, -6, -114, -182, 113, -2, -4, 26, -3, -38, 50, -26, -30, 145, -51, -35],
    ];

    /// <summary>Returns the strength, <see cref="CutStrength.Fine"/> times as fine as the threshold.</summary>
    public static int FineOf(Way way, ReadOnlySpan<int> terms) => CutStrength.Weigh(terms, Weights[(int)way], Constants[(int)way]);
}
