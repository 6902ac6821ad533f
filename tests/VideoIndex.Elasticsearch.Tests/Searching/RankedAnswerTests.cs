using VideoIndex.Elasticsearch.Tests.Writing;
using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Search.Language;
using VideoIndex.Testing.Contracts;

namespace VideoIndex.Elasticsearch.Tests.Searching;

/// <summary>What very many things have is ranked and counted by the cluster, and comes to the same.</summary>
public sealed class RankedAnswerTests : FeedTest
{
    private static readonly string[] Facets = ["video", "brand", "language", "status", "recorded"];

    [Theory]
    [InlineData("goal")]
    [InlineData("say:goal language:en")]
    [InlineData("logo:acme")]
    [InlineData("NOT status:verified go*")]
    public async Task It_has_the_same_moments_totals_and_facets(string question)
    {
        await FillAsync();
        var (here, there) = (await AskAsync(question, 100_000, null, 100), await AskAsync(question, 1, null, 100));

        Assert.DoesNotContain(here.Notes, IsRanked);
        Assert.Contains(there.Notes, IsRanked);
        Assert.Equal(Spelled(here), Spelled(there));
        Assert.Equal((here.Total, here.Videos), (there.Total, there.Videos));
        Assert.Equal(here.Facets.SelectMany(facet => facet.Values.Select(value => (facet.Name, value))), there.Facets.SelectMany(facet => facet.Values.Select(value => (facet.Name, value))));
    }

    [Fact]
    public async Task Its_pages_have_everything_once()
    {
        await FillAsync();
        var pages = new List<string>();
        var after = default(string);
        do
        {
            var page = await AskAsync("say:goal", 1, after, 4);
            pages.AddRange(Spelled(page));
            Assert.InRange(page.Moments.Count, 1, 4);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(Spelled(await AskAsync("say:goal", 100_000, null, 100)), pages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_word_itself_comes_before_another_form_of_it()
    {
        await SaveAsync(A.Video("a.mp4").Saying("0-1 goals"), A.Video("b.mp4").Saying("0-1 goal"));

        Assert.Equal(["b.mp4", "a.mp4"], (await AskAsync("say:goal", 1, null, 10)).Moments.Select(moment => Path.GetFileName(moment.Video.Path)));
    }

    private static bool IsRanked(string note) => note.StartsWith("So many things", StringComparison.Ordinal);

    private async Task FillAsync() => await SaveAsync(
        [.. Enumerable.Range(0, 3).Select(at => A.Video($"{at}.mp4").Saying("0-1 goal", "1-2 a goal", "2-3 goals", "3-4 corner").SayingIn("de", "5-6 goal").Tagged("logo", "0-5 Acme", "7-9 Acme gold"))]);

    private async Task<SearchAnswer> AskAsync(string question, long mostHere, string? after, int limit)
    {
        var engine = Engine(Settings with { MostRankedHere = mostHere });
        await engine.CatchUpAsync(default);
        var request = new SearchRequest(QuestionParser.Parse(question, QuestionContext.Plain)) { Limit = limit, After = after, Facets = Facets };
        return await engine.Moments.SearchAsync(request, default);
    }

    private static List<string> Spelled(SearchAnswer answer) => [.. answer.Moments.Select(moment => $"{moment.Video.Path} {moment.Span} {string.Join('|', moment.Evidence)}").Order(StringComparer.Ordinal)];
}
