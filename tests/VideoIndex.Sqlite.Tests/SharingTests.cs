using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Testing.Contracts;

namespace VideoIndex.Sqlite.Tests;

public sealed class SharingTests : IDisposable
{
    private readonly LibraryFolder _folder = new();

    [Fact]
    public async Task Many_programs_may_create_the_same_library_at_once()
    {
        var libraries = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(_folder.Open)));

        await Task.WhenAll(libraries.Select((library, at) => library.Catalog.SaveAsync(A.Video($"{at}.mp4"), default)));

        Assert.Equal(8, (await libraries[3].Catalog.ListAsync(default)).Count);
        Array.ForEach(libraries, library => library.Dispose());
    }

    [Fact]
    public async Task One_searches_while_another_writes_and_sees_only_whole_videos()
    {
        using var writer = _folder.Open();
        using var reader = _folder.Open();
        var writing = Task.Run(async () =>
        {
            for (var at = 0; at < 50; at++)
            {
                var lines = Enumerable.Range(0, 40).Select(line => $"{line}-{line + 1} goal {line}").ToArray();
                await writer.Catalog.SaveAsync(A.Video($"{at}.mp4").Saying(lines).Shots("0"), default);
            }
        });

        var searches = 0;
        while (!writing.IsCompleted || searches == 0)
        {
            var answer = await reader.Moments.SearchAsync(A.Asked("say:goal", 10_000), default);
            Assert.All(answer.Moments.GroupBy(moment => moment.Video.Id), video => Assert.Equal(40, video.Count()));
            searches++;
        }

        await writing;
        Assert.Equal(2000, (await reader.Moments.SearchAsync(A.Asked("say:goal", 10_000), default)).Moments.Count);
    }

    [Fact]
    public async Task A_program_that_dies_while_writing_leaves_the_library_as_it_was()
    {
        using var library = _folder.Open();
        await library.Catalog.SaveAsync(A.Video("a.mp4").Saying("0-1 goal"), default);

        using (var dying = new SqliteConnection($"Data Source={_folder.File};Pooling=False"))
        {
            dying.Open();
            using var transaction = dying.BeginTransaction();
            dying.Run("DELETE FROM posting_segment");
            dying.Run("DELETE FROM video");
            Assert.Single((await library.Moments.SearchAsync(A.Asked("goal", 10), default)).Moments);
        }

        Assert.Single((await library.Moments.SearchAsync(A.Asked("goal", 10), default)).Moments);
        await library.Catalog.SaveAsync(A.Video("b.mp4").Saying("0-1 goal"), default);
        Assert.Equal(2, (await library.Moments.SearchAsync(A.Asked("goal", 10), default)).Moments.Count);
    }

    [Fact]
    public async Task A_save_that_fails_changes_nothing()
    {
        using var library = _folder.Open();
        await library.Catalog.SaveAsync(A.Video("a.mp4").Saying("0-1 goal"), default);
        var broken = A.Video("a.mp4").Saying("0-1 penalty").With(contents => contents with { Shots = [null!] });

        await Assert.ThrowsAnyAsync<Exception>(() => library.Catalog.SaveAsync(broken, default));

        Assert.Single((await library.Moments.SearchAsync(A.Asked("goal", 10), default)).Moments);
        Assert.Empty((await library.Moments.SearchAsync(A.Asked("penalty", 10), default)).Moments);
    }

    [Fact]
    public async Task A_removal_waits_for_a_reader_and_is_finished_by_the_next()
    {
        using var library = _folder.Open();
        await library.Catalog.SaveAsync(A.Video("a.mp4").Saying("0-1 okapi"), default);
        using (var reading = new SqliteConnection($"Data Source={_folder.File};Pooling=False"))
        {
            reading.Open();
            using var transaction = reading.BeginTransaction(deferred: true);
            Assert.Equal(1, reading.Number("SELECT count(*) FROM utterance"));

            var unfinished = await Assert.ThrowsAsync<LibraryException>(() => library.Catalog.RemoveAsync(A.Id("a.mp4"), default));
            Assert.Equal("removal-unfinished", unfinished.Code);
        }

        Assert.False(await library.Catalog.RemoveAsync(A.Id("a.mp4"), default));
        Assert.DoesNotContain("okapi", await File.ReadAllTextAsync(_folder.File), StringComparison.Ordinal);
        Assert.DoesNotContain("okapi", await File.ReadAllTextAsync(_folder.File + "-wal"), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
