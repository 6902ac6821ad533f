using VideoIndex.Hearing;
using VideoIndex.Speech.Batched;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Speech.Tests.Batched;

/// <summary>Hears sounds in the language of tones, and compares what was heard with what was planted.</summary>
internal static class Tones
{
    /// <summary>How far a word may begin from its truth, in seconds: what is left before speech when words are cut to it, and a step of the detector.</summary>
    private const double Apart = 0.14;

    public static Task<SpokenText> HearAsync(
        ToneNetwork network, ISound sound, TranscriptionOptions? options = null, BatchOptions? settings = null, IVoice? voice = null) =>
        HearAsync(network, sound, options ?? new(), settings ?? new(), voice ?? new ToneVoice(), new Progress<long>(), CancellationToken.None);

    public static async Task<SpokenText> HearAsync(
        ToneNetwork network, ISound sound, TranscriptionOptions options, BatchOptions settings, IVoice voice, IProgress<long> progress, CancellationToken stop)
    {
        var engine = new SpeechEngine(new Origin("model", "tones", "1"), network, ToneWords.Vocabulary, voice);
        using var transcriber = new BatchedTranscriber(engine, settings);
        return await transcriber.TranscribeAsync(sound, options, progress, stop);
    }

    public static string Text(this SpokenText heard) => string.Join(" | ", heard.Utterances.Select(utterance => utterance.Text));

    /// <summary>Every word that was planted is heard, once, and begins when it was said; it may hold the pause behind it.</summary>
    public static void Check(IReadOnlyList<PlantedWord> planted, SpokenText heard)
    {
        var words = heard.Utterances.SelectMany(utterance => utterance.Words).ToArray();
        Assert.Equal(planted.Select(word => word.Text), words.Select(word => word.Text.Trim()));
        Assert.All(words.Zip(planted), pair =>
        {
            Assert.InRange(pair.First.Span.Start.Seconds.ToDouble(), pair.Second.Start - Apart, pair.Second.Start + Apart);
            Assert.InRange(pair.First.Span.End.Seconds.ToDouble(), pair.Second.End - Apart, pair.Second.End + 0.3 + Apart);
        });
    }

    /// <summary>What holds of any text: spans lie within the sound and in order, words within utterances, and their texts are the text.</summary>
    public static void CheckForm(SpokenText heard, ISound sound)
    {
        var (zero, end) = (new MediaTime(default), new MediaTime(new Rational(sound.Length, ISound.Rate)));
        Assert.Equal(heard.Utterances.Select(utterance => utterance.Span.Start).Order(), heard.Utterances.Select(utterance => utterance.Span.Start));
        Assert.All(heard.Utterances, utterance =>
        {
            Assert.True(zero <= utterance.Span.Start && utterance.Span.End <= end, $"{utterance.Span} of {end}");
            Assert.Equal(utterance.Text.Trim(), utterance.Text);
            Assert.NotEqual("", utterance.Text);
            Assert.NotNull(utterance.Confidence);
            Assert.DoesNotContain(utterance.Text, letter => char.IsControl(letter) || letter == '\uFFFD');
            if (utterance.Words.Count > 0)
            {
                Assert.Equal(utterance.Text, string.Concat(utterance.Words.Select(word => word.Text)));
                Assert.Equal(utterance.Words.Select(word => word.Span.Start).Order(), utterance.Words.Select(word => word.Span.Start));
                Assert.All(utterance.Words, word => Assert.True(utterance.Span.Start <= word.Span.Start && word.Span.End <= utterance.Span.End));
            }
        });
    }
}
