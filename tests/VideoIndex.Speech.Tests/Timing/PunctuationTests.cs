using System.Text.Json;
using VideoIndex.Speech.Timing;
using VideoIndex.Testing.Hearing;

namespace VideoIndex.Speech.Tests.Timing;

public class PunctuationTests
{
    [FixtureFact]
    public void Marks_join_words_as_in_the_official_program()
    {
        var known = SpeechVectors.Json("timing/merge_punctuations.json");
        var marks = new Punctuation(known.GetProperty("prepend").GetString()!, known.GetProperty("append").GetString()!);
        Assert.Equal(marks, Punctuation.Usual);
        foreach (var row in known.GetProperty("cases").EnumerateArray())
        {
            var words = Words(row.GetProperty("input"));
            marks.Join(words);
            Assert.Equal(Words(row.GetProperty("output")).Select(Written), words.Select(Written));
        }
    }

    [Fact]
    public void No_time_changes()
    {
        TimedWord[] words = [new(" Well", [1], 0, 0.4, 1), new(",", [2], 0.4, 0.9, 1)];
        Punctuation.Usual.Join(words);

        Assert.Equal((" Well,", 0.4), (words[0].Text, words[0].End));
        Assert.Equal(("", 0.9), (words[1].Text, words[1].End));
    }

    private static TimedWord[] Words(JsonElement list) =>
        [.. list.EnumerateArray().Select(word => new TimedWord(word[0].GetString()!, word[1].Ints(), word[2].GetDouble(), word[3].GetDouble(), 1))];

    private static string Written(TimedWord word) => $"{word.Text}|{string.Join(',', word.Tokens)}|{word.Start}|{word.End}";
}
