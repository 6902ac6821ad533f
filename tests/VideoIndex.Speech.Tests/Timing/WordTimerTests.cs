using System.Text.Json;
using VideoIndex.Speech.Network;
using VideoIndex.Speech.Tests.Network;
using VideoIndex.Speech.Timing;
using VideoIndex.Speech.Tokens;
using VideoIndex.Testing.Hearing;

namespace VideoIndex.Speech.Tests.Timing;

public sealed class WordTimerTests(ReferenceNetwork reference) : IClassFixture<ReferenceNetwork>
{
    private static readonly Lazy<SpeechVocabulary> Vocabulary =
        new(() => SpeechVocabularies.OfRanks(File.ReadAllBytes(SpeechVectors.File("multilingual.tiktoken")), 51_865));

    [OnnxTheory]
    [InlineData("english")]
    [InlineData("short window")]
    [InlineData("odd frame count")]
    [InlineData("german")]
    [InlineData("japanese")]
    [InlineData("english-style split of quotes")]
    [InlineData("one word")]
    public void Words_are_timed_as_by_the_official_program(string name)
    {
        var known = SpeechVectors.Json("timing/find_alignment.json").GetProperty("cases").EnumerateArray()
            .Single(row => row.GetProperty("name").GetString() == name);
        var (text, language) = (known.GetProperty("text_tokens").Ints(), known.GetProperty("language").GetString());
        var sequence = WordTimer.Sequence(text, Vocabulary.Value, language, translate: false);
        Assert.Equal(known.GetProperty("decoder_tokens").Ints(), sequence);
        using var encoded = reference.Network.Encode(ReferenceNetwork.Recording, 1);

        var attention = reference.Network.Attend(encoded, 0, sequence, known.GetProperty("num_frames").GetInt32() / 2);

        HoldCosts(known, AttentionCost.Of(attention, 3, text.Length + 1), attention.Frames);
        var words = known.GetProperty("words").EnumerateArray().ToArray();
        var timed = WordTimer.Time(attention, text, Vocabulary.Value, language);
        Assert.Equal(words.Select(word => word.GetProperty("word").GetString()), timed.Select(word => word.Text));
        Assert.All(words.Zip(timed), pair => HoldWord(pair.First, pair.Second));
    }

    [Fact]
    public void A_window_without_sound_gives_all_words_its_beginning()
    {
        var attention = new CrossAttention(1, 5, 0, [], new float[50]);

        var timed = WordTimer.Time(attention, [1, 2], 1, 9, [new(" Hello", [1]), new(" there", [2])]);

        Assert.All(timed, word => Assert.Equal((0, 0), (word.Start, word.End)));
        Assert.All(timed, word => Assert.Equal(1.0 / 9, word.Probability, 1e-6));
    }

    [Fact]
    public void No_text_has_no_words()
    {
        Assert.Empty(WordTimer.Time(new CrossAttention(1, 3, 4, new float[12], new float[30]), [], 1, 9, []));
    }

    private static void HoldCosts(JsonElement known, float[] costs, int frames)
    {
        var rows = costs.Length / frames;
        Assert.Equal(known.GetProperty("cost_shape").Ints(), new[] { rows, frames });
        Assert.All(known.GetProperty("cost_row_0_first_20").Numbers().Zip(costs), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        Assert.All(known.GetProperty("cost_last_row_last_20").Numbers().Zip(costs[^20..]), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        var (down, across) = TimeWarp.Path(costs, rows, frames);
        Assert.Equal(known.GetProperty("text_indices").Ints(), down);
        Assert.Equal(known.GetProperty("time_indices").Ints(), across);
    }

    private static void HoldWord(JsonElement known, TimedWord word)
    {
        Assert.Equal(known.GetProperty("tokens").Ints(), word.Tokens);
        Assert.Equal(known.GetProperty("start").GetDouble(), word.Start, 1e-9);
        Assert.Equal(known.GetProperty("end").GetDouble(), word.End, 1e-9);
        var probability = known.GetProperty("probability").GetDouble();
        Assert.Equal(probability, word.Probability, probability / 100);
    }
}
