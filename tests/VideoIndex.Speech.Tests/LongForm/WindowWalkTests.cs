using System.Globalization;
using System.Text.Json;
using VideoIndex.Speech.Decoding;
using VideoIndex.Speech.LongForm;
using VideoIndex.Speech.Timing;
using VideoIndex.Speech.Tokens;
using VideoIndex.Testing.Hearing;

namespace VideoIndex.Speech.Tests.LongForm;

public class WindowWalkTests
{
    private static readonly Lazy<SpeechVocabulary> Vocabulary =
        new(() => SpeechVocabularies.OfRanks(File.ReadAllBytes(SpeechVectors.File("multilingual.tiktoken")), 51_865));

    public static TheoryData<string> Cases => Fixtures.Present
        ? [.. SpeechVectors.Json("transcribe/scripted.json").GetProperty("cases").EnumerateArray().Select(known => known.GetProperty("name").GetString()!)]
        : [""];

    [FixtureTheory]
    [MemberData(nameof(Cases))]
    public void A_sound_is_walked_through_as_by_the_official_program(string name)
    {
        var known = SpeechVectors.Json("transcribe/scripted.json").GetProperty("cases").EnumerateArray()
            .First(row => row.GetProperty("name").GetString() == name);
        var options = new Scripted(known.GetProperty("options"));
        var listener = new ScriptedListener(known, Vocabulary.Value, options.Thresholds, options.Decoding);
        var walk = new WindowWalk(listener, options.Walk);

        var heard = walk.Walk(new Progress<int>(), CancellationToken.None).Where(row => !row.Skipped).ToList();

        // A part that ends behind the sound ends with it here; the official program goes on listening to windows without sound.
        var calls = known.GetProperty("calls").EnumerateArray().TakeWhile(call => call.GetProperty("segment_size").GetInt32() > 0).Count();
        var segments = known.GetProperty("segments").EnumerateArray()
            .TakeWhile(row => row.GetProperty("seek").GetInt32() < listener.Frames).ToArray();
        Assert.Equal(calls, listener.Calls);
        Assert.Equal(known.GetProperty("language_detection_calls").GetInt32(), listener.LanguageCalls);
        Assert.Equal(known.GetProperty("language").GetString(), walk.Language);
        Assert.Equal(segments.Length, heard.Count);
        Assert.All(segments.Zip(heard), pair => Same(pair.First, pair.Second));
        if (calls == known.GetProperty("calls").GetArrayLength())
        {
            Assert.Equal(known.GetProperty("text").GetString(), listener.Text([.. heard.SelectMany(row => row.Passage.Tokens)]));
        }
    }

    [FixtureFact]
    public void Few_of_the_scripts_listen_behind_the_end()
    {
        var cases = SpeechVectors.Json("transcribe/scripted.json").GetProperty("cases").EnumerateArray().ToArray();

        Assert.Equal(120, cases.Length);
        Assert.Equal(3, cases.Count(row => row.GetProperty("calls").EnumerateArray().Any(call => call.GetProperty("segment_size").GetInt32() <= 0)));
    }

    [FixtureFact]
    public void What_the_official_program_forgets_is_kept_and_says_so()
    {
        var known = SpeechVectors.Json("transcribe/scripted.json").GetProperty("cases").EnumerateArray()
            .First(row => row.GetProperty("name").GetString() == "no speech skipped");
        var listener = new ScriptedListener(known, Vocabulary.Value, new FallbackOptions(), new DecodingOptions());
        var walk = new WindowWalk(listener, new LongFormOptions { Language = "en" });

        var heard = walk.Walk(new Progress<int>(), CancellationToken.None).ToList();

        Assert.Equal(known.GetProperty("segments").GetArrayLength(), heard.Count(row => !row.Skipped));
        Assert.Contains(heard, row => row.Skipped && row.Passage.Text.Length > 0);
    }

    [Fact]
    public void A_window_that_is_never_left_is_passed_over()
    {
        var listener = new StandingListener();

        var heard = new WindowWalk(listener, new LongFormOptions { Language = "en" }).Walk(new Progress<int>(), CancellationToken.None).ToList();

        Assert.Equal([0, 0, 3000, 3000], listener.Asked);
        Assert.All(heard, row => Assert.Equal("", row.Passage.Text));
    }

    [Fact]
    public void Text_of_no_length_is_emptied_and_not_forgotten()
    {
        var passage = new Passage { Tokens = [1, 2], Text = " Yes.", Start = 1, End = 1 };
        passage.Empty();

        Assert.Equal(("", " Yes."), (passage.Text, passage.EmptiedText));
        Assert.Empty(passage.Tokens);
    }

    /// <summary>A minute of sound, of which every window is said to go on at its own beginning.</summary>
    private sealed class StandingListener : IWindowListener
    {
        public List<int> Asked { get; } = [];

        public int Frames => 6000;

        public int WindowFrames => 3000;

        public TokenMarks Marks => new(10, 20);

        public string Language(CancellationToken cancellationToken) => "en";

        public DecodedWindow Listen(int first, int frames, string language, IReadOnlyList<int> prompt, CancellationToken cancellationToken)
        {
            Asked.Add(first);
            return new DecodedWindow([20, 270], "") { AverageLogProbability = 0, NoSpeechProbability = 0, CompressionRatio = 0, Temperature = 0 };
        }

        public IReadOnlyList<TimedWord> Words(IReadOnlyList<int> text, int frames, string language) => [];

        public string Text(IReadOnlyList<int> tokens) => "";
    }

    private static void Same(JsonElement segment, HeardPassage heard)
    {
        var (passage, window) = (heard.Passage, heard.Window);
        Assert.Equal(segment.GetProperty("seek").GetInt32(), heard.First);
        Assert.Equal(segment.GetProperty("start").GetDouble(), passage.Start, 1e-6);
        Assert.Equal(segment.GetProperty("end").GetDouble(), passage.End, 1e-6);
        Assert.Equal(segment.GetProperty("text").GetString(), passage.Text);
        Assert.Equal(segment.GetProperty("tokens").Ints(), passage.Tokens);
        Assert.Equal(segment.GetProperty("temperature").GetDouble(), window.Temperature);
        Assert.Equal(segment.GetProperty("avg_logprob").GetDouble(), window.AverageLogProbability);
        var words = segment.TryGetProperty("words", out var list) ? list.EnumerateArray().ToArray() : [];
        Assert.Equal(words.Select(word => word.GetProperty("word").GetString()), passage.Words.Select(word => word.Text));
        Assert.All(words.Zip(passage.Words), pair => Same(pair.First, pair.Second));
    }

    private static void Same(JsonElement word, TimedWord timed)
    {
        Assert.Equal(word.GetProperty("start").GetDouble(), timed.Start, 1e-6);
        Assert.Equal(word.GetProperty("end").GetDouble(), timed.End, 1e-6);
        Assert.Equal(word.GetProperty("probability").GetDouble(), timed.Probability, 1e-6);
    }

    /// <summary>The options of a case, as ours.</summary>
    private sealed class Scripted(JsonElement options)
    {
        public FallbackOptions Thresholds { get; } = new()
        {
            Temperatures = Get(options, "temperature") switch
            {
                null => new FallbackOptions().Temperatures,
                { ValueKind: JsonValueKind.Array } ladder => ladder.Numbers(),
                { } one => [one.GetDouble()],
            },
            CompressionRatio = Threshold(options, "compression_ratio_threshold", 2.4),
            AverageLogProbability = Threshold(options, "logprob_threshold", -1),
            NoSpeech = Threshold(options, "no_speech_threshold", 0.6),
        };

        public DecodingOptions Decoding { get; } = new()
        {
            Beam = Get(options, "beam_size")?.GetInt32(),
            BestOf = Get(options, "best_of")?.GetInt32(),
            Patience = Get(options, "patience")?.GetDouble(),
            Translate = Get(options, "task")?.GetString() == "translate",
            Timestamps = Get(options, "without_timestamps")?.GetBoolean() != true,
        };

        public LongFormOptions Walk => new()
        {
            Language = options.GetProperty("language").GetString(),
            Thresholds = Thresholds,
            ConditionOnPrevious = Get(options, "condition_on_previous_text")?.GetBoolean() ?? true,
            InitialPrompt = Get(options, "initial_prompt") is { } prompt ? Vocabulary.Value.Encode(" " + prompt.GetString()!.Trim()) : [],
            CarryInitialPrompt = Get(options, "carry_initial_prompt")?.GetBoolean() ?? false,
            WordTimes = Get(options, "word_timestamps")?.GetBoolean() ?? false,
            Punctuation = new(
                Get(options, "prepend_punctuations")?.GetString() ?? Punctuation.Usual.Before,
                Get(options, "append_punctuations")?.GetString() ?? Punctuation.Usual.Behind),
            Clips = Get(options, "clip_timestamps") switch
            {
                null => [],
                { ValueKind: JsonValueKind.Array } list => list.Numbers(),
                { } text => [.. text.GetString()!.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(x => double.Parse(x, CultureInfo.InvariantCulture))],
            },
            HallucinationSilence = Get(options, "hallucination_silence_threshold")?.GetDouble(),
        };

        private static JsonElement? Get(JsonElement options, string name) => options.TryGetProperty(name, out var value) ? value : null;

        private static double? Threshold(JsonElement options, string name, double usual) =>
            Get(options, name) is { } given ? given.ValueKind == JsonValueKind.Null ? null : given.GetDouble() : usual;
    }
}
