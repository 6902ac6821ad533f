namespace VideoIndex.Speech.Tests.Batched;

/// <summary>Where each window is to be told what was said before, the official form is followed.</summary>
public sealed class SequentialTests
{
    private static readonly PlantedWord[] Planted = ToneWords.Talk(50, 0.9);

    [Fact]
    public async Task Each_window_is_told_what_was_said_before_it()
    {
        var network = new ToneNetwork();
        var sound = ToneWords.Sound(46, Planted);

        var heard = await Tones.HearAsync(network, sound, new() { ConditionOnPrevious = true, Prompt = "We begin." });

        Tones.CheckForm(heard, sound);
        Assert.Equal(Planted.Select(word => word.Text), heard.Utterances.SelectMany(utterance => utterance.Words).Select(word => word.Text.Trim()));
        Assert.Contains("We begin.", ToneWords.Vocabulary.Decode(network.Beginnings[0]), StringComparison.Ordinal);
        Assert.Contains(string.Join(' ', Planted.Take(3).Select(word => word.Text)), ToneWords.Vocabulary.Decode(network.Beginnings[1]), StringComparison.Ordinal);
        Assert.All(network.Encoded, count => Assert.Equal(1, count));
    }

    [Fact]
    public async Task What_it_cannot_do_it_says()
    {
        var heard = await Tones.HearAsync(new ToneNetwork(), ToneWords.Sound(9, []), new() { ConditionOnPrevious = true, LanguageByStretch = true });

        Assert.Single(heard.Complaints);
        Assert.Empty(heard.Utterances);
    }
}
