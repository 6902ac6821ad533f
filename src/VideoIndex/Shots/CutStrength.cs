namespace VideoIndex.Shots;

/// <summary>Says how sure it is that a frame begins a new shot, from the scores of the frames around it.</summary>
/// <remarks>
/// A cut separates all that was before from all that comes after. So a change counts for no more than the best likeness
/// between any frame up to three after it and any before it, at most four frames apart: after a flash of up to three
/// frames the old picture is back, after a cut it is not. And a change counts only against how much the frames change
/// anyway, so a pan, a dissolve, grain or a handheld camera raises the bar where it is. The two sides count apart:
/// from a fast pan into a calm shot, or from a calm shot into one that someone walks through, is a cut like another.
/// <para>
/// The weights are those of a logistic regression on generated footage: bench/accuracy, part "tune", command "fit".
/// Whole numbers throughout: the answer is the same on every machine.
/// </para>
/// </remarks>
public static class CutStrength
{
    /// <summary>How many frames before and after a frame have a say in its strength.</summary>
    public const int Reach = 8;

    /// <summary>The factor by which a strength is finer than the points of <see cref="CutOptions.Threshold"/>.</summary>
    internal const int Fine = 256;

    private const int Constant = -14_806;

    // In the order of CutTerms, in points for each doubling times 16.
    private static ReadOnlySpan<int> Weights => [91, 278, 343, 78, 44, -52, -174, -67, -82, -49];

    /// <summary>Returns the strength, in points of <see cref="CutOptions.Threshold"/>, from 0 to 100.</summary>
    /// <param name="scores">The scores of frames in order, in which at least <see cref="Reach"/> either side of the frame are present unless the video begins or ends there.</param>
    /// <param name="frame">The frame, as a place in <paramref name="scores"/>.</param>
    public static int Of(IReadOnlyList<FrameScore> scores, int frame) => Math.Clamp(FineOf(scores, frame) / Fine, 0, 100);

    internal static int FineOf(IReadOnlyList<FrameScore> scores, int frame)
    {
        if (frame == 0)
        {
            return 0;
        }

        Span<int> terms = stackalloc int[CutTerms.Count];
        CutTerms.Of(scores, frame, terms);
        return Weigh(terms, Weights, Constant);
    }

    /// <summary>Returns the strength that terms have under weights: 50 points for a sum of 0.</summary>
    internal static int Weigh(ReadOnlySpan<int> terms, ReadOnlySpan<int> weights, int constant)
    {
        var sum = 0;
        for (var term = 0; term < terms.Length; term++)
        {
            sum += terms[term] * weights[term];
        }

        return (50 * Fine) + constant + (sum / 16);
    }
}
