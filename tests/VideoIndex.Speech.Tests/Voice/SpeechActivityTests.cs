using VideoIndex.Speech.Voice;

namespace VideoIndex.Speech.Tests.Voice;

public class SpeechActivityTests
{
    // A step is 32 ms: 8 steps of speech and 5 of silence are the fewest that count.
    [Fact]
    public void Speech_begins_with_the_first_sure_step_and_ends_with_the_first_unsure_one() =>
        Assert.Equal([(3, 13)], Found("...##########......"));

    [Fact]
    public void Short_speech_does_not_count() => Assert.Equal([(14, 22)], Found("..#######.....########......"));

    [Fact]
    public void Short_silence_does_not_end_speech() => Assert.Equal([(1, 15)], Found(".#####....#####......"));

    [Fact]
    public void Longer_silence_does() => Assert.Equal([(1, 11), (16, 26)], Found(".##########.....##########....."));

    [Fact]
    public void A_doubtful_step_neither_begins_speech_nor_ends_it()
    {
        Assert.Equal([(4, 24)], Found("----##########----------....."));
        Assert.Empty(Found("--------------------"));
    }

    [Fact]
    public void Speech_may_go_on_to_the_end() => Assert.Equal([(2, 14)], Found("..############"));

    [Fact]
    public void Silence_that_is_not_over_at_the_end_does_not_end_speech() => Assert.Equal([(2, 14)], Found("..##########.."));

    [Fact]
    public void Padding_takes_half_of_a_silence_at_most()
    {
        var options = new VoiceOptions { Padding = 4 * SpeechActivity.Step };

        Assert.Equal([(0, 15), (15, 30)], Found("..##########......##########..", options));
        Assert.Equal([(1, 19), (20, 38)], Found(".....##########.........##########......", options));
    }

    [Fact]
    public void The_share_of_speech_in_a_stretch_is_told()
    {
        SpeechStretch[] speech = [new(100, 200), new(300, 400)];

        Assert.Equal(0.5, SpeechActivity.Share(new(150, 350), speech));
        Assert.Equal(0, SpeechActivity.Share(new(200, 300), speech));
        Assert.Equal(1, SpeechActivity.Share(new(310, 320), speech));
        Assert.Equal(0, SpeechActivity.Share(new(310, 310), speech));
    }

    private static IEnumerable<(long, long)> Found(string steps, VoiceOptions? options = null)
    {
        float[] chances = [.. steps.Select(x => x switch { '#' => 0.9f, '-' => 0.4f, _ => 0.1f })];
        return new SpeechActivity(512L * chances.Length, chances).Stretches(options ?? new VoiceOptions())
            .Select(x => (x.First / SpeechActivity.Step, x.End / SpeechActivity.Step));
    }
}
