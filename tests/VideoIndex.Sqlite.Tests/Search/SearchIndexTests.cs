using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Testing.Contracts;

namespace VideoIndex.Sqlite.Tests.Search;

public sealed class SearchIndexTests : IDisposable
{
    private readonly LibraryFolder _folder = new();

    [Fact]
    public async Task The_first_search_in_an_older_library_takes_every_video_along()
    {
        OldLibrary.Create(_folder.File);
        using var library = _folder.Open();
        Assert.Equal(3, Missing());

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => library.Moments.SearchAsync(A.Asked("goal", 1000), default)));

        Assert.All(answers, answer => Assert.Equal((600, 3), (answer.Total, answer.Videos)));
        Assert.Equal(0, Missing());
    }

    [Fact]
    public async Task A_video_that_is_written_is_searchable_with_no_more_to_do()
    {
        using var library = _folder.Open();

        await library.Catalog.SaveAsync(A.Video("a.mp4").Saying("0-1 goal"), default);

        Assert.Equal(0, Missing());
    }

    [Fact]
    public async Task A_taking_along_that_is_cut_short_goes_on_where_it_was()
    {
        OldLibrary.Create(_folder.File);
        using (var library = _folder.Open())
        {
            using var cut = new CancellationTokenSource();
            await cut.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => library.Moments.SearchAsync(A.Asked("goal"), cut.Token));
        }

        using var again = _folder.Open();

        Assert.Equal(600, (await again.Moments.SearchAsync(A.Asked("goal"), default)).Total);
    }

    [Fact]
    public async Task Reindexing_says_what_it_did_and_changes_no_answer()
    {
        using var library = _folder.Open();
        for (var at = 0; at < 5; at++)
        {
            await library.Catalog.SaveAsync(A.Video($"{at}.mp4").Saying("0-1 goal", "2-3 what a goal").Tagged("chapter", "0-9 first half"), default);
        }

        var before = await library.Moments.SearchAsync(A.Asked("goal"), default);

        Assert.Equal((5, 20), await library.ReindexAsync(default));
        Assert.Equal(0, Count("SELECT count(*) FROM posting_dead"));

        var after = await library.Moments.SearchAsync(A.Asked("goal"), default);
        Assert.Equal(before.Moments.Select(moment => (moment.Video.Id, moment.Span, moment.Text)), after.Moments.Select(moment => (moment.Video.Id, moment.Span, moment.Text)));
    }

    [Fact]
    public async Task Searches_go_on_while_the_index_is_made_anew()
    {
        using var library = _folder.Open();
        for (var at = 0; at < 20; at++)
        {
            await library.Catalog.SaveAsync(A.Video($"{at}.mp4").Saying([.. Enumerable.Range(0, 30).Select(line => $"{line}-{line + 1} goal {line}")]), default);
        }

        var reindexing = library.ReindexAsync(default);
        var searches = 0;
        while (!reindexing.IsCompleted || searches == 0)
        {
            Assert.Equal((600, 20), await TotalsAsync(library, "say:goal"));
            searches++;
        }

        Assert.Equal(20, (await reindexing).Videos);
    }

    [Fact]
    public async Task Searching_while_four_workers_index_meets_no_error_and_no_partial_video()
    {
        const int Workers = 4, Each = 12, Lines = 25;
        using var reader = _folder.Open();
        var libraries = Enumerable.Range(0, Workers).Select(_ => _folder.Open()).ToList();
        var working = Task.WhenAll(libraries.Select((library, worker) => Task.Run(async () =>
        {
            for (var at = 0; at < Each; at++)
            {
                var lines = Enumerable.Range(0, Lines).Select(line => $"{line}-{line + 1} goal {line}").ToArray();
                await library.Catalog.SaveAsync(A.Video($"{worker} {at}.mp4").Saying(lines).Shots("0"), default);
            }
        })));

        var (searches, seen) = (0, 0L);
        while (!working.IsCompleted || searches == 0)
        {
            var answer = await reader.Moments.SearchAsync(A.Asked("say:goal THEN say:goal", 10_000) with { Facets = ["video"] }, default);
            Assert.Equal((Lines - 1) * answer.Videos, answer.Total);
            Assert.All(answer.Facets.Single().Values, value => Assert.Equal(Lines - 1, value.Moments));
            Assert.True(answer.Videos >= seen, "a video went away");
            (searches, seen) = (searches + 1, answer.Videos);
        }

        await working;
        libraries.ForEach(library => library.Dispose());
        Assert.Equal((Workers * Each * Lines, Workers * Each), await TotalsAsync(reader, "say:goal"));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<(long Total, long Videos)> TotalsAsync(SqliteLibrary library, string question)
    {
        var answer = await library.Moments.SearchAsync(A.Asked(question, 1), default);
        return (answer.Total, answer.Videos);
    }

    private long Missing() => Count("SELECT count(*) FROM video WHERE searchable = 0");

    private long Count(string query)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File};Pooling=False");
        connection.Open();
        return connection.Number(query);
    }
}
