using System.Text.Json;
using VideoIndex.Speech.Tokens;
using VideoIndex.Testing.Hearing;

namespace VideoIndex.Speech.Tests.Tokens;

/// <summary>Tokens of the official code.</summary>
public class VocabularyVectorTests
{
    private static readonly Lazy<JsonElement> Specials = new(() => SpeechVectors.Json("tokenizer/special_tokens.json"));
    private static readonly Lazy<JsonElement> Texts = new(() => SpeechVectors.Json("tokenizer/encode_decode.json"));

    [FixtureTheory]
    [InlineData("multilingual")]
    [InlineData("multilingual_v3")]
    [InlineData("english_only")]
    public void Marks_are_where_the_official_vocabulary_has_them(string name)
    {
        var (official, ours) = (Specials.Value.GetProperty(name), Official.Named(name));
        int Id(string mark) => official.GetProperty(mark).GetInt32();

        Assert.Equal(Id("eot"), ours.EndOfText);
        Assert.Equal(Id("sot"), ours.StartOfTranscript);
        Assert.Equal(Id("translate"), ours.Translate);
        Assert.Equal(Id("transcribe"), ours.Transcribe);
        Assert.Equal(Id("sot_lm"), ours.StartOfLanguageModel);
        Assert.Equal(Id("sot_prev"), ours.StartOfPrevious);
        Assert.Equal(Id("no_speech"), ours.NoSpeechMark);
        Assert.Equal(Id("no_timestamps"), ours.NoTimestamps);
        Assert.Equal(Id("timestamp_begin"), ours.TimestampBegin);
        Assert.Equal(Id("timestamp_end"), ours.TimestampEnd);
        Assert.Equal(Id("n_vocab"), ours.Size);
        Assert.Equal(Id("first_special"), ours.EndOfText);
        Assert.Equal(official.GetProperty("blank").Ints(), ours.Encode(" "));
        Assert.Equal(official.GetProperty("sot_sequence").Ints(), ours.Start());
        Assert.Equal(official.GetProperty("non_speech_tokens").Ints(), ours.NonSpeechTokens);
        Assert.Equal(
            official.GetProperty("languages").EnumerateObject().Select(x => KeyValuePair.Create(x.Name, x.Value.GetInt32())), ours.Languages);
    }

    [FixtureFact]
    public void Sequences_begin_as_the_official_ones_do()
    {
        foreach (var sequence in Specials.Value.GetProperty("sot_sequences").EnumerateArray())
        {
            var asked = sequence.GetProperty("args").GetProperty("language").GetString();
            var language = asked is null ? null : SpeechLanguages.Code(asked);
            if (asked is not null)
            {
                Assert.Equal(sequence.GetProperty("resolved_language").GetString(), language);
            }

            var translate = sequence.GetProperty("resolved_task").GetString() == "translate";
            Assert.Equal(sequence.GetProperty("sot_sequence").Ints(), Official.Multilingual.Start(language, translate));
        }
    }

    [FixtureFact]
    public void Languages_have_the_official_names_order_and_other_names()
    {
        Assert.Equal(Specials.Value.GetProperty("languages_in_order").EnumerateArray().Select(x => x[0].GetString()), SpeechLanguages.All);
        foreach (var language in Specials.Value.GetProperty("languages_in_order").EnumerateArray())
        {
            Assert.Equal(language[1].GetString(), SpeechLanguages.Name(language[0].GetString()!));
            Assert.Equal(language[0].GetString(), SpeechLanguages.Code(language[1].GetString()!));
        }

        foreach (var other in Specials.Value.GetProperty("language_aliases").EnumerateObject())
        {
            Assert.Equal(other.Value.GetString(), SpeechLanguages.Code(other.Name));
        }
    }

    [FixtureFact]
    public void Times_are_spelled_as_the_official_vocabulary_spells_them() => Assert.All(
        Specials.Value.GetProperty("timestamp_spelling").EnumerateArray(),
        x => Assert.Equal(x[1].GetString(), Official.Multilingual.DecodeWithTimestamps([x[0].GetInt32()])));

    [FixtureFact]
    public void Every_text_is_cut_into_the_official_pieces() => Assert.All(
        Texts.Value.GetProperty("encode").EnumerateArray(),
        x => Assert.Equal(x.GetProperty("pieces").Words(), TextPieces.Of(x.GetProperty("text").GetString()!)));

    [FixtureTheory]
    [InlineData("multilingual")]
    [InlineData("english_only")]
    public void Every_text_has_the_official_tokens(string name)
    {
        var ours = Official.Named(name);
        Assert.All(Texts.Value.GetProperty("encode").EnumerateArray(), x =>
        {
            var text = x.GetProperty("text").GetString()!;
            Assert.Equal(x.GetProperty(name).Ints(), ours.Encode(text));
            Assert.Equal(text, ours.Decode(ours.Encode(text)));
        });
    }

    [FixtureFact]
    public void Every_list_of_tokens_spells_the_official_bytes() => Assert.All(Texts.Value.GetProperty("decode").EnumerateArray(), x =>
    {
        var ids = x.GetProperty("ids").Ints();
        Assert.Equal(x.GetProperty("bytes_hex").GetString(), Convert.ToHexStringLower(Official.Multilingual.Bytes(ids)));
        Assert.Equal(x.GetProperty("decode").GetString(), Official.Multilingual.Decode(ids));
        Assert.Equal(x.GetProperty("decode_with_timestamps").GetString(), Official.Multilingual.DecodeWithTimestamps(ids));
    });

    [FixtureFact]
    public void The_token_of_no_bytes_spells_nothing() =>
        Assert.Empty(Official.Multilingual.Bytes([Texts.Value.GetProperty("empty_token").GetProperty("id").GetInt32()]));

    [FixtureFact]
    public void Text_that_spells_a_mark_is_refused() => Assert.All(
        Texts.Value.GetProperty("rejected").EnumerateArray(),
        x => Assert.Throws<ArgumentException>(() => Official.Multilingual.Encode(x.GetProperty("text").GetString()!)));
}
