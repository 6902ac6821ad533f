using VideoIndex.Hearing;
using VideoIndex.Transcripts;

namespace VideoIndex.Speech.Tests.Batched;

/// <summary>A network that loops, invents or says nonsense is tried again, and what is still bad is kept and marked.</summary>
public sealed class BadAnswersTests
{
    private static readonly PlantedWord[] Planted = [new(0, 1, 0.5), new(1, 1.7, 0.5), new(3, 2.4, 0.5)];

    [Fact]
    public async Task A_loop_is_tried_again_at_a_higher_temperature()
    {
        var network = new ToneNetwork { Change = (tokens, time) => time < 2 ? Loop(40) : tokens };

        var heard = await Tones.HearAsync(network, ToneWords.Sound(9, Planted));

        Tones.Check(Planted, heard);
        Assert.All(heard.Utterances, utterance => Assert.Null(utterance.Dropped));
        Assert.Equal(3, network.Beginnings.Count);
    }

    [Fact]
    public async Task A_loop_that_does_not_end_is_kept_and_not_believed()
    {
        var network = new ToneNetwork { Change = (_, _) => Loop(60) };

        var heard = await Tones.HearAsync(network, ToneWords.Sound(9, Planted));

        Assert.Equal(6, network.Beginnings.Count);
        Assert.Contains(heard.Utterances, utterance => utterance.Dropped == DropReasons.Loop);
        Tones.CheckForm(heard, ToneWords.Sound(9, Planted));
    }

    [Fact]
    public async Task Only_the_windows_that_fail_are_tried_again()
    {
        var planted = ToneWords.Talk(60, 0.7);
        var network = new ToneNetwork(500) { Change = (tokens, time) => time == 0 && tokens.Contains(ToneWords.Tokens(7)[0]) ? Loop(40) : tokens };

        var heard = await Tones.HearAsync(network, ToneWords.Sound(44, planted), settings: new() { Windows = 4 });

        Tones.Check(planted, heard);
        Assert.InRange(network.Beginnings.Count, network.Encoded.Sum() + 1, 2 * network.Encoded.Sum());
    }

    [Fact]
    public async Task What_is_written_where_nobody_is_heard_is_kept_and_not_believed()
    {
        // The network puts words half a minute behind the only voice there is.
        var voice = new ToneVoice(second => second is >= 1 and < 3 or >= 40 and < 40.6);
        var network = new ToneNetwork { NoSpeech = 25, Change = (tokens, _) => tokens.Count > 3 ? tokens : [.. Loop(1)] };

        var heard = await Tones.HearAsync(network, ToneWords.Sound(60, Planted), voice: voice);

        Assert.Contains(heard.Utterances, utterance => utterance.Text == "alpha bravo delta");
        Tones.CheckForm(heard, ToneWords.Sound(60, Planted));
    }

    [Fact]
    public async Task Marks_and_broken_characters_are_no_text()
    {
        var vocabulary = ToneWords.Vocabulary;
        int[] odd = [vocabulary.TimestampBegin, .. ToneWords.Tokens(0), 0xF0, 0x9F, 10, .. ToneWords.Tokens(1), vocabulary.TimestampBegin + 100];
        var sound = ToneWords.Sound(9, Planted);

        var heard = await Tones.HearAsync(new ToneNetwork { Change = (_, _) => odd }, sound);

        Tones.CheckForm(heard, sound);
        Assert.Contains("alpha", heard.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_written_is_nothing_heard()
    {
        var heard = await Tones.HearAsync(new ToneNetwork { Change = (_, _) => [] }, ToneWords.Sound(9, Planted));

        Assert.Empty(heard.Utterances);
        Assert.Null(heard.Language);
        Assert.True(heard.Speech > ISound.Rate);
    }

    private static int[] Loop(int times) =>
    [
        ToneWords.Vocabulary.TimestampBegin, .. Enumerable.Repeat(ToneWords.Tokens(4), times).SelectMany(tokens => tokens), ToneWords.Vocabulary.TimestampBegin + 150,
    ];
}
