using VideoIndex.Hearing;
using VideoIndex.SpeechServices.Endpoint;

namespace VideoIndex.SpeechServices.Tests.Endpoint;

/// <summary>What the tests of the endpoint share: a service, and one sound sent to it.</summary>
public abstract class EndpointTest
{
    internal const string Secret = "sk-not-a-real-key";

    /// <summary>As OpenAI answers: a language by its name, segments with doubts, words apart and without punctuation.</summary>
    internal const string OpenAi = """
        {"task":"transcribe","language":"english","duration":4.0,"text":"And so, my fellow Americans. Ask not!",
         "segments":[
           {"id":0,"seek":0,"start":0.0,"end":2.0,"text":" And so, my fellow Americans.","tokens":[1],"temperature":0.0,"avg_logprob":-0.1,"compression_ratio":1.1,"no_speech_prob":0.01},
           {"id":1,"seek":0,"start":2.0,"end":3.5,"text":" Ask not!","tokens":[2],"temperature":0.0,"avg_logprob":-0.5,"compression_ratio":1.1,"no_speech_prob":0.01}],
         "words":[{"word":"And","start":0.0,"end":0.319999992847442},{"word":"so","start":0.32,"end":0.5},{"word":"my","start":0.5,"end":0.7},
           {"word":"fellow","start":0.7,"end":1.1},{"word":"Americans","start":1.1,"end":2.0},{"word":"Ask","start":2.0,"end":2.5},{"word":"not","start":2.6,"end":3.5}],
         "usage":{"type":"duration","seconds":4}}
        """;

    internal static SpeechEndpointSettings Settings(Uri address) => new(address)
    {
        Key = SpeechKey.From(Secret),
        FirstWait = TimeSpan.FromMilliseconds(1),
        LongestWait = TimeSpan.FromMilliseconds(20),
        AnswerWithin = TimeSpan.FromSeconds(30),
        AtOnce = 1,
    };

    internal static Task<SpokenText> HearAsync(SpeechEndpointSettings settings, ISound? sound = null, TranscriptionOptions? options = null) =>
        HearAsync(settings, new Told(), sound, options, default);

    internal static async Task<SpokenText> HearAsync(
        SpeechEndpointSettings settings, Told told, ISound? sound, TranscriptionOptions? options, CancellationToken cancellationToken)
    {
        using var transcriber = new OpenAiTranscriber(settings, TimeProvider.System);
        return await transcriber.TranscribeAsync(sound ?? SampleSound.Noise(4), options ?? new TranscriptionOptions(), told, cancellationToken);
    }
}
