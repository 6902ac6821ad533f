using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Evaluation;
using VideoIndex.Search.Language;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Tests.Search.Answers;

public sealed class PageTests
{
    private static readonly Question Goal = Asked("goal");
    private static readonly PageMark Mark = new(new AnswerPlace(1.5, 3, Span("1/3", "2"), ("say", 77, -1)), 7, 40, 4, new WordCounts(100, 4.25, [12, 3]));

    [Fact]
    public void A_mark_says_what_it_was_told()
    {
        var request = new SearchRequest(Goal);

        var read = PageMark.Of(request with { After = Mark.Write(request) })!;

        Assert.Equal(Mark with { Counts = read.Counts }, read);
        Assert.Equal((Mark.Counts.Things, Mark.Counts.WordsEach), (read.Counts.Things, read.Counts.WordsEach));
        Assert.Equal(Mark.Counts.Having, read.Counts.Having);
    }

    [Fact]
    public void A_mark_is_one_word_that_needs_no_quotes() =>
        Assert.All(Mark.Write(new SearchRequest(Goal)), letter => Assert.True(char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'));

    [Fact]
    public void The_first_page_has_no_mark() => Assert.Null(PageMark.Of(new SearchRequest(Goal)));

    [Fact]
    public void A_mark_of_another_question_or_order_is_refused()
    {
        var written = Mark.Write(new SearchRequest(Goal));

        Assert.Equal("bad-page", Assert.Throws<QueryException>(() => PageMark.Of(new SearchRequest(Asked("penalty")) { After = written })).Code);
        Assert.Equal("bad-page", Assert.Throws<QueryException>(() => PageMark.Of(new SearchRequest(Goal) { After = written, Order = SearchOrder.Time })).Code);
    }

    [Fact]
    public void Whatever_else_is_given_as_a_mark_is_refused()
    {
        var request = new SearchRequest(Goal);
        var written = Mark.Write(request);
        var random = new Random(5);
        var given = Enumerable.Range(0, 2000).Select(_ => written.Remove(random.Next(written.Length), 1).Insert(random.Next(written.Length - 1), $"{(char)random.Next(1, 300)}"))
            .Where(text => text != written).Concat(["", " ", "x", "%", written + "A", written[..^4], new string('A', 100_000)]);

        Assert.All(given, text => Assert.Equal("bad-page", Assert.Throws<QueryException>(() => PageMark.Of(request with { After = text })).Code));
    }

    [Theory]
    [InlineData(SearchOrder.Best)]
    [InlineData(SearchOrder.Time)]
    public void Pages_put_together_are_the_whole_answer(SearchOrder order)
    {
        var random = new Random(11);
        var videos = Enumerable.Range(1, 9).Select(video => (Video: (long)video, Moments: Moments(random))).ToList();
        var whole = Places(videos, new SearchRequest(Goal) { Order = order, Limit = 1000 }, out _);
        foreach (var limit in new[] { 1, 2, 7, 30 })
        {
            var request = new SearchRequest(Goal) { Order = order, Limit = limit };
            var together = new List<AnswerPlace>();
            string? after = null;
            do
            {
                var page = Places(videos, request with { After = after }, out var more);
                together.AddRange(page);
                after = more ? new PageMark(page[^1], 9, 0, 0, WordCounts.None).Write(request) : null;
            }
            while (after is not null);

            Assert.Equal(whole, together);
        }
    }

    private static List<AnswerPlace> Places(List<(long Video, List<Match> Moments)> videos, SearchRequest request, out bool more)
    {
        var collector = new AnswerCollector(request, new Relevance(Goal, WordCounts.None));
        videos.ForEach(video => collector.Add(video.Video, video.Moments));
        var (page, left) = collector.Result();
        more = left;
        Assert.Equal((videos.Sum(video => video.Moments.Count), videos.Count(video => video.Moments.Count > 0)), (collector.Total, collector.Videos));
        return [.. page.Select(one => one.Place)];
    }

    private static List<Match> Moments(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(4)).Order()
            .Select((start, number) => Said(number, start, string.Join(' ', Enumerable.Repeat("goal", random.Next(1, 3)).Append("now")))),
    ];

    private static Match Said(int number, int start, string text)
    {
        var span = new MediaSpan(new MediaTime(new Rational(start, 1)), new MediaTime(new Rational(start + 1, 1)));
        return new Match(span, [new Found((TermClause)Goal.Root, new SearchableSpan(number, "say", span, [text], new Confidence(1), new Origin("captions", "a")), span)]);
    }

    private static Question Asked(string word) => new(word, new TermClause(null, [new Wording(word, [new WordPattern(word)])], VideoIndex.Search.Conditions.TermConditions.None) { Length = word.Length });

    private static MediaSpan Span(string start, string end) => new(Time(start), Time(end));

    private static MediaTime Time(string text) => Rational.TryParse(text, out var seconds) ? new MediaTime(seconds) : throw new FormatException(text);
}
