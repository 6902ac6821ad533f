namespace VideoIndex.Vision.ScreenText.Reading;

/// <summary>How sure a word is.</summary>
internal static class WordCertainty
{
    /// <summary>Returns it, 0 to 1.</summary>
    public static double Of(IReadOnlyList<ReadLetter> letters) => letters.Average(letter => letter.Confidence);
}
