namespace VideoIndex.Vision.ScreenText.Lines;

/// <summary>How much a line looks like words: the logistic function's weighted sum, in whole numbers.</summary>
internal static class TextCertainty
{
    /// <summary>What a line has at the least that is taken for words.</summary>
    public const byte Least = 128;

    /// <summary>How many steps of certainty make the odds e times as good.</summary>
    public const int StepsPerOdds = 16;

    /// <summary>By what weights are divided.</summary>
    public const int Fine = 64;

    private const int Constant = 0;

    private static readonly int[] Weights = [64, 0, 0, -64, -64, -32, -64, 0, -64, -64, -64, 0, 0, 0, -64, 0, -16, 0, 0, 0, 0];

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
