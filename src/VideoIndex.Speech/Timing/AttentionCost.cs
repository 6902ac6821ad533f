using System.Numerics;
using VideoIndex.Speech.Network;

namespace VideoIndex.Speech.Timing;

/// <summary>
/// What it costs to say that a token is heard at a position: the less it listens there, compared with the other tokens, the more.
/// A. Radford and others, 2022, the timestamps of words; the numbers are those of the official program.
/// </summary>
internal static class AttentionCost
{
    /// <summary>Computes the table.</summary>
    /// <param name="attention">Where the tokens listen, before softmax, with one frame at least.</param>
    /// <param name="first">The first token that gets a row.</param>
    /// <param name="rows">How many tokens get one.</param>
    /// <returns>A row of costs for each of these tokens: minus the mean over the heads.</returns>
    public static float[] Of(CrossAttention attention, int first, int rows)
    {
        var (tokens, frames) = (attention.Tokens, attention.Frames);
        var costs = new float[rows * frames];
        var weights = new float[tokens * frames];
        var (means, scales, medians) = (new float[frames], new float[frames], new float[frames]);
        var filter = new MedianFilter(frames);
        for (var head = 0; head < attention.Heads; head++)
        {
            attention.Scores.AsSpan(head * weights.Length, weights.Length).CopyTo(weights);
            for (var token = 0; token < tokens; token++)
            {
                Softmax.Of(weights.AsSpan(token * frames, frames));
            }

            Spread(weights, means, scales);
            for (var row = 0; row < rows; row++)
            {
                var listens = weights.AsSpan((first + row) * frames, frames);
                Standardise(listens, means, scales);
                filter.Filter(listens, medians);
                Subtract(medians, 1f / attention.Heads, costs.AsSpan(row * frames, frames));
            }
        }

        return costs;
    }

    /// <summary>
    /// Finds the mean of all tokens at each position, and one over their standard deviation. Where they are all alike, as at a single position, that is
    /// infinite and what comes of it no number, as in the official program.
    /// </summary>
    internal static void Spread(ReadOnlySpan<float> weights, float[] means, float[] scales)
    {
        var (frames, tokens) = (means.Length, weights.Length / means.Length);
        Array.Clear(means);
        Array.Clear(scales);
        for (var token = 0; token < tokens; token++)
        {
            Subtract(weights.Slice(token * frames, frames), -1, means);
        }

        for (var i = 0; i < frames; i++)
        {
            means[i] /= tokens;
        }

        for (var token = 0; token < tokens; token++)
        {
            AddSquares(weights.Slice(token * frames, frames), means, scales);
        }

        for (var i = 0; i < frames; i++)
        {
            scales[i] = 1 / MathF.Sqrt(scales[i] / tokens);
        }
    }

    private static void Standardise(Span<float> values, float[] means, float[] scales)
    {
        var i = 0;
        for (; i + Vector<float>.Count <= values.Length; i += Vector<float>.Count)
        {
            ((new Vector<float>(values[i..]) - new Vector<float>(means, i)) * new Vector<float>(scales, i)).CopyTo(values[i..]);
        }

        for (; i < values.Length; i++)
        {
            values[i] = (values[i] - means[i]) * scales[i];
        }
    }

    private static void Subtract(ReadOnlySpan<float> values, float times, Span<float> from)
    {
        var i = 0;
        for (; i + Vector<float>.Count <= values.Length; i += Vector<float>.Count)
        {
            (new Vector<float>(from[i..]) - (times * new Vector<float>(values[i..]))).CopyTo(from[i..]);
        }

        for (; i < values.Length; i++)
        {
            from[i] -= times * values[i];
        }
    }

    private static void AddSquares(ReadOnlySpan<float> values, float[] means, float[] sums)
    {
        var i = 0;
        for (; i + Vector<float>.Count <= values.Length; i += Vector<float>.Count)
        {
            var away = new Vector<float>(values[i..]) - new Vector<float>(means, i);
            (new Vector<float>(sums, i) + (away * away)).CopyTo(sums, i);
        }

        for (; i < values.Length; i++)
        {
            var away = values[i] - means[i];
            sums[i] += away * away;
        }
    }
}
