using VideoIndex.Speech.Timing;

namespace VideoIndex.Speech.LongForm;

/// <summary>Tells words that look made up: very improbable, very short or very long. The numbers are those of the official program.</summary>
internal static class OddWords
{
    private const double Improbable = 0.15;
    private const double Short = 0.133;
    private const double ShortWeight = 15;
    private const double Long = 2;
    private const int Looked = 8;
    private const double Many = 3;

    /// <summary>Returns whether a passage has words, and the first of them look made up.</summary>
    public static bool Fill(Passage? passage)
    {
        if (passage is not { Words.Count: > 0 })
        {
            return false;
        }

        var words = passage.Words.Where(word => !Punctuation.Usual.Holds(word.Text)).Take(Looked).ToArray();
        var oddness = words.Sum(Oddness);
        return oddness >= Many || oddness + 0.01 >= words.Length;
    }

    private static double Oddness(TimedWord word) => (word.Probability < Improbable ? 1 : 0)
        + (word.Length < Short ? (Short - word.Length) * ShortWeight : 0)
        + (word.Length > Long ? word.Length - Long : 0);
}
