using VideoIndex.Inference;
using VideoIndex.Speech.Decoding;

namespace VideoIndex.Speech.Tests.Decoding;

public sealed class WindowDecoderTests
{
    private const int EndOfText = 50257;
    private const int FirstTimestamp = 50364;

    public static TheoryData<string, DecodingOptions> Ways => new()
    {
        { "greedy", new() },
        { "greedy with prompt", new() { Prompt = [11, 12, 13] } },
        { "without times", new() { Timestamps = false } },
        { "beam", new() { Beam = 5 } },
        { "impatient beam", new() { Beam = 4, Patience = 0.5 } },
        { "sampled", new() { Temperature = 0.8, BestOf = 3 } },
        { "cut off", new() { SampleLength = 4, Beam = 3 } },
    };

    [FixtureTheory]
    [MemberData(nameof(Ways))]
    public void What_is_written_does_not_depend_on_the_company(string way, DecodingOptions options)
    {
        var windows = Enumerable.Range(0, 6).Select(window => new WindowToDecode(window, window % 2 == 0 ? "en" : "de", 100 + window)).ToArray();

        var together = Decode(Chance(), options, windows);
        var alone = windows.Select(window => Decode(Chance(), options, window)[0]).ToArray();

        Assert.True(together.Select(answer => answer.Tokens.Count).Distinct().Count() > 1 || options.SampleLength is not null, way);
        Assert.Equal(alone.Select(answer => string.Join(' ', answer.Tokens)), together.Select(answer => string.Join(' ', answer.Tokens)));
        Assert.Equal(alone.Select(answer => answer.AverageLogProbability), together.Select(answer => answer.AverageLogProbability));
        Assert.All(together, answer => Assert.DoesNotContain(EndOfText, answer.Tokens));
    }

    [FixtureFact]
    public void What_has_ended_leaves_the_batch()
    {
        var network = Plain((window, written) => written < window * 2 ? 1000 + written : EndOfText);

        var answers = Decode(network, new() { Timestamps = false }, [new(3), new(1), new(2)]);

        Assert.Equal([6, 2, 4], answers.Select(answer => answer.Tokens.Count));
        Assert.Equal([3, 3, 3, 2, 2, 1, 1], network.Counts);
    }

    [FixtureFact]
    public void The_same_seed_draws_the_same_words_and_another_seed_others()
    {
        var options = new DecodingOptions { Temperature = 1 };

        Assert.Equal(Decode(Chance(), options, new WindowToDecode(1, Seed: 7))[0].Tokens, Decode(Chance(), options, new WindowToDecode(1, Seed: 7))[0].Tokens);
        Assert.NotEqual(Decode(Chance(), options, new WindowToDecode(1, Seed: 7))[0].Tokens, Decode(Chance(), options, new WindowToDecode(1, Seed: 8))[0].Tokens);
    }

    [FixtureFact]
    public void Tokens_are_drawn_as_often_as_their_probability_at_the_temperature_says()
    {
        // Logits of log 4 and 0 are 80 % and 20 % at temperature 1, and 2 to 1 at temperature 2.
        var network = new ToyNetwork(ToyNetwork.Usual)
        {
            Fill = (_, _, logits) =>
            {
                logits.Fill(float.NegativeInfinity);
                (logits[30_000], logits[40_000], logits[50_362]) = (MathF.Log(4), 0, -9);
            },
        };
        var windows = Enumerable.Range(0, 400).Select(seed => new WindowToDecode(0, Seed: seed)).ToArray();
        int Often(double temperature) =>
            Decode(network, new() { Timestamps = false, Temperature = temperature, SampleLength = 1 }, windows).Count(answer => answer.Tokens[0] == 30_000);

        Assert.InRange(Often(1), 290, 350); // 320, three deviations of 8 and some
        Assert.InRange(Often(2), 237, 297); // 267
    }

    [FixtureFact]
    public void The_best_of_several_samples_is_the_likeliest()
    {
        var one = Decode(Chance(), new() { Temperature = 1 }, new WindowToDecode(2))[0];
        var best = Decode(Chance(), new() { Temperature = 1, BestOf = 8 }, new WindowToDecode(2))[0];

        Assert.True(best.AverageLogProbability > one.AverageLogProbability);
    }

    [FixtureFact]
    public void A_network_that_never_ends_is_cut_off()
    {
        var answer = Decode(Plain((_, _) => 1000), new() { Timestamps = false }, new WindowToDecode(0))[0];

        Assert.Equal(224, answer.Tokens.Count);
        Assert.True(new FallbackOptions().Fails(answer));
    }

    [FixtureFact]
    public void A_long_prompt_leaves_the_room_that_is_left()
    {
        var options = new DecodingOptions { Timestamps = false, Prompt = [.. Enumerable.Repeat(7, 300)], Prefix = [.. Enumerable.Repeat(8, 200)] };

        Assert.Equal(449 - (224 + 3 + 1 + 200), Decode(Plain((_, _) => 1000), options, new WindowToDecode(0))[0].Tokens.Count);
        var tooLong = options with { Prefix = [.. Enumerable.Repeat(8, 230)] };
        Assert.Equal("prompt-too-long", Assert.Throws<ModelException>(() => Decode(Plain((_, _) => 1000), tooLong, new WindowToDecode(0))).Code);
    }

    [FixtureFact]
    public void Nothing_is_no_loop_and_no_division_by_nought()
    {
        var answer = Decode(Plain((_, _) => EndOfText), new() { Timestamps = false, SuppressBlank = false, Beam = 2 }, new WindowToDecode(0))[0];

        Assert.Empty(answer.Tokens);
        Assert.Equal(("", 0), (answer.Text, answer.CompressionRatio));
        Assert.InRange(answer.AverageLogProbability, -0.1, 0);
    }

    [FixtureFact]
    public void No_windows_are_no_work()
    {
        var network = Plain((_, _) => 1000);

        Assert.Empty(Decode(network, new(), []));
        Assert.Empty(network.Counts);
    }

    [FixtureFact]
    public void Decoding_stops_between_two_tokens()
    {
        using var stop = new CancellationTokenSource();
        var network = Plain((_, written) =>
        {
            if (written == 5)
            {
                stop.Cancel();
            }

            return 1000;
        });

        Assert.Throws<OperationCanceledException>(() =>
            new WindowDecoder(network, NumberedVocabularies.Of(51865)).Decode(new ToyNetwork.Encoded(1), [new(0)], new() { Timestamps = false }, stop.Token));
        Assert.InRange(network.Counts.Count, 6, 7);
    }

    private static IReadOnlyList<DecodedWindow> Decode(ToyNetwork network, DecodingOptions options, params WindowToDecode[] windows) =>
        new WindowDecoder(network, NumberedVocabularies.Of(51865)).Decode(new ToyNetwork.Encoded(8), windows, options, CancellationToken.None);

    /// <summary>A network that is sure of one token, which depends on the window and on how many were written.</summary>
    private static ToyNetwork Plain(Func<int, int, int> token) => new(ToyNetwork.Usual)
    {
        Fill = (window, tokens, logits) =>
        {
            logits.Clear();
            var marks = tokens.ToList().LastIndexOf(50363) + 1; // what is written comes behind the mark for no times
            logits[token(window, tokens.Count - marks)] = 25;
        },
    };

    /// <summary>A network that speaks at random, though the same after the same, some dozen tokens long.</summary>
    private static ToyNetwork Chance() => new(ToyNetwork.Usual)
    {
        Fill = (window, tokens, logits) =>
        {
            var random = new Random(tokens.Aggregate(window, (hash, token) => unchecked((hash * 31) + token)));
            logits.Fill(-12);
            for (var some = 0; some < 12; some++)
            {
                logits[random.Next(300, 40_000)] = (float)(random.NextDouble() * 6);
                logits[FirstTimestamp + random.Next(1500)] = (float)(random.NextDouble() * 5);
            }

            logits[EndOfText] = (float)(random.NextDouble() * 6);
        },
    };
}
