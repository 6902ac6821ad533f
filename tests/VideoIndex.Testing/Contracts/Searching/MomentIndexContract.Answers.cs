using VideoIndex.Search;
using VideoIndex.Search.Answers;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts.Searching;

/// <content>What an answer is: its pages, its totals, how it is spread, how it is explained.</content>
public abstract partial class MomentIndexContract
{
    [Theory]
    [InlineData(SearchOrder.Best, 1)]
    [InlineData(SearchOrder.Best, 4)]
    [InlineData(SearchOrder.Time, 1)]
    [InlineData(SearchOrder.Time, 4)]
    public async Task Pages_put_together_are_the_whole_answer(SearchOrder order, int limit)
    {
        await SaveAsync(Some(5));
        var whole = await Moments.SearchAsync(A.Asked("goal") with { Order = order }, default);

        var pages = await PagesAsync(A.Asked("goal", limit) with { Order = order });

        Assert.Equal(17, whole.Moments.Count);
        Assert.Null(whole.Next);
        Assert.Equal((whole.Moments.Count + limit - 1) / limit, pages.Count);
        Assert.All(pages, page => Assert.Equal((17, 5), (page.Total, page.Videos)));
        Assert.Equal(whole.Moments.Select(Place).Order(StringComparer.Ordinal), pages.SelectMany(page => page.Moments).Select(Place).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("goal", SearchOrder.Best)]
    [InlineData("goal", SearchOrder.Time)]
    [InlineData("say:goal OR tag:goal", SearchOrder.Best)]
    [InlineData("goal NOT state:rejected", SearchOrder.Time)]
    public async Task A_question_asked_of_one_video_is_answered_by_that_one_alone(string question, SearchOrder order)
    {
        await SaveAsync(Some(5));
        var all = await Moments.SearchAsync(A.Asked(question) with { Order = order }, default);
        var one = await Moments.SearchAsync(A.Asked(question) with { Order = order, In = A.Id("2.mp4") }, default);
        Assert.Equal(all.Moments.Where(moment => moment.Video.Id == A.Id("2.mp4")).Select(Place), one.Moments.Select(Place));
        Assert.NotEmpty(one.Moments);
        Assert.Equal((one.Moments.Count, 1), (one.Total, one.Videos));
        var paged = await PagesAsync(A.Asked(question, 1) with { Order = order, In = A.Id("2.mp4") });
        Assert.Equal(one.Moments.Select(Place).Order(StringComparer.Ordinal), paged.SelectMany(page => page.Moments).Select(Place).Order(StringComparer.Ordinal));
        Assert.Empty((await Moments.SearchAsync(A.Asked(question) with { Order = order, In = A.Id("nowhere.mp4") }, default)).Moments);
    }

    [Fact]
    public async Task In_order_of_time_pages_go_on_where_the_one_before_ended()
    {
        await SaveAsync(Some(4));
        var whole = await Moments.SearchAsync(A.Asked("say:goal") with { Order = SearchOrder.Time }, default);

        var pages = await PagesAsync(A.Asked("say:goal", 3) with { Order = SearchOrder.Time });

        Assert.Equal(whole.Moments.Select(Place), pages.SelectMany(page => page.Moments).Select(Place));
        Assert.Equal(["0.mp4", "1.mp4", "2.mp4", "3.mp4"], whole.Moments.Select(moment => Path.GetFileName(moment.Video.Path)).Distinct());
    }

    [Theory]
    [InlineData(SearchOrder.Best)]
    [InlineData(SearchOrder.Time)]
    public async Task Videos_that_come_or_go_shift_no_page_and_repeat_nothing(SearchOrder order)
    {
        await SaveAsync(Some(6));
        var before = await Moments.SearchAsync(A.Asked("goal") with { Order = order }, default);
        var first = await Moments.SearchAsync(A.Asked("goal", 5) with { Order = order }, default);

        var late = A.Video("late.mp4").Saying([.. Enumerable.Range(0, 40).Select(at => $"{at}-{at + 1} goal goal goal")]);
        await SaveAsync([late]);
        var pages = await PagesAsync(A.Asked("goal", 5) with { Order = order, After = first.Next });

        var told = first.Moments.Concat(pages.SelectMany(page => page.Moments)).Select(Place).ToList();
        Assert.Equal(before.Moments.Select(Place).Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));

        await Catalog.RemoveAsync(A.Id("5.mp4"), default);
        var shorter = await PagesAsync(A.Asked("goal", 5) with { Order = order, After = first.Next });
        Assert.DoesNotContain(shorter.SelectMany(page => page.Moments), moment => moment.Video.Id == A.Id("5.mp4"));
        Assert.Equal(told.Where(place => !place.Contains("/5.mp4", StringComparison.Ordinal)).Order(StringComparer.Ordinal), first.Moments.Concat(shorter.SelectMany(page => page.Moments)).Select(Place).Where(place => !place.Contains("/5.mp4", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_page_of_another_question_is_refused()
    {
        await SaveAsync(Some(3));
        var first = await Moments.SearchAsync(A.Asked("goal", 2), default);

        foreach (var request in new[] { A.Asked("say:goal") with { After = first.Next }, A.Asked("goal") with { After = first.Next, Order = SearchOrder.Time }, A.Asked("goal") with { After = "tomorrow" } })
        {
            Assert.Equal("bad-page", (await Assert.ThrowsAsync<QueryException>(() => Moments.SearchAsync(request, default))).Code);
        }
    }

    [Fact]
    public async Task The_totals_are_of_the_whole_answer()
    {
        await SaveAsync(Some(5));

        var answer = await Moments.SearchAsync(A.Asked("goal", 2), default);

        Assert.Equal((2, 17, 5), (answer.Moments.Count, answer.Total, answer.Videos));
        Assert.Equal((0, 0), await TotalsAsync("nowhere"));
    }

    [Fact]
    public async Task Facets_are_counted_over_the_whole_answer()
    {
        await SaveAsync([
            A.Video("a.mp4").Tagged("logo", "0-5 Acme", "10-11 Acme", "20-21 Globex").Tagged("object", "0-9 car").Saying("0-2 acme acme", "30-31 acme"),
            A.Video("b.mp4").Tagged("logo", "0-5 Acme").SayingIn("de", "7-8 acme"),
        ]);

        var answer = await Moments.SearchAsync(A.Asked("acme", 1) with { Facets = ["brand", "video", "language", "status", "object", "speaker"] }, default);

        Assert.Equal(6, answer.Total);
        Assert.Equal(
            ["brand: Acme 3 in 2", $"video: {A.Id("a.mp4")} 4 in 1; {A.Id("b.mp4")} 2 in 1", "language: en 2 in 1; de 1 in 1", "status: unreviewed 6 in 2", "object: ", "speaker: "],
            answer.Facets.Select(Spelled));
        var together = await Moments.SearchAsync(A.Asked("object:car logo:acme") with { Facets = ["brand", "object"] }, default);
        Assert.Equal(["brand: Acme 1 in 1", "object: car 1 in 1"], together.Facets.Select(Spelled));
    }

    [Fact]
    public async Task Facets_of_a_later_page_are_those_of_the_whole_answer()
    {
        await SaveAsync(Some(5));
        var first = await Moments.SearchAsync(A.Asked("goal", 4) with { Order = SearchOrder.Time, Facets = ["video"] }, default);

        var later = await Moments.SearchAsync(A.Asked("goal", 4) with { Order = SearchOrder.Time, Facets = ["video"], After = first.Next }, default);

        Assert.Equal(first.Facets.Select(Spelled), later.Facets.Select(Spelled));
    }

    [Fact]
    public async Task What_was_recorded_is_counted_by_month()
    {
        await SaveAsync([A.Video("a.mp4").Saying("0-1 goal", "2-3 goal").Attribute("creation_time", "2026-03-31T23:00:00-02:00")]);

        Assert.Equal(["recorded: 2026-04 2 in 1"], (await Moments.SearchAsync(A.Asked("goal") with { Facets = ["recorded"] }, default)).Facets.Select(Spelled));
    }

    [Fact]
    public async Task An_explanation_names_every_term_and_is_only_given_when_asked_for()
    {
        await SaveAsync([Final]);

        var told = (await Moments.SearchAsync(A.Asked("say:goal object:aeroplane") with { Explain = true }, default)).Explanation;

        Assert.Contains(told, line => line.Contains("say:goal", StringComparison.Ordinal));
        Assert.Contains(told, line => line.Contains("airplane", StringComparison.Ordinal));
        Assert.Empty((await Moments.SearchAsync(A.Asked("say:goal"), default)).Explanation);
    }

    [Fact]
    public async Task What_is_noise_is_passed_over()
    {
        await SaveAsync([A.Video("a.mp4").Tagged("text", "0-1 LIVE", "2-3 LIVE from Oslo").Saying("4-5 live")]);

        var answer = await Moments.SearchAsync(A.Asked("live") with { Noise = new HashSet<string> { "live" } }, default);

        Assert.Equal(["text [2,3) <LIVE> from Oslo", "say [4,5) <live>"], answer.Moments.Select(Describe));
    }

    private protected async Task<IReadOnlyList<SearchAnswer>> PagesAsync(SearchRequest request)
    {
        var pages = new List<SearchAnswer>();
        do
        {
            pages.Add(await Moments.SearchAsync(request, default));
            request = request with { After = pages[^1].Next };
        }
        while (request.After is not null);
        return pages;
    }

    private async Task SaveAsync(IEnumerable<IndexedVideo> videos)
    {
        foreach (var video in videos)
        {
            await Catalog.SaveAsync(video, default);
        }
    }

    // Each says "goal" in three breaths, once or twice; the first two show it, too.
    private static IndexedVideo[] Some(int count) =>
    [
        .. Enumerable.Range(0, count).Select(at => A.Video($"{at}.mp4")
            .Saying("5-6 a goal among very many other words", $"{at}-{at + 2} goal goal", "8-9 what else", "5-6 goal")
            .Tagged("text", at < 2 ? ["7-9 GOAL"] : [])),
    ];

    private async Task<(long Total, long Videos)> TotalsAsync(string question)
    {
        var answer = await Moments.SearchAsync(A.Asked(question), default);
        return (answer.Total, answer.Videos);
    }

    private static string Place(Moment moment) => $"{moment.Video.Path} {Describe(moment)}";

    private static string Spelled(Facet facet) => $"{facet.Name}: {string.Join("; ", facet.Values.Select(value => $"{value.Value} {value.Moments} in {value.Videos}"))}";
}
