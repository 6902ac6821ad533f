using System.Text.Json;
using VideoIndex.Speech.Decoding;
using VideoIndex.Speech.LongForm;
using VideoIndex.Speech.Network;
using VideoIndex.Speech.Timing;
using VideoIndex.Speech.Tokens;
using VideoIndex.Testing.Hearing;

namespace VideoIndex.Speech.Tests.LongForm;

/// <summary>Answers as the script of a case says, and holds what is asked to what the official program asked.</summary>
internal sealed class ScriptedListener(JsonElement known, SpeechVocabulary vocabulary, FallbackOptions thresholds, DecodingOptions decoding) : IWindowListener, IWindowDecoder
{
    private readonly JsonElement[] _calls = [.. known.GetProperty("calls").EnumerateArray()];
    private (int First, int Frames, IReadOnlyList<int> Prompt) _asked;

    public int Calls { get; private set; }

    public int LanguageCalls { get; private set; }

    public int Frames => known.GetProperty("audio_samples").GetInt32() / 160;

    public int WindowFrames => 3000;

    public TokenMarks Marks => new(vocabulary.EndOfText, vocabulary.TimestampBegin);

    public string Language(CancellationToken cancellationToken)
    {
        LanguageCalls++;
        return known.GetProperty("detected_if_asked").GetString()!;
    }

    public DecodedWindow Listen(int first, int frames, string language, IReadOnlyList<int> prompt, CancellationToken cancellationToken)
    {
        _asked = (first, frames, prompt);
        return new Fallback(this, thresholds).Decode(null!, [new(0, language)], decoding with { Prompt = prompt }, cancellationToken)[0];
    }

    public IReadOnlyList<DecodedWindow> Decode(
        IEncodedSpeech speech, IReadOnlyList<WindowToDecode> windows, DecodingOptions options, CancellationToken cancellationToken)
    {
        var call = _calls[Calls++];
        Assert.Equal((call.GetProperty("seek").GetInt32(), call.GetProperty("segment_size").GetInt32()), (_asked.First, _asked.Frames));
        Assert.Equal(call.GetProperty("temperature").GetDouble(), options.Temperature);
        Assert.Equal(call.GetProperty("prompt_length").GetInt32(), _asked.Prompt.Count);
        Assert.Equal(call.GetProperty("prompt_first_8").Ints(), _asked.Prompt.Take(8));
        Assert.Equal(call.GetProperty("prompt_last_40").Ints(), _asked.Prompt.TakeLast(40));
        Assert.Equal(Optional(call, "language")?.GetString() ?? "en", windows[0].Language);
        Assert.Equal(Optional(call, "task")?.GetString() == "translate", options.Translate);
        Assert.Equal(Optional(call, "beam_size")?.GetInt32(), options.Beam);
        Assert.Equal(Optional(call, "best_of")?.GetInt32(), options.BestOf);
        Assert.Equal(Optional(call, "patience")?.GetDouble(), options.Patience);
        var result = call.GetProperty("result");
        return
        [
            new DecodedWindow(result.GetProperty("tokens").Ints(), "")
            {
                AverageLogProbability = result.GetProperty("avg_logprob").GetDouble(),
                NoSpeechProbability = result.GetProperty("no_speech_prob").GetDouble(),
                CompressionRatio = result.GetProperty("compression_ratio").GetDouble(),
                Temperature = options.Temperature,
            },
        ];
    }

    public IReadOnlyList<TimedWord> Words(IReadOnlyList<int> text, int frames, string language)
    {
        var call = _calls[Calls - 1];
        Assert.Equal(call.GetProperty("num_frames").GetInt32(), frames);
        var words = call.GetProperty("alignment").EnumerateArray().Select(Word).ToArray();
        Assert.Equal(words.SelectMany(word => word.Tokens), text);
        return words;
    }

    public string Text(IReadOnlyList<int> tokens) => vocabulary.Decode([.. tokens]);

    public IReadOnlyList<IReadOnlyList<LanguageProbability>> DetectLanguages(IEncodedSpeech speech, IReadOnlyList<int> windows) =>
        throw new NotSupportedException("The listener itself is asked.");

    private static TimedWord Word(JsonElement word) => new(
        word.GetProperty("word").GetString()!,
        word.GetProperty("tokens").Ints(),
        word.GetProperty("start").GetDouble(),
        word.GetProperty("end").GetDouble(),
        word.GetProperty("probability").GetDouble());

    private static JsonElement? Optional(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value : null;
}
