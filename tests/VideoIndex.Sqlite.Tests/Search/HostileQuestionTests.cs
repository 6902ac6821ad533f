using System.Diagnostics;
using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Language;
using VideoIndex.Testing.Contracts;

namespace VideoIndex.Sqlite.Tests.Search;

public sealed class HostileQuestionTests : IDisposable
{
    private readonly LibraryFolder _folder = new();

    [Fact]
    public async Task Ten_thousand_hostile_questions_are_answered_or_refused_in_a_sentence_and_leave_the_library_as_it_was()
    {
        using var library = _folder.Open();
        await library.Catalog.SaveAsync(A.Video("a'b\"; DROP TABLE video;--.mp4").Saying("0-1 goal ' OR 1=1", "2-3 NEAR(goal, 2)", "4-5 優勝").Tagged("text", "0-9 100% ^goal*"), default);
        var before = (await library.Moments.SearchAsync(A.Asked("goal"), default)).Total;
        var random = new Random(17);
        string[] pieces =
        [
            "'", "\"", ";", "--", "/*", "*/", "DROP TABLE video", "goal", "goal*", "gaol~2", "*", "~", "^", "{", "}", "(", ")", "[", "NEAR(goal,2)", "NEAR", "AND", "OR", "NOT", "-",
            "THEN", "WITHIN 5s OF", "BEFORE", "AFTER", "DURING", "WITH", "FIRST", "LAST", "FOR >= 2s", "AREA > 2%", "ZONE left", "count(a)>=0", "count(goal)<1", "say:", "text:", "video:", "rowid:", "words:",
            "confidence:>0.1", "by:human", "status:rejected", "recorded:>=2026", "collection:x", "language:de", "shot:*", "\0", "\u0002", "\u0003", "\uD800", "\u202E", "優", "é", "%", "_", "\\", "$expression", ":key", "@x", "?1", "0x1F", "1e999",
        ];
        var answered = 0;
        for (var round = 0; round < 10_000; round++)
        {
            var text = string.Join(random.Next(4) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)]));
            try
            {
                await library.Moments.SearchAsync(A.Asked(text, 5) with { Facets = random.Next(20) == 0 ? Facet.All : [], Explain = random.Next(20) == 0 }, default);
                answered++;
            }
            catch (QueryException refused)
            {
                Assert.InRange(refused.At, 0, text.Length);
                Assert.DoesNotContain('\n', refused.Sentence);
            }
        }

        Assert.InRange(answered, 1000, 10_000);
        Assert.Equal(before, (await library.Moments.SearchAsync(A.Asked("goal"), default)).Total);
    }

    [Fact]
    public async Task A_question_with_very_many_answers_holds_no_more_of_them_than_its_page()
    {
        using var library = _folder.Open();
        for (var at = 0; at < 3; at++)
        {
            await library.Catalog.SaveAsync(A.Video($"{at}.mp4").Saying([.. Enumerable.Range(0, 2000).Select(line => $"{line / 10}-{(line / 10) + 300} goal")]), default);
        }

        var asked = Stopwatch.StartNew();
        var before = GC.GetTotalAllocatedBytes();
        var answer = await library.Moments.SearchAsync(A.Asked("goal WITHIN 1h OF goal", 10) with { Facets = Facet.All }, default);
        var allocated = GC.GetTotalAllocatedBytes() - before;

        Assert.Equal((6000, 10), (answer.Total, answer.Moments.Count));
        Assert.All(answer.Moments, moment => Assert.InRange(moment.Evidence.Count, 1, 201));
        Assert.InRange(allocated, 0, 2_000_000_000);
        Assert.InRange(asked.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100_001)]
    public async Task A_page_has_a_size(int limit)
    {
        using var library = _folder.Open();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => library.Moments.SearchAsync(new SearchRequest(QuestionParser.Parse("goal", QuestionContext.Plain)) { Limit = limit }, default));
    }

    public void Dispose() => _folder.Dispose();
}
