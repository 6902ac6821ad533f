using VideoIndex.Speech.Decoding;
using VideoIndex.Speech.Network;

namespace VideoIndex.Speech.Tests.Decoding;

public sealed class FallbackTests
{
    [Theory]
    [InlineData(1.3, -0.3, 0.01, false)]
    [InlineData(2.4, -1.0, 0.01, false)] // at the bounds, not beyond
    [InlineData(2.5, -0.3, 0.01, true)]
    [InlineData(1.3, -1.1, 0.01, true)]
    [InlineData(1.3, -1.1, 0.60, true)]
    [InlineData(1.3, -1.1, 0.61, false)] // silence, and unlikely: no use in trying again
    [InlineData(9.9, -1.1, 0.61, false)] // which cancels the loop too
    [InlineData(9.9, -0.3, 0.99, true)] // silence, but likely
    public void An_answer_fails_by_its_loop_or_its_likelihood(double ratio, double average, double noSpeech, bool fails) =>
        Assert.Equal(fails, new FallbackOptions().Fails(Answer(0, ratio, average, noSpeech)));

    [Fact]
    public void Tests_that_are_switched_off_fail_nothing()
    {
        var options = new FallbackOptions { CompressionRatio = null, AverageLogProbability = null, NoSpeech = null };

        Assert.False(options.Fails(Answer(0, 100, -100, 1)));
    }

    [Fact]
    public void Only_the_windows_that_fail_are_tried_again_and_answers_keep_their_order()
    {
        // Window n is good from the temperature n/5 on; the last never.
        var decoder = new Stand((window, temperature) => Answer(temperature, temperature >= window / 5.0 && window < 9 ? 1 : 3, -0.3, 0));
        int[] windows = [2, 9, 0, 1];

        var answers = new Fallback(decoder, new FallbackOptions()).Decode(
            new Speech(), [.. windows.Select(window => new WindowToDecode(window))], new DecodingOptions { Beam = 5, Patience = 1 }, CancellationToken.None);

        Assert.Equal([0.4, 1, 0, 0.2], answers.Select(answer => answer.Temperature));
        Assert.Equal(["2 9 0 1 @0", "2 9 1 @0.2", "2 9 @0.4", "9 @0.6", "9 @0.8", "9 @1"], decoder.Asked);
    }

    [Fact]
    public void A_beam_is_for_temperature_0_and_best_of_for_the_others()
    {
        var seen = new List<(int? Beam, double? Patience, int? BestOf)>();
        var decoder = new Stand((_, temperature) => Answer(temperature, 3, 0, 0)) { Told = options => seen.Add((options.Beam, options.Patience, options.BestOf)) };

        new Fallback(decoder, new FallbackOptions { Temperatures = [0, 0.5] }).Decode(
            new Speech(), [new WindowToDecode(0)], new DecodingOptions { Beam = 5, Patience = 2, BestOf = 3 }, CancellationToken.None);

        Assert.Equal([(5, 2, null), (null, null, 3)], seen);
    }

    private static DecodedWindow Answer(double temperature, double ratio, double average, double noSpeech) => new([], "")
    {
        AverageLogProbability = average,
        NoSpeechProbability = noSpeech,
        CompressionRatio = ratio,
        Temperature = temperature,
    };

    private sealed class Speech : IEncodedSpeech
    {
        public int Count => 10;

        public void Dispose()
        {
        }
    }

    private sealed class Stand(Func<int, double, DecodedWindow> answer) : IWindowDecoder
    {
        public List<string> Asked { get; } = [];

        public Action<DecodingOptions> Told { get; init; } = _ => { };

        public IReadOnlyList<DecodedWindow> Decode(
            IEncodedSpeech speech, IReadOnlyList<WindowToDecode> windows, DecodingOptions options, CancellationToken cancellationToken)
        {
            Told(options);
            Asked.Add(FormattableString.Invariant($"{string.Join(' ', windows.Select(window => window.Window))} @{options.Temperature}"));
            return [.. windows.Select(window => answer(window.Window, options.Temperature))];
        }

        public IReadOnlyList<IReadOnlyList<LanguageProbability>> DetectLanguages(IEncodedSpeech speech, IReadOnlyList<int> windows) => [];
    }
}
