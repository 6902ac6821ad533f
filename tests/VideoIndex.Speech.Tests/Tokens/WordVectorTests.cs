using System.Text.Json;
using VideoIndex.Speech.Tokens;
using VideoIndex.Testing.Hearing;

namespace VideoIndex.Speech.Tests.Tokens;

/// <summary>Words of the official code.</summary>
public class WordVectorTests
{
    private static readonly Lazy<JsonElement> Vectors = new(() => SpeechVectors.Json("tokenizer/word_split.json"));

    [FixtureFact]
    public void Every_text_is_put_together_to_the_official_words() => Assert.All(Vectors.Value.GetProperty("cases").EnumerateArray(), x =>
    {
        var vocabulary = x.GetProperty("num_languages").GetInt32() == 100 ? Official.MultilingualV3 : Official.Multilingual;
        var words = vocabulary.SplitToWords(x.GetProperty("tokens").Ints(), x.GetProperty("language").GetString());

        Assert.Equal(vocabulary.Encode(x.GetProperty("text").GetString()!), x.GetProperty("tokens").Ints().Where(id => id < vocabulary.EndOfText));
        Same(x, "words", "word_tokens", words);
    });

    [FixtureFact]
    public void Odd_tokens_are_put_together_to_the_official_words() => Assert.All(Vectors.Value.GetProperty("raw_token_cases").EnumerateArray(), x =>
    {
        var tokens = x.GetProperty("tokens").Ints();
        var words = Official.Multilingual.SplitToWords(tokens, x.GetProperty("language").GetString());
        if (x.TryGetProperty("error", out _))
        {
            // The official code fails on this one: the tokens end within a character.
            Assert.Equal([" a�"], words.Select(word => word.Text));
            return;
        }

        Same(x, "words", "word_tokens", words);
        Same(x, "unicode_words", "unicode_tokens", WordSplitter.ByCharacters(Official.Multilingual, tokens));
    });

    private static void Same(JsonElement official, string texts, string tokens, IReadOnlyList<TokenWord> words)
    {
        Assert.Equal(official.GetProperty(texts).Words(), words.Select(x => x.Text));
        Assert.Equal(official.GetProperty(tokens).EnumerateArray().Select(x => x.Ints()), words.Select(x => x.Tokens.ToArray()));
    }
}
