using System.Text;
using System.Text.Json;
using VideoIndex.Inference;
using VideoIndex.Speech.Tokens;
using VideoIndex.Testing.Hearing;

namespace VideoIndex.Speech.Tests.Tokens;

/// <summary>Every form that a vocabulary comes in says the same.</summary>
public class VocabularyFormTests
{
    private const string Pairs = "#version: 0.2\nh e\nl l\nhe ll\nĠ w\n";

    private static readonly Dictionary<string, int> Letters = new()
    {
        ["h"] = 0,
        ["e"] = 1,
        ["l"] = 2,
        ["o"] = 3,
        ["Ġ"] = 4,
        ["w"] = 5,
        ["he"] = 6,
        ["ll"] = 7,
        ["hell"] = 8,
        ["Ġw"] = 9,
        ["Ã"] = 10,
        ["¤"] = 11,
    };

    private static readonly Dictionary<string, int> Marks = new()
    {
        ["<|endoftext|>"] = 12,
        ["<|startoftranscript|>"] = 13,
        ["<|en|>"] = 14,
        ["<|de|>"] = 15,
        ["<|transcribe|>"] = 16,
        ["<|notimestamps|>"] = 17,
    };

    [Fact]
    public void A_small_vocabulary_of_three_files_is_read()
    {
        var small = SpeechVocabularies.OfHuggingFace(Json(Letters), Encoding.UTF8.GetBytes(Pairs), Json(Marks), 28);

        Small(small);
        Assert.Equal([8, 3, 9, 3], small.Encode("hello wo"));
        Assert.Equal("hello woä", small.Decode([8, 3, 9, 3, 10, 11]));
    }

    [Theory]
    [InlineData("[\"h e\", \"l l\", \"he ll\", \"Ġ w\"]")]
    [InlineData("[[\"h\", \"e\"], [\"l\", \"l\"], [\"he\", \"ll\"], [\"Ġ\", \"w\"]]")]
    public void A_small_vocabulary_of_one_file_is_read(string merges)
    {
        var added = string.Join(',', Marks.Select(x => $"{{\"id\": {x.Value}, \"content\": \"{x.Key}\", \"special\": true}}"));
        var file = $"{{\"model\": {{\"vocab\": {Encoding.UTF8.GetString(Json(Letters))}, \"merges\": {merges}}}, \"added_tokens\": [{added}]}}";

        var small = SpeechVocabularies.OfTokenizer(Encoding.UTF8.GetBytes(file), 28);

        Small(small);
        Assert.Equal([8, 3, 9, 3], small.Encode("hello wo"));
    }

    [Fact]
    public void Merges_count_before_ids()
    {
        var letters = Json(new() { ["a"] = 0, ["b"] = 1, ["c"] = 2, ["ab"] = 3, ["bc"] = 4 });

        Assert.Equal([0, 4], SpeechVocabularies.OfHuggingFace(letters, "b c\na b\n"u8, Json(Marks), 28).Encode("abc"));
        Assert.Equal([3, 2], SpeechVocabularies.OfHuggingFace(letters, [], Json(Marks), 28).Encode("abc"));
    }

    [Fact]
    public void A_list_of_tokens_that_names_its_marks_is_read()
    {
        byte[][] list =
        [
            .. "helo w"u8.ToArray().Select(x => new[] { x }), .. new[] { "he", "ll", "hell", " w" }.Select(Encoding.UTF8.GetBytes),
            "ä"u8.ToArray()[..1], "ä"u8.ToArray()[1..], .. Marks.Keys.Select(Encoding.UTF8.GetBytes),
        ];

        Small(SpeechVocabularies.OfList(list, 28));
    }

    [FixtureFact]
    public void The_published_vocabulary_is_the_same_as_ranks_list_and_three_files()
    {
        var ranks = Official.Multilingual;
        byte[][] list = [.. Enumerable.Range(0, ranks.EndOfText).Select(x => ranks.Bytes([x]))];
        SpeechVocabulary[] others = [SpeechVocabularies.OfList(list, ranks.Size), OfThreeFiles(ranks, list)];
        var texts = SpeechVectors.Json("tokenizer/encode_decode.json").GetProperty("encode").EnumerateArray().Select(x => x.GetProperty("text").GetString()!);

        foreach (var other in others)
        {
            Assert.Equal(ranks.Languages, other.Languages);
            Assert.Equal(ranks.NonSpeechTokens, other.NonSpeechTokens);
            Assert.Equal((ranks.TimestampBegin, ranks.NoSpeechMark, ranks.IsMultilingual), (other.TimestampBegin, other.NoSpeechMark, other.IsMultilingual));
            Assert.All(texts, x => Assert.Equal(ranks.Encode(x), other.Encode(x)));
        }
    }

    [Fact]
    public void What_a_vocabulary_cannot_spell_is_left_out()
    {
        var small = SpeechVocabularies.OfHuggingFace(Json(Letters), Encoding.UTF8.GetBytes(Pairs), Json(Marks), 28);

        Assert.Equal([6, 3], small.Encode("hexo"));
        Assert.Empty(small.Encode(""));
    }

    [Theory]
    [InlineData("aGk= zero")]
    [InlineData("aGk=")]
    [InlineData("%%% 1")]
    [InlineData("aGk= 99999")]
    public void A_file_that_holds_no_ranks_is_refused(string file) =>
        Assert.Equal("bad-vocabulary", Assert.Throws<ModelException>(() => SpeechVocabularies.OfRanks(Encoding.UTF8.GetBytes(file), 1600)).Code);

    [Theory]
    [InlineData("")]
    [InlineData("[1, 2]")]
    [InlineData("{\"a\": \"b\"}")]
    [InlineData("{\"a\": 1.5}")]
    public void A_file_that_holds_no_vocabulary_is_refused(string file) => Assert.Equal(
        "bad-vocabulary", Assert.Throws<ModelException>(() => SpeechVocabularies.OfHuggingFace(Encoding.UTF8.GetBytes(file), [], default, 100)).Code);

    [Fact]
    public void A_vocabulary_without_its_marks_or_with_more_tokens_than_the_network_is_refused()
    {
        var unmarked = Assert.Throws<ModelException>(() => SpeechVocabularies.OfHuggingFace(Json(Letters), [], default, 28));
        var outside = Assert.Throws<ModelException>(() => SpeechVocabularies.OfHuggingFace(Json(new() { ["a"] = 28 }), [], Json(Marks), 28));

        Assert.Contains("<|endoftext|>", unmarked.Message, StringComparison.Ordinal);
        Assert.Contains("28", outside.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_that_a_vocabulary_lacks_is_refused()
    {
        var small = SpeechVocabularies.OfHuggingFace(Json(Letters), [], Json(Marks), 28);

        Assert.Contains("<|fr|>", Assert.Throws<ModelException>(() => small.Start("fr")).Message, StringComparison.Ordinal);
        Assert.Contains("<|translate|>", Assert.Throws<ModelException>(() => small.Start("de", translate: true)).Message, StringComparison.Ordinal);
        Assert.Null(small.Translate);
    }

    [Fact]
    public void A_vocabulary_may_be_said_to_take_no_language()
    {
        var small = SpeechVocabularies.OfHuggingFace(Json(Letters), [], Json(Marks), 28, multilingual: false);

        Assert.Equal([13], small.Start("en"));
    }

    private static void Small(SpeechVocabulary small)
    {
        Assert.Equal((12, 13, 17), (small.EndOfText, small.StartOfTranscript, small.NoTimestamps));
        Assert.Equal((18, 27, 28), (small.TimestampBegin, small.TimestampEnd, small.Size));
        Assert.Equal([new("en", 14), new("de", 15)], small.Languages);
        Assert.Equal([13, 15, 16], small.Start("de"));
        Assert.Equal("<|0.18|>", small.DecodeWithTimestamps([27]));
        Assert.Equal("", small.Decode([27]));
        Assert.Equal(("hell", "hello"), (small.Decode([8]), small.Decode([8, 3])));
    }

    private static byte[] Json(Dictionary<string, int> tokens) => JsonSerializer.SerializeToUtf8Bytes(tokens);

    /// <summary>As Hugging Face's files would have it: the pair each token is joined of is the one that is left when all earlier ones are joined.</summary>
    private static SpeechVocabulary OfThreeFiles(SpeechVocabulary ranks, byte[][] list)
    {
        var spelling = Enumerable.Range(0, 256).ToDictionary(x => (byte)x, x => HuggingFaceTokens.Sign((byte)x));
        string Spell(IEnumerable<byte> bytes) => string.Concat(bytes.Select(x => spelling[x]));
        var known = list.Select((x, i) => (Key: Encoding.Latin1.GetString(x), Id: i)).ToDictionary(x => x.Key, x => x.Id);
        var merges = new StringBuilder("#version: 0.2\n");
        foreach (var bytes in list.Where(x => x.Length > 1))
        {
            var parts = bytes.Select(x => Encoding.Latin1.GetString([x])).ToList();
            while (parts.Count > 2)
            {
                var at = Enumerable.Range(0, parts.Count - 1).MinBy(i => known.GetValueOrDefault(parts[i] + parts[i + 1], int.MaxValue));
                parts[at] += parts[at + 1];
                parts.RemoveAt(at + 1);
            }

            merges.Append(Spell(Encoding.Latin1.GetBytes(parts[0]))).Append(' ').Append(Spell(Encoding.Latin1.GetBytes(parts[1]))).Append('\n');
        }

        var vocabulary = list.Select((x, i) => (Key: Spell(x), Id: i)).ToDictionary(x => x.Key, x => x.Id);
        var marks = Enumerable.Range(ranks.EndOfText, ranks.TimestampBegin - ranks.EndOfText).ToDictionary(x => ranks.DecodeWithTimestamps([x]), x => x);
        return SpeechVocabularies.OfHuggingFace(Json(vocabulary), Encoding.UTF8.GetBytes(merges.ToString()), Json(marks), ranks.Size);
    }
}
