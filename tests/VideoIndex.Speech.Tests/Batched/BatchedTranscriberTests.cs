using VideoIndex.Hearing;
using VideoIndex.Speech.Batched;
using VideoIndex.Tags;
using VideoIndex.Testing.Hearing;
using VideoIndex.Transcripts;

namespace VideoIndex.Speech.Tests.Batched;

public sealed class BatchedTranscriberTests
{
    [Fact]
    public async Task What_is_planted_is_heard_at_its_time()
    {
        PlantedWord[] planted = [new(0, 1, 0.4), new(1, 1.5, 0.4), new(2, 2, 0.5), new(3, 40, 0.4), new(4, 40.5, 0.3), new(5, 75.25, 0.5)];

        var heard = await HearAsync(new ToneNetwork(), ToneWords.Sound(90, planted));

        Assert.Equal(["alpha bravo charlie", "delta echo", "foxtrot"], heard.Utterances.Select(utterance => utterance.Text));
        Check(planted, heard);
        Assert.Equal("en", heard.Language);
        Assert.Empty(heard.Complaints);
        Assert.InRange(heard.Speech, 2.4 * ISound.Rate, 2.9 * ISound.Rate);
    }

    /// <summary>The words of what was heard, believed or not.</summary>
    private static SpokenWord[] Words(SpokenText heard) => [.. heard.Utterances.SelectMany(utterance => utterance.Words)];

    private static void Check(IReadOnlyList<PlantedWord> planted, SpokenText heard, double apart = 0.12)
    {
        var words = Words(heard);
        Assert.Equal(planted.Select(word => word.Text), words.Select(word => word.Text.Trim()));
        Assert.All(words.Zip(planted), pair =>
        {
            Assert.InRange(pair.First.Span.Start.Seconds.ToDouble(), pair.Second.Start - apart, pair.Second.Start + apart);
            Assert.InRange(pair.First.Span.End.Seconds.ToDouble(), pair.Second.End - apart, pair.Second.End + 0.3 + apart); // a word holds the pause behind it
        });
    }

    private static async Task<SpokenText> HearAsync(ToneNetwork network, ArraySound sound, TranscriptionOptions? options = null, BatchOptions? settings = null, ToneVoice? voice = null)
    {
        var engine = new SpeechEngine(new Origin("model", "tones", "1"), network, ToneWords.Vocabulary, voice ?? new ToneVoice());
        using var transcriber = new BatchedTranscriber(engine, settings ?? new());
        return await transcriber.TranscribeAsync(sound, options ?? new(), new Progress<long>(), CancellationToken.None);
    }
}
