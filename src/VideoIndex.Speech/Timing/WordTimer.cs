using VideoIndex.Speech.Network;
using VideoIndex.Speech.Tokens;

namespace VideoIndex.Speech.Timing;

/// <summary>
/// Times words by where their tokens listen: the cheapest way through what the heads agree on says at which position each token begins.
/// </summary>
public static class WordTimer
{
    /// <summary>The positions in a second.</summary>
    public const int PositionsPerSecond = 50;

    /// <summary>Returns the sequence whose attention is asked for: beginning marks, the mark for "no timestamps", the text, the end mark.</summary>
    /// <param name="text">The tokens of the text alone, all below the end mark.</param>
    /// <param name="vocabulary">The meaning of tokens.</param>
    /// <param name="language">The language that is spoken; null for English.</param>
    /// <param name="translate">Whether the text is a translation.</param>
    public static int[] Sequence(IReadOnlyList<int> text, SpeechVocabulary vocabulary, string? language, bool translate) =>
        [.. vocabulary.Start(language, translate), vocabulary.NoTimestamps, .. text, vocabulary.EndOfText];

    /// <summary>Times the words of one window.</summary>
    /// <param name="attention">Where the tokens of <see cref="Sequence"/> listen, cut to the positions that hold sound: half the frames.</param>
    /// <param name="text">The tokens of the text alone, all below the end mark.</param>
    /// <param name="vocabulary">The meaning of tokens.</param>
    /// <param name="language">The language that is spoken; null for English.</param>
    /// <returns>The words with their times, which count from the beginning of the window. What ends within a character may be left out.</returns>
    public static IReadOnlyList<TimedWord> Time(CrossAttention attention, IReadOnlyList<int> text, SpeechVocabulary vocabulary, string? language)
    {
        var words = vocabulary.SplitToWords([.. text, vocabulary.EndOfText], language);
        var last = words.Count > 0 && words[^1].Tokens[^1] == vocabulary.EndOfText ? 1 : 0;
        return Time(attention, text, vocabulary.Start(language).Length, vocabulary.EndOfText, [.. words.SkipLast(last)]);
    }

    /// <summary>Times words that are known.</summary>
    internal static IReadOnlyList<TimedWord> Time(
        CrossAttention attention, IReadOnlyList<int> text, int beginning, int endOfText, IReadOnlyList<TokenWord> words)
    {
        if (text.Count == 0 || words.Count == 0)
        {
            return [];
        }

        var arrivals = attention.Frames == 0
            ? new int[text.Count + 1]
            : TimeWarp.Arrivals(AttentionCost.Of(attention, beginning, text.Count + 1), text.Count + 1, attention.Frames);
        var probabilities = Probabilities(attention, text, beginning, endOfText);
        var timed = new TimedWord[words.Count];
        for (int i = 0, from = 0; i < timed.Length; i++)
        {
            var to = Math.Min(from + words[i].Tokens.Count, text.Count);
            timed[i] = new(words[i].Text, words[i].Tokens, Seconds(arrivals[from]), Seconds(arrivals[to]), Mean(probabilities.AsSpan(from..to)));
            from = to;
        }

        return timed;
    }

    // The logits behind the mark for "no timestamps" are those of the first token of the text.
    private static double[] Probabilities(CrossAttention attention, IReadOnlyList<int> text, int beginning, int endOfText)
    {
        var vocabulary = attention.Logits.Length / attention.Tokens;
        var probabilities = new double[text.Count];
        for (var i = 0; i < probabilities.Length; i++)
        {
            probabilities[i] = Softmax.Share(attention.Logits.AsSpan((beginning + i) * vocabulary, endOfText), text[i]);
        }

        return probabilities;
    }

    private static double Seconds(int position) => (double)position / PositionsPerSecond;

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (var value in values)
        {
            sum += value;
        }

        return values.Length == 0 ? 0 : sum / values.Length;
    }
}
