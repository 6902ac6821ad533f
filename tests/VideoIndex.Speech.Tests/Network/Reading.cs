using VideoIndex.Speech.Network;

namespace VideoIndex.Speech.Tests.Network;

/// <summary>The logits a network gives for a sequence.</summary>
internal static class Reading
{
    /// <summary>The logits at every place of one sequence about the first window.</summary>
    public static float[] Of(ISpeechNetwork network, IEncodedSpeech encoded, int[] tokens, bool atOnce)
    {
        using var decoding = network.Begin(encoded, [0]);
        var size = network.Shape.Vocabulary;
        var logits = new float[tokens.Length * size];
        if (atOnce)
        {
            decoding.Feed(tokens, [.. Enumerable.Range(0, tokens.Length)], logits);
            return logits;
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            decoding.Feed([tokens[i]], [0], logits.AsSpan(i * size, size));
        }

        return logits;
    }

    /// <summary>The logits at the last place of each of several sequences.</summary>
    public static float[][] Last(IDecoding decoding, int vocabulary, params int[][] tokens)
    {
        var logits = new float[tokens.Length * vocabulary];
        decoding.Feed([.. tokens.SelectMany(one => one)], [tokens[0].Length - 1], logits);
        return [.. tokens.Select((_, i) => logits.AsSpan(i * vocabulary, vocabulary).ToArray())];
    }
}
