namespace VideoIndex.Vision.ScreenText.Reading;

/// <summary>How sure a word is, on the scale the limits of what is believed are made for.</summary>
/// <remarks>
/// The model is nearly always nearly sure: of words whose letters it was .945 sure of in the mean, and surer, as many were right as of those Tesseract was .70
/// sure of, and surer. The knots say so for more such pairs, found on generated lines of part <c>tune</c> (docs/text.md); between them it is a straight line.
/// </remarks>
internal static class WordCertainty
{
    private static readonly (double Mean, double Certainty)[] Knots =
        [(0, 0), (0.80, 0.30), (0.91, 0.55), (0.945, 0.70), (0.9965, 0.85), (0.998, 0.90), (0.9997, 0.95), (1, 1)];

    /// <summary>Returns it, 0 to 1.</summary>
    /// <param name="letters">The word's letters, one or more.</param>
    public static double Of(IReadOnlyList<ReadLetter> letters)
    {
        var mean = Math.Clamp(letters.Average(letter => letter.Confidence), 0.0, 1.0);
        var above = Array.FindIndex(Knots, 1, knot => knot.Mean >= mean);
        var (low, high) = (Knots[above - 1], Knots[above]);
        return low.Certainty + ((high.Certainty - low.Certainty) * (mean - low.Mean) / (high.Mean - low.Mean));
    }
}
