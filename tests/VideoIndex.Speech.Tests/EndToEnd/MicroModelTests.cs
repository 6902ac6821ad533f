using VideoIndex.Hearing;
using VideoIndex.Onnx.Whisper.Graph;
using VideoIndex.Speech.Batched;
using VideoIndex.Speech.Tests.Batched;
using VideoIndex.Speech.Tests.Voice;
using VideoIndex.Testing.Hearing;
using VideoIndex.Transcripts;

namespace VideoIndex.Speech.Tests.EndToEnd;

/// <summary>
/// Real words, said by voices the network was not trained with, go in as samples and come out as text with times. The phrases were chosen among those
/// that it hears rightly: how often it errs is measured elsewhere (see its README); that the machinery around it errs is what fails here.
/// </summary>
public sealed class MicroModelTests
{
    private const double Within = 0.2;

    [RuntimeTheory]
    [InlineData(Precision.Real32)]
    [InlineData(Precision.Signed8)]
    public async Task Words_are_heard_when_they_are_said(Precision precision)
    {
        using var transcriber = MicroModel.Open(precision, new ToneVoice());
        foreach (var phrase in Phrase.All)
        {
            var heard = await HearAsync(transcriber, At(12.34, phrase, 3));

            Assert.Equal(phrase.Language, heard.Language);
            Check(phrase, 12.34, Words(heard));
        }
    }

    [RuntimeTheory]
    [InlineData(Precision.Real32)]
    public async Task Sentences_far_apart_that_share_a_window_are_put_back_to_their_times(Precision precision)
    {
        using var transcriber = MicroModel.Open(precision, new ToneVoice());
        var english = Phrase.All.Where(phrase => phrase.Language == "en").Take(2).ToArray();
        var second = 20 + english[0].Seconds + 70;

        var heard = await HearAsync(transcriber, ArraySound.Join(At(20, english[0], 70), At(0, english[1], 5)));

        var words = Words(heard);
        Check(english[0], 20, words[..english[0].Words.Count]);
        Check(english[1], second, words[english[0].Words.Count..]);
    }

    [RuntimeTheory]
    [InlineData(0)]
    [InlineData(0.05)]
    public async Task Where_nobody_speaks_nothing_is_said(float loudness)
    {
        using var transcriber = MicroModel.Open(Precision.Real32, new ToneVoice(_ => true));
        var draw = new Random(3);
        var sound = new ArraySound([.. Enumerable.Range(0, 20 * ISound.Rate).Select(_ => loudness * (draw.NextSingle() - 0.5f))]);

        var heard = await HearAsync(transcriber, sound);

        Assert.Empty(Words(heard));
    }

    [RuntimeTheory]
    [InlineData(Precision.Real32)]
    [InlineData(Precision.Signed8)]
    public async Task A_trained_ear_for_voices_finds_the_same_words(Precision precision)
    {
        using var transcriber = MicroModel.Open(precision, new SileroVoice(Silero.Open()));
        var phrase = Phrase.All[0];

        var heard = await HearAsync(transcriber, At(7.5, phrase, 4));

        Check(phrase, 7.5, Words(heard));
    }

    private static ArraySound At(double seconds, Phrase phrase, double after) =>
        ArraySound.Join(ArraySound.Silence(seconds), phrase.Sound(), ArraySound.Silence(after));

    private static Task<SpokenText> HearAsync(BatchedTranscriber transcriber, ArraySound sound) =>
        transcriber.TranscribeAsync(sound, new TranscriptionOptions(), new Progress<long>(), default);

    private static SpokenWord[] Words(SpokenText heard) =>
        [.. heard.Utterances.Where(utterance => utterance.Dropped is null).SelectMany(utterance => utterance.Words)];

    private static void Check(Phrase phrase, double offset, SpokenWord[] heard)
    {
        Assert.Equal(phrase.Text, string.Concat(heard.Select(word => word.Text)).Trim());
        foreach (var (said, word) in phrase.Words.Zip(heard))
        {
            Assert.InRange(word.Span.Start.Seconds.ToDouble(), offset + said.Start - Within, offset + said.Start + Within);
            Assert.InRange(word.Span.End.Seconds.ToDouble(), offset + said.End - Within, offset + said.End + Within);
        }
    }
}
