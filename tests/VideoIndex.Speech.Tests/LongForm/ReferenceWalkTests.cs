using System.Globalization;
using System.Text.Json;
using VideoIndex.Speech.Decoding;
using VideoIndex.Speech.LongForm;
using VideoIndex.Speech.Mel;
using VideoIndex.Speech.Tests.Network;
using VideoIndex.Speech.Timing;
using VideoIndex.Speech.Tokens;
using VideoIndex.Testing.Hearing;

namespace VideoIndex.Speech.Tests.LongForm;

/// <summary>The whole long form, sound to words, with the small random network, against the official program.</summary>
public sealed class ReferenceWalkTests(ReferenceNetwork reference) : IClassFixture<ReferenceNetwork>
{
    private static readonly Lazy<SpeechVocabulary> Vocabulary =
        new(() => SpeechVocabularies.OfRanks(File.ReadAllBytes(SpeechVectors.File("multilingual.tiktoken")), 51_865));

    private static readonly FallbackOptions Never = new() { Temperatures = [0], CompressionRatio = null, AverageLogProbability = null, NoSpeech = null };

    [OnnxTheory]
    [InlineData("jfk greedy")]
    [InlineData("jfk greedy words")]
    [InlineData("jfk beam 5")]
    [InlineData("jfk detect")]
    [InlineData("jfk 3 s to 9 s clip")]
    [InlineData("jfk no condition")]
    [InlineData("long greedy")]
    [InlineData("long no condition words")]
    [InlineData("long initial prompt")]
    public void A_sound_is_written_down_as_by_the_official_program(string name)
    {
        var known = SpeechVectors.Json("transcribe/random_model.json").GetProperty("runs").EnumerateArray()
            .Single(run => run.GetProperty("name").GetString() == name);
        var options = known.GetProperty("options");
        var sound = Sound(known);
        var decoding = new DecodingOptions { Beam = Get(options, "beam_size")?.GetInt32() };
        using var inner = new NetworkListener(
            reference.Network,
            Vocabulary.Value,
            new WindowDecoder(reference.Network, Vocabulary.Value),
            sound,
            new SoundMel(new LogMel(80), sound, CancellationToken.None),
            new ListeningOptions(decoding, Never));
        var listener = new HeldListener(inner, [.. known.GetProperty("calls").EnumerateArray()]);
        var walk = new WindowWalk(listener, Options(options));

        var heard = walk.Walk(new Progress<int>(), CancellationToken.None).Where(row => !row.Skipped).ToList();

        Assert.Equal(known.GetProperty("calls").GetArrayLength(), listener.Calls);
        Assert.Equal(known.GetProperty("language").GetString(), walk.Language);
        Assert.Equal(known.GetProperty("text").GetString(), inner.Text([.. heard.SelectMany(row => row.Passage.Tokens)]));
        var segments = known.GetProperty("segments").EnumerateArray().ToArray();
        Assert.Equal(segments.Length, heard.Count);
        Assert.All(segments.Zip(heard), pair => Same(pair.First, pair.Second));
    }

    private static ArraySound Sound(JsonElement known)
    {
        var jfk = SpeechVectors.Jfk().Samples;
        var samples = new float[known.GetProperty("samples").GetInt32()];
        jfk.CopyTo(samples, 0);
        if (samples.Length > jfk.Length)
        {
            jfk.CopyTo(samples, samples.Length / 2);
        }

        return new ArraySound(samples);
    }

    private static LongFormOptions Options(JsonElement options) => new()
    {
        Language = options.GetProperty("language").GetString(),
        Thresholds = Never,
        ConditionOnPrevious = Get(options, "condition_on_previous_text")?.GetBoolean() ?? true,
        InitialPrompt = Get(options, "initial_prompt") is { } prompt ? Vocabulary.Value.Encode(" " + prompt.GetString()!.Trim()) : [],
        WordTimes = Get(options, "word_timestamps")?.GetBoolean() ?? false,
        Clips = Get(options, "clip_timestamps") is { } clips
            ? [.. clips.GetString()!.Split(',').Select(x => double.Parse(x, CultureInfo.InvariantCulture))]
            : [],
    };

    private static void Same(JsonElement segment, HeardPassage heard)
    {
        Assert.Equal(segment.GetProperty("seek").GetInt32(), heard.First);
        Assert.Equal(segment.GetProperty("start").GetDouble(), heard.Passage.Start, 1e-6);
        Assert.Equal(segment.GetProperty("end").GetDouble(), heard.Passage.End, 1e-6);
        Assert.Equal(segment.GetProperty("text").GetString(), heard.Passage.Text);
        Assert.Equal(segment.GetProperty("tokens").Ints(), heard.Passage.Tokens);
        var words = Get(segment, "words")?.EnumerateArray().ToArray() ?? [];
        Assert.Equal(words.Select(word => word.GetProperty("word").GetString()), heard.Passage.Words.Select(word => word.Text));
        foreach (var (word, timed) in words.Zip(heard.Passage.Words))
        {
            Assert.Equal(word.GetProperty("start").GetDouble(), timed.Start, 1e-6);
            Assert.Equal(word.GetProperty("end").GetDouble(), timed.End, 1e-6);
            var probability = word.GetProperty("probability").GetDouble();
            Assert.Equal(probability, timed.Probability, probability / 100);
        }
    }

    private static JsonElement? Get(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value : null;

    /// <summary>Holds what is asked and answered to the calls of the official program.</summary>
    private sealed class HeldListener(NetworkListener inner, JsonElement[] calls) : IWindowListener
    {
        public int Calls { get; private set; }

        public int Frames => inner.Frames;

        public int WindowFrames => inner.WindowFrames;

        public TokenMarks Marks => inner.Marks;

        public string Language(CancellationToken cancellationToken) => inner.Language(cancellationToken);

        public DecodedWindow Listen(int first, int frames, string language, IReadOnlyList<int> prompt, CancellationToken cancellationToken)
        {
            var call = calls[Calls++];
            Assert.Equal((call.GetProperty("seek").GetInt32(), call.GetProperty("segment_size").GetInt32()), (first, frames));
            Assert.Equal(call.GetProperty("prompt").Ints(), prompt);
            var answer = inner.Listen(first, frames, language, prompt, cancellationToken);
            Assert.Equal(call.GetProperty("tokens").Ints(), answer.Tokens);
            Assert.Equal(call.GetProperty("avg_logprob").GetDouble(), answer.AverageLogProbability, 1e-3);
            Assert.Equal(call.GetProperty("no_speech_prob").GetDouble(), answer.NoSpeechProbability, 1e-4);
            return answer;
        }

        public IReadOnlyList<TimedWord> Words(IReadOnlyList<int> text, int frames, string language) => inner.Words(text, frames, language);

        public string Text(IReadOnlyList<int> tokens) => inner.Text(tokens);
    }
}
