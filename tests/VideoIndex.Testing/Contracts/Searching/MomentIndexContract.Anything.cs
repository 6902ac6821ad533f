using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Language;

namespace VideoIndex.Testing.Contracts.Searching;

/// <content>Any script, any question, any number of moments.</content>
public abstract partial class MomentIndexContract
{
    [Fact]
    public async Task Equal_times_lose_nothing()
    {
        var lines = Enumerable.Range(0, 5000).Select(at => $"7-8 goal {at}").ToArray();

        Assert.Equal(5000, (await Search("goal", 10_000, A.Video("a.mp4").Saying(lines))).Moments.Count);
    }

    [Theory]
    [InlineData("uber", "say [0,1) <Über> allem")]
    [InlineData("ÜBER", "say [0,1) <Über> allem")]
    [InlineData("ＧＯＡＬ", "say [1,2) <ＧｏａＬ>!")]
    [InlineData("goal", "say [1,2) <ＧｏａＬ>!")]
    [InlineData("決", "say [2,3) 今日は優勝<決>定戦です")]
    [InlineData("優勝決定", "say [2,3) 今日は<優勝決定>戦です")]
    [InlineData("ガス", "say [3,4) <ｶﾞｽ>")]
    [InlineData("가나", "say [4,5) 다<가나>")]
    [InlineData("федор", "say [5,6) <Фёдор>")]
    [InlineData("odegaard", "say [6,7) <Ødegaard>")]
    [InlineData("οδυσσεας", "say [7,8) Ὀδυσσεύς <ΟΔΥΣΣΈΑΣ>")]
    [InlineData("οδυσσευσ", "say [7,8) <Ὀδυσσεύς> ΟΔΥΣΣΈΑΣ")]
    public async Task Words_are_found_however_they_are_written(string query, string expected)
    {
        var video = A.Video("a.mp4").SayingIn(
            null,
            "0-1 Über allem",
            "1-2 ＧｏａＬ!",
            "2-3 今日は優勝決定戦です",
            "3-4 ｶﾞｽ",
            "4-5 다가나",
            "5-6 Фёдор",
            "6-7 Ødegaard",
            "7-8 Ὀδυσσεύς ΟΔΥΣΣΈΑΣ");

        Assert.Equal([expected], await Find(query, video));
    }

    [Fact]
    public async Task Nothing_people_type_breaks_the_search()
    {
        await Catalog.SaveAsync(Final, default);
        var random = new Random(7);
        string[] pieces =
        [
            "\"", "*", "(", ")", "{", "}", "^", "+", "-", ":", "say:", "text:", "NEAR", "AND", "OR", "NOT", " ", "\0", "'", ";",
            "--", "goal", "é", "優", "\uD800", "\u0301", "rowid", "😀", "İ", "\uE000",
        ];
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)]));
            try
            {
                await Moments.SearchAsync(new SearchRequest(QuestionParser.Parse(text, QuestionContext.Plain)) { Limit = 10 }, default);
            }
            catch (QueryException e)
            {
                Assert.InRange(e.At, 0, text.Length);
            }
        }
    }

    [Fact]
    public async Task The_longest_questions_are_answered()
    {
        var text = string.Concat(Enumerable.Repeat("優勝", 500));

        Assert.Single((await Search(text, A.Video("a.mp4").Saying($"0-1 {text}"))).Moments);
        Assert.Single((await Search(string.Join(' ', Enumerable.Repeat("優*", 32)))).Moments);
    }
}
