using VideoIndex.Hearing;
using VideoIndex.Speech.Batched;
using VideoIndex.Speech.Network;
using VideoIndex.Speech.Tests.Decoding;
using VideoIndex.Speech.Tests.Network;
using VideoIndex.Speech.Tests.Voice;
using VideoIndex.Tags;
using VideoIndex.Testing.Hearing;

namespace VideoIndex.Speech.Tests.Batched;

/// <summary>The small random network of the reference vectors hears a recording: what it writes means nothing, but has to have its form.</summary>
public sealed class ReferenceTranscriberTests(ReferenceNetwork reference) : IClassFixture<ReferenceNetwork>
{
    [OnnxFact]
    public async Task Noise_of_a_network_has_the_form_of_text_and_is_the_same_twice()
    {
        var sound = ArraySound.Join(SpeechVectors.Jfk(), ArraySound.Silence(9), SpeechVectors.Jfk());

        var once = await HearAsync(sound, new());
        var twice = await HearAsync(sound, new());

        Tones.CheckForm(once, sound);
        Assert.Equal(Told(once), Told(twice));
        Assert.NotEmpty(once.Utterances);
    }

    [OnnxFact]
    public async Task And_so_has_what_it_writes_one_after_another()
    {
        var sound = SpeechVectors.Jfk();

        Tones.CheckForm(await HearAsync(sound, new() { ConditionOnPrevious = true }), sound);
    }

    [OnnxFact]
    public async Task Only_speech_is_heard_and_not_silence_nor_a_tone()
    {
        var silence = await HearAsync(ArraySound.Silence(60), new(), new SileroVoice(Silero.Open(Silero.Both)));
        var tone = await HearAsync(ToneWords.Sound(40, [new PlantedWord(3, 5, 30)]), new(), new SileroVoice(Silero.Open(Silero.Both)));
        var speech = await HearAsync(ArraySound.Join(ArraySound.Silence(60), SpeechVectors.Jfk()), new(), new SileroVoice(Silero.Open(Silero.Both)));

        Assert.Empty(silence.Utterances.Concat(tone.Utterances));
        Assert.InRange(speech.Speech, 6 * ISound.Rate, 10 * ISound.Rate);
        Assert.All(speech.Utterances, utterance => Assert.InRange(utterance.Span.Start.Seconds.ToDouble(), 59.8, 71));
    }

    private static IEnumerable<(string, string, string?)> Told(SpokenText heard) =>
        heard.Utterances.Select(utterance => (utterance.Span.ToString(), utterance.Text, utterance.Dropped));

    private async Task<SpokenText> HearAsync(ISound sound, TranscriptionOptions options, IVoice? voice = null)
    {
        var engine = new SpeechEngine(new Origin("model", "reference"), new Lent(reference.Network), NumberedVocabularies.Of(51865), voice ?? new ToneVoice());
        using var transcriber = new BatchedTranscriber(engine, new());
        return await transcriber.TranscribeAsync(sound, options, new Progress<long>(), CancellationToken.None);
    }

    // The network is the fixture's to close.
    private sealed class Lent(ISpeechNetwork network) : ISpeechNetwork
    {
        public NetworkShape Shape => network.Shape;

        public IEncodedSpeech Encode(ReadOnlySpan<float> windows, int count) => network.Encode(windows, count);

        public IDecoding Begin(IEncodedSpeech speech, IReadOnlyList<int> windows) => network.Begin(speech, windows);

        public CrossAttention Attend(IEncodedSpeech speech, int window, IReadOnlyList<int> tokens, int frames) => network.Attend(speech, window, tokens, frames);

        public void Dispose()
        {
        }
    }
}
