namespace VideoIndex.Vision.ScreenText.Lines;

/// <summary>How much a line looks like words: a weighted sum, in whole numbers.</summary>
/// <remarks>
/// The weights are those of a logistic regression on generated lines, and on what else was strung together in the same pictures
/// (<c>bench/accuracy -- text fit</c>, part tune). The constant is raised, so that little is missed: what is
/// falsely taken for words is read in vain.
/// </remarks>
internal static class TextCertainty
{
    /// <summary>What a line has at the least that is taken for words.</summary>
    public const byte Least = 128;

    /// <summary>How many steps of certainty make the odds e times as good.</summary>
    public const int StepsPerOdds = 16;

    /// <summary>By what weights are divided.</summary>
    public const int Fine = 64;

    private const int Constant = -20830;

    private static readonly int[] Weights =
        [4, 148, -16, -59, -324, -11, -138, -524, 75, -20, -321, 210, 64, -186, -89, 43, -101, 5, -122, -71, -16, -60];

    /// <summary>Weighs what <see cref="LineTerms"/> measured.</summary>
    public static byte Weigh(IReadOnlyList<int> terms) => Weigh(terms, Weights, Constant);

    /// <summary>Weighs with weights of one's own.</summary>
    public static byte Weigh(IReadOnlyList<int> terms, IReadOnlyList<int> weights, int constant)
    {
        var sum = constant;
        for (var at = 0; at < weights.Count; at++)
        {
            sum += terms[at] * weights[at];
        }

        return (byte)Math.Clamp(Least + (sum / Fine), 0, 255);
    }
}
