using VideoIndex.Speech.Network;
using VideoIndex.Speech.Timing;
using VideoIndex.Testing.Hearing;

namespace VideoIndex.Speech.Tests.Timing;

public class AttentionCostTests
{
    [FixtureFact]
    public void Costs_of_a_short_window_are_the_official_ones()
    {
        var scores = SpeechVectors.Npy("timing/short_window_qk_layer1_first45.npy");
        var known = SpeechVectors.Npy("timing/short_window_cost.npy");
        var attention = new CrossAttention(scores.Shape[0], scores.Shape[1], scores.Shape[2], scores.Values, []);

        var costs = AttentionCost.Of(attention, 3, known.Shape[0]);

        Assert.Equal(known.Values.Length, costs.Length);
        Assert.All(costs.Zip(known.Values), pair => Assert.Equal(pair.Second, pair.First, 1e-4));
    }

    [FixtureFact]
    public void Weights_are_standardised_over_all_tokens_as_the_official_program_does()
    {
        var scores = SpeechVectors.Npy("timing/short_window_qk_layer1_first45.npy");
        var known = SpeechVectors.Npy("timing/short_window_weights_normalised.npy");
        var (tokens, frames) = (scores.Shape[1], scores.Shape[2]);
        var weights = scores.Values.AsSpan(0, tokens * frames).ToArray();
        for (var token = 0; token < tokens; token++)
        {
            Softmax.Of(weights.AsSpan(token * frames, frames));
        }

        var (means, scales) = (new float[frames], new float[frames]);
        AttentionCost.Spread(weights, means, scales);

        for (var i = 0; i < weights.Length; i++)
        {
            Assert.Equal(known.Values[i], (weights[i] - means[i % frames]) * scales[i % frames], 1e-4);
        }
    }

    [Fact]
    public void Where_all_tokens_listen_alike_costs_are_no_numbers()
    {
        var costs = AttentionCost.Of(new CrossAttention(2, 4, 1, [1, 2, 3, 4, 5, 6, 7, 8], []), 1, 2);

        Assert.All(costs, cost => Assert.Equal(float.NaN, cost));
    }

    [Fact]
    public void Scores_are_left_as_they_are()
    {
        float[] scores = [1, 2, 3, 4, 5, 6];
        AttentionCost.Of(new CrossAttention(1, 3, 2, scores, []), 0, 2);

        Assert.Equal([1, 2, 3, 4, 5, 6], scores);
    }
}
