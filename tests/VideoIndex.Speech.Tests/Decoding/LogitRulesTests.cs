using System.Text.Json;
using VideoIndex.Inference;
using VideoIndex.Speech.Decoding;
using VideoIndex.Speech.Decoding.Rules;

namespace VideoIndex.Speech.Tests.Decoding;

public sealed class LogitRulesTests
{
    [FixtureFact]
    public void What_may_not_come_next_is_what_the_official_rules_forbid()
    {
        var cases = WhisperVectors.Read("rules/logit_filters.json").GetProperty("cases").EnumerateArray().ToArray();

        Assert.Equal(53, cases.Length);
        Assert.All(cases, Try);
    }

    [FixtureFact]
    public void Signs_that_are_not_speech_and_marks_of_tasks_are_never_written()
    {
        foreach (var known in WhisperVectors.Read("rules/initial_tokens.json").GetProperty("suppress_tokens_minus_1_by_n_vocab").EnumerateObject())
        {
            Assert.Equal(known.Value.Numbers(), LogitRules.Suppressed(NumberedVocabularies.Of(int.Parse(known.Name)), [-1]));
        }
    }

    [FixtureFact]
    public void Sequences_begin_as_the_official_ones_do()
    {
        var cases = WhisperVectors.Read("rules/initial_tokens.json").GetProperty("cases").EnumerateArray().ToArray();

        Assert.Equal(18, cases.Length);
        Assert.All(cases, known =>
        {
            var vocabulary = NumberedVocabularies.Of(known.Has("n_vocab", out var count) ? count.GetInt32() : 51865);
            var options = KnownOptions.Read(known.GetProperty("options"), vocabulary, out var language);

            var beginning = Beginning.Of(vocabulary, options, language, 448);

            Assert.Equal(known.GetProperty("initial_tokens").Numbers(), beginning.Tokens);
            Assert.Equal(known.GetProperty("sample_begin").GetInt32(), beginning.Tokens.Length);
            Assert.Equal(known.GetProperty("sot_index").GetInt32(), beginning.Start);
            Assert.Equal(known.GetProperty("sample_len").GetInt32(), options.Most(448));
        });
    }

    [FixtureFact]
    public void Options_that_the_official_code_rejects_are_rejected()
    {
        var rejected = WhisperVectors.Read("rules/initial_tokens.json").GetProperty("rejected_options").EnumerateArray()
            .Select(known => KnownOptions.Read(known.GetProperty("options"), NumberedVocabularies.Of(51865), out _));

        Assert.Equal(
            ["beam-and-best-of", "best-of-greedy", "patience-without-beam", "length-penalty-range"],
            rejected.Select(options => Assert.Throws<ModelException>(options.Check).Code));
    }

    private static void Try(JsonElement known)
    {
        var vocabulary = NumberedVocabularies.Of(known.GetProperty("n_vocab").GetInt32());
        var rules = LogitRules.Of(vocabulary, KnownOptions.Read(known.GetProperty("options"), vocabulary, out _));
        var counts = known.GetProperty("suppressed_after_each_filter");
        Assert.Equal(known.GetProperty("filters").EnumerateArray().Select(rule => rule.GetString()).ToArray(), rules.Select(rule => rule.GetType().Name switch
        {
            nameof(TimestampRules) => "ApplyTimestampRules",
            var name => name,
        }));

        for (var row = 0; row < known.GetProperty("sampled").GetArrayLength(); row++)
        {
            var logits = LogitsOf(known.GetProperty("logits")[row], known.GetProperty("n_vocab").GetInt32());
            var written = known.GetProperty("sampled")[row].Numbers();
            foreach (var rule in rules)
            {
                rule.Apply(logits, written);
                var name = rule is TimestampRules ? "ApplyTimestampRules" : rule.GetType().Name;
                Assert.Equal(counts.GetProperty(name)[row].GetInt32(), logits.Count(float.IsNegativeInfinity));
            }

            Compare(known.GetProperty("expected")[row], logits);
        }
    }

    private static void Compare(JsonElement expected, float[] logits)
    {
        var suppressed = expected.GetProperty("suppressed_ranges").EnumerateArray()
            .SelectMany(range => Enumerable.Range(range[0].GetInt32(), range[1].GetInt32() - range[0].GetInt32()));
        var argmax = expected.GetProperty("argmax").GetInt32();

        Assert.Equal(suppressed, Enumerable.Range(0, logits.Length).Where(at => float.IsNegativeInfinity(logits[at])));
        Assert.Equal(argmax, Logits.IndexOf(logits, Logits.Max(logits)));
        Assert.Equal(expected.GetProperty("argmax_logprob").GetDouble(), logits[argmax] - Logits.LogSumExp(logits), 1e-4);
    }

    private static float[] LogitsOf(JsonElement recipe, int count)
    {
        var logits = new float[count];
        Array.Fill(logits, recipe.GetProperty("base").GetSingle());
        foreach (var range in recipe.Has("ranges", out var ranges) ? ranges.EnumerateArray().ToArray() : [])
        {
            logits.AsSpan(range[0].GetInt32()..range[1].GetInt32()).Fill(range[2].GetSingle());
        }

        foreach (var pair in recipe.Has("set", out var set) ? set.EnumerateArray().ToArray() : [])
        {
            logits[pair[0].GetInt32()] = pair[1].GetSingle();
        }

        return logits;
    }
}
