using System.Text.Json;
using VideoIndex.Speech.Decoding;
using VideoIndex.Speech.Decoding.Search;

using VideoIndex.Speech.Tests.Network;

namespace VideoIndex.Speech.Tests.Decoding;

/// <summary>The small random network of the reference vectors writes what the official code writes with it.</summary>
public sealed class ReferenceDecodingTests(ReferenceNetwork reference) : IClassFixture<ReferenceNetwork>
{
    public static TheoryData<string> Runs => [.. Fixtures.Present
        ? WhisperVectors.Read("model_io/decode.json").GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("name").GetString()!)
        : ["none"]];

    [OnnxTheory]
    [MemberData(nameof(Runs))]
    public void Writes_what_the_official_code_writes(string name)
    {
        var known = WhisperVectors.Read("model_io/decode.json").GetProperty("runs").EnumerateArray()
            .Single(run => run.GetProperty("name").GetString() == name);
        var options = KnownOptions.Read(known.GetProperty("options"), NumberedVocabularies.Of(51865), out var language);
        var decoder = new WindowDecoder(reference.Network, NumberedVocabularies.Of(51865));
        using var speech = reference.Network.Encode(Heard(known), 1);
        language ??= decoder.DetectLanguages(speech, [0])[0][0].Language;

        var answer = decoder.Decode(speech, [new(0, language)], options, CancellationToken.None)[0];

        Assert.Equal(known.GetProperty("tokens").Numbers(), answer.Tokens);
        Assert.Equal(known.GetProperty("text").GetString(), answer.Text);
        Assert.Equal(known.GetProperty("language").GetString(), answer.Language);
        Assert.Equal(known.GetProperty("avg_logprob").GetDouble(), answer.AverageLogProbability, 1e-3);
        Assert.Equal(known.GetProperty("no_speech_prob").GetDouble(), answer.NoSpeechProbability, 1e-4);
        Assert.Equal(known.GetProperty("compression_ratio").GetDouble(), answer.CompressionRatio, 0.05);
        if (known.Has("candidates", out var candidates))
        {
            Compare(candidates, decoder.Search(speech, [new(0, language)], options, CancellationToken.None)[0].Readings);
        }
    }

    [OnnxFact]
    public void Speech_and_silence_side_by_side_are_written_as_each_by_itself()
    {
        var decoder = new WindowDecoder(reference.Network, NumberedVocabularies.Of(51865));
        using var speech = reference.Network.Encode([.. ReferenceNetwork.Recording, .. ReferenceNetwork.Silence], 2);
        var known = WhisperVectors.Read("model_io/decode.json").GetProperty("runs").EnumerateArray().ToDictionary(run => run.GetProperty("name").GetString()!);

        var answers = decoder.Decode(speech, [new(1, "en"), new(0, "en"), new(1, "en")], new() { Beam = 5 }, CancellationToken.None);

        Assert.Equal(known["beam 5 silence"].GetProperty("tokens").Numbers(), answers[0].Tokens);
        Assert.Equal(known["beam 5"].GetProperty("tokens").Numbers(), answers[1].Tokens);
        Assert.Equal(answers[0].Tokens, answers[2].Tokens);
    }

    [OnnxFact]
    public void Hears_which_language_is_spoken()
    {
        var decoder = new WindowDecoder(reference.Network, NumberedVocabularies.Of(51865));
        using var speech = reference.Network.Encode([.. ReferenceNetwork.Recording, .. ReferenceNetwork.Silence], 2);

        var found = decoder.DetectLanguages(speech, [0, 1]);

        foreach (var (name, languages) in new[] { "jfk", "silence" }.Zip(found))
        {
            var known = WhisperVectors.Read("model_io/language.json").GetProperty(name);
            var probabilities = known.GetProperty("probabilities");
            Assert.Equal(known.GetProperty("best").GetString(), languages[0].Language);
            Assert.Equal(99, languages.Count);
            Assert.All(languages, language => Assert.Equal(probabilities.GetProperty(language.Language).GetDouble(), language.Probability, 1e-4));
            Assert.Equal(1, languages.Sum(language => language.Probability), 1e-4);
        }
    }

    [FixtureFact]
    public void A_temperature_sharpens_or_flattens_as_the_official_softmax_does()
    {
        var known = WhisperVectors.Read("model_io/temperature.json");
        var logits = Numbers.Of("model_io/logits_sot_en_transcribe_last.npy");
        var likeliest = known.GetProperty("top20_probabilities");

        foreach (var (token, value) in likeliest.GetProperty("ids").Numbers().Zip(likeliest.GetProperty("values").EnumerateArray()))
        {
            Assert.Equal(value.GetDouble(), SampleSearch.Probability(logits, token, known.GetProperty("temperature").GetSingle()), 1e-4);
        }
    }

    private static float[] Heard(JsonElement known) =>
        known.GetProperty("audio").GetString() == "jfk" ? ReferenceNetwork.Recording : ReferenceNetwork.Silence;

    private static void Compare(JsonElement candidates, IReadOnlyList<VideoIndex.Speech.Decoding.Search.Reading> readings)
    {
        Assert.Equal(candidates.GetArrayLength(), readings.Count);
        foreach (var (known, reading) in candidates.EnumerateArray().Zip(readings))
        {
            Assert.Equal(known.GetProperty("tokens").Numbers().TakeWhile(token => token != 50257), reading.Tokens);
            Assert.Equal(known.GetProperty("sum_logprob").GetDouble(), reading.LogProbability, 1e-2);
        }
    }
}
