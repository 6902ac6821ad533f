using VideoIndex.Hearing;
using VideoIndex.Inference;
using VideoIndex.Testing.Hearing;

namespace VideoIndex.Speech.Tests.Batched;

public sealed class BatchedTranscriberTests
{
    private static readonly PlantedWord[] Planted =
        [new(0, 1, 0.4), new(1, 1.5, 0.4), new(2, 2, 0.5), new(3, 40, 0.4), new(4, 40.5, 0.3), new(5, 75.25, 0.5)];

    [Fact]
    public async Task What_is_planted_is_heard_at_its_time()
    {
        var sound = ToneWords.Sound(90, Planted);

        var heard = await Tones.HearAsync(new ToneNetwork(), sound);

        Assert.Equal("alpha bravo charlie | delta echo | foxtrot", heard.Text());
        Tones.Check(Planted, heard);
        Tones.CheckForm(heard, sound);
        Assert.All(heard.Utterances, utterance => Assert.Null(utterance.Dropped));
        Assert.Equal("en", heard.Language);
        Assert.Empty(heard.Complaints);
        Assert.InRange(heard.Speech, 2.4 * ISound.Rate, 2.9 * ISound.Rate);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.005)]
    [InlineData(0.3)]
    [InlineData(60)]
    public async Task Where_nobody_speaks_nothing_is_heard_and_nothing_is_asked(double seconds)
    {
        var network = new ToneNetwork();

        var heard = await Tones.HearAsync(network, ArraySound.Silence(seconds));

        Assert.Empty(heard.Utterances);
        Assert.Null(heard.Language);
        Assert.Equal(0, heard.Speech);
        Assert.Empty(network.Encoded);
    }

    [Fact]
    public async Task A_word_that_the_sound_cuts_off_is_heard_up_to_its_end()
    {
        var sound = ToneWords.Sound(2.2, [new PlantedWord(0, 0, 0.4), new PlantedWord(3, 1.9, 0.6)]);

        var heard = await Tones.HearAsync(new ToneNetwork(), sound);

        Tones.CheckForm(heard, sound);
        Assert.Equal("alpha | delta", heard.Text());
    }

    [Fact]
    public async Task Windows_are_heard_in_batches_and_each_window_is_full_of_speech()
    {
        var words = ToneWords.Talk(600, 0.7);
        var network = new ToneNetwork();

        var heard = await Tones.HearAsync(network, ToneWords.Sound(422, words));

        Tones.Check(words, heard);
        Assert.Equal([8, 8], network.Encoded.Select(count => Math.Min(count, 8)));
        Assert.InRange(network.Encoded.Sum(), 15, 17);
    }

    [Fact]
    public async Task What_the_network_leaves_of_a_window_is_heard_again_and_nothing_twice()
    {
        PlantedWord[] planted = [.. Enumerable.Range(0, 8).Select(at => new PlantedWord(at, 1 + at * 3, 0.6))];
        var network = new ToneNetwork { MostPassages = 1 };

        var heard = await Tones.HearAsync(network, ToneWords.Sound(30, planted));

        Tones.Check(planted, heard);
        Assert.True(network.Encoded.Count > 1);
    }

    [Fact]
    public async Task A_network_that_never_gets_on_is_not_listened_to_for_ever()
    {
        // It says each time that the first 20 ms are done and the rest is for another time.
        var vocabulary = ToneWords.Vocabulary;
        int[] stuck = [vocabulary.TimestampBegin, ToneWords.Tokens(0)[0], vocabulary.TimestampBegin + 1, vocabulary.TimestampBegin + 1];
        var network = new ToneNetwork { Change = (_, _) => stuck };
        var words = ToneWords.Talk(40, 0.7);

        var heard = await Tones.HearAsync(network, ToneWords.Sound(30, words));

        Assert.InRange(network.Encoded.Sum(), 10, 31);
        Assert.NotEmpty(heard.Utterances);
    }

    [Theory]
    [InlineData(500, 10)]
    [InlineData(1500, 30)]
    public async Task A_network_of_another_window_works(int positions, int seconds)
    {
        var planted = ToneWords.Talk(30, 0.9);
        var network = new ToneNetwork(positions);

        var heard = await Tones.HearAsync(network, ToneWords.Sound(29, planted));

        Tones.Check(planted, heard);
        Assert.InRange(network.Encoded.Sum(), 28 / seconds, 28 / seconds + 2);
    }

    [Fact]
    public async Task Without_word_times_utterances_have_the_times_of_their_marks()
    {
        var heard = await Tones.HearAsync(new ToneNetwork(), ToneWords.Sound(90, Planted), new() { WordTimes = false });

        Assert.Equal("alpha bravo charlie | delta echo | foxtrot", heard.Text());
        Assert.All(heard.Utterances.Zip([(1, 2.5), (40, 40.8), (75.25, 75.75)]), pair =>
        {
            Assert.Empty(pair.First.Words);
            Assert.Equal(pair.Second.Item1, pair.First.Span.Start.Seconds.ToDouble(), 0.05);
            Assert.Equal(pair.Second.Item2, pair.First.Span.End.Seconds.ToDouble(), 0.05);
        });
    }

    [Fact]
    public async Task A_beam_hears_the_same_where_the_network_is_sure()
    {
        var heard = await Tones.HearAsync(new ToneNetwork(), ToneWords.Sound(90, Planted), new() { Beam = 5 });

        Tones.Check(Planted, heard);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public async Task A_beam_is_1_to_8_wide(int beam)
    {
        var failed = await Assert.ThrowsAsync<ModelException>(() => Tones.HearAsync(new ToneNetwork(), ToneWords.Sound(9, Planted), new() { Beam = beam }));

        Assert.Equal("beam-range", failed.Code);
    }

    [Fact]
    public async Task Whoever_waits_is_told_how_far_it_is()
    {
        var words = ToneWords.Talk(500, 0.7);
        var told = new List<long>();

        var sound = ToneWords.Sound(360, words);
        await Tones.HearAsync(new ToneNetwork(), sound, new(), new() { Windows = 2 }, new ToneVoice(), new Told(told), CancellationToken.None);

        Assert.Equal(told.Order(), told);
        Assert.Equal(sound.Length, told[^1]);
        Assert.True(told.Count > 5);
    }

    [Fact]
    public async Task It_stops_when_it_is_told_to()
    {
        using var stop = new CancellationTokenSource();
        var asked = 0;
        var network = new ToneNetwork
        {
            Asked = () =>
            {
                if (++asked == 4)
                {
                    stop.Cancel();
                }
            },
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Tones.HearAsync(network, ToneWords.Sound(90, Planted), new(), new(), new ToneVoice(), new Progress<long>(), stop.Token));
        Assert.Equal(4, asked);
    }

    [Fact]
    public async Task What_it_was_opened_with_is_closed_with_it()
    {
        var (network, voice) = (new ToneNetwork(), new ToneVoice());

        await Tones.HearAsync(network, ToneWords.Sound(2, []), voice: voice);

        Assert.True(network.Disposed && voice.Disposed);
    }

    private sealed class Told(List<long> told) : IProgress<long>
    {
        public void Report(long value) => told.Add(value);
    }
}
