using System.Text.Json;
using VideoIndex.Speech.Network;

namespace VideoIndex.Speech.Tests.Network;

/// <summary>Our graphs against the numbers of the official implementation.</summary>
public sealed class ReferenceTests(ReferenceNetwork reference) : IClassFixture<ReferenceNetwork>
{
    private ISpeechNetwork Network => reference.Network;

    [OnnxFact]
    public void What_the_encoder_gives_is_the_official_numbers()
    {
        using var encoded = (EncodedWindows)Network.Encode(ReferenceNetwork.Recording, 1);
        Assert.InRange(Numbers.Apart(encoded.Encoded, Numbers.Of("model_io/encoder_out_jfk.npy")), 0, 1e-4f);
    }

    [OnnxTheory]
    [InlineData("ln_post")]
    [InlineData("silence_input")]
    public void Rows_of_what_the_encoder_gives_are_the_official_ones(string stage)
    {
        using var encoded = (EncodedWindows)Network.Encode(stage == "ln_post" ? ReferenceNetwork.Recording : ReferenceNetwork.Silence, 1);
        var rows = Json.Of("model_io/encoder_stages.json").GetProperty(stage).GetProperty("rows").EnumerateObject().ToList();
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var at = int.Parse(row.Name, System.Globalization.CultureInfo.InvariantCulture) * Network.Shape.Width;
            Assert.InRange(Numbers.Apart(encoded.Encoded.Slice(at, Network.Shape.Width), [.. row.Value.EnumerateArray().Select(value => value.GetSingle())]), 0, 1e-4f);
        }
    }

    [OnnxFact]
    public void The_logits_of_all_tokens_are_the_official_numbers()
    {
        using var encoded = Network.Encode(ReferenceNetwork.Recording, 1);
        using var decoding = Network.Begin(encoded, [0]);
        var logits = new float[Network.Shape.Vocabulary];
        decoding.Feed([50258, 50259, 50359], [2], logits);
        Assert.InRange(Numbers.Apart(logits, Numbers.Of("model_io/logits_sot_en_transcribe_last.npy")), 0, 1e-3f);
    }

    [OnnxTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_logits_at_every_place_are_the_official_numbers_whether_tokens_come_at_once_or_one_by_one(bool atOnce)
    {
        foreach (var reading in Json.Of("model_io/decoder_logits.json").GetProperty("cases").EnumerateArray())
        {
            using var encoded = Network.Encode(reading.GetProperty("audio").GetString() == "jfk" ? ReferenceNetwork.Recording : ReferenceNetwork.Silence, 1);
            var tokens = reading.GetProperty("tokens").EnumerateArray().Select(token => token.GetInt32()).ToArray();
            var logits = Reading.Of(Network, encoded, tokens, atOnce);
            foreach (var place in reading.GetProperty("positions").EnumerateArray())
            {
                RequireSame(place, logits.AsSpan(place.GetProperty("position").GetInt32() * Network.Shape.Vocabulary, Network.Shape.Vocabulary));
            }
        }
    }

    [OnnxFact]
    public void The_languages_are_as_likely_as_the_official_numbers_say()
    {
        var symbols = Json.Of("generation_config.json").GetProperty("lang_to_id");
        foreach (var (sound, name) in new[] { (ReferenceNetwork.Recording, "jfk"), (ReferenceNetwork.Silence, "silence") })
        {
            using var encoded = Network.Encode(sound, 1);
            var logits = Reading.Of(Network, encoded, [50258], atOnce: true);
            var ids = symbols.EnumerateObject().ToDictionary(one => one.Name[2..^2], one => one.Value.GetInt32());
            var sum = ids.Values.Sum(id => Math.Exp(logits[id]));
            var known = Json.Of("model_io/language.json").GetProperty(name).GetProperty("probabilities").EnumerateObject().ToList();
            Assert.Equal(99, known.Count);
            Assert.All(known, language => Assert.Equal(language.Value.GetDouble(), Math.Exp(logits[ids[language.Name]]) / sum, 1e-4));
        }
    }

    [OnnxFact]
    public void What_heads_listen_to_is_the_official_numbers_before_softmax()
    {
        using var encoded = Network.Encode(ReferenceNetwork.Recording, 1);
        var attention = Network.Attend(encoded, 0, [50258, 50259, 50359, 50363, 2425, 11, 1002, 0, 50257], 45);
        Assert.Equal((4, 9, 45), (attention.Heads, attention.Tokens, attention.Frames));
        Assert.InRange(Numbers.Apart(attention.Scores, Numbers.Of("timing/short_window_qk_layer1_first45.npy")), 0, 1e-4f);
        Assert.Equal(9 * Network.Shape.Vocabulary, attention.Logits.Length);
    }

    private static void RequireSame(JsonElement place, Span<float> logits)
    {
        var (ids, values) = (place.GetProperty("top20").GetProperty("ids"), place.GetProperty("top20").GetProperty("values"));
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(values[i].GetSingle(), logits[ids[i].GetInt32()], 1e-3f);
        }

        Assert.Equal(ids[0].GetInt32(), Numbers.Greatest(logits));
        Assert.Equal(place.GetProperty("sum").GetDouble(), logits.ToArray().Sum(value => (double)value), 0.5);
        Assert.Equal(place.GetProperty("at_timestamp_begin").GetSingle(), logits[50364], 1e-3f);
    }
}
