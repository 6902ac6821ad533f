using Microsoft.Data.Sqlite;
using VideoIndex.Events;
using VideoIndex.Metadata;
using VideoIndex.Reviews;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Testing.Contracts;
using VideoIndex.Testing.Contracts.Keeping;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Tests.Keeping;

public sealed class SqliteVideoFactStoreTests : VideoFactContract, IDisposable
{
    private readonly LibraryFolder _folder = new();
    private readonly SqliteLibrary _library;

    public SqliteVideoFactStoreTests() => _library = _folder.Open(new LibrarySettings { Clock = Clock });

    protected override ICatalog Catalog => _library.Catalog;

    protected override IVideoFactStore Facts => _library.Facts;

    protected override IOutbox Outbox => _library.Outbox;

    [Theory]
    [InlineData("UPDATE fact_change SET what = 'nothing'")]
    [InlineData("DELETE FROM fact_change")]
    [InlineData("DELETE FROM fact_change WHERE video IS NULL")]
    [InlineData("INSERT OR REPLACE INTO fact_change SELECT number, video, at, by, 'nothing', detail FROM fact_change")]
    public async Task What_was_done_cannot_be_rewritten_by_anybody(string sql)
    {
        var id = await SaveAsync("a.mp4");
        await DefineAsync();
        await SetAsync(id, "takes=1");
        using var connection = _folder.Connect();

        Assert.Contains("What was done", Assert.Throws<SqliteException>(() => connection.Run(sql)).Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _library.Dispose();
        _folder.Dispose();
    }
}

public sealed class SqliteReviewStoreTests : ReviewContract, IDisposable
{
    private readonly LibraryFolder _folder = new();
    private readonly SqliteLibrary _library;

    public SqliteReviewStoreTests() => _library = _folder.Open(new LibrarySettings { Clock = Clock });

    protected override ICatalog Catalog => _library.Catalog;

    protected override IReviewStore Reviews => _library.Reviews;

    protected override IOutbox Outbox => _library.Outbox;

    protected override Task<IReadOnlyList<string>> FindableAsync(VideoId video) => _folder.FindableAsync(video);

    [Theory]
    [InlineData("UPDATE review_entry SET what = 'verified'")]
    [InlineData("DELETE FROM review_entry")]
    [InlineData("INSERT OR REPLACE INTO review_entry SELECT number, video, 'added', tag, starts, ends, kind, 'other', origin_kind, origin_name, origin_version, box, at, by, note FROM review_entry")]
    public async Task What_was_done_cannot_be_rewritten_by_anybody(string sql)
    {
        await Catalog.SaveAsync(A.Video("a.mp4"), default);
        await ChangeAsync(A.Id("a.mp4"), new ReviewChange.Add(new TypedTag(A.Span("1-2"), "tag", "pit", null, "")));
        using var connection = _folder.Connect();

        Assert.Contains("What was done", Assert.Throws<SqliteException>(() => connection.Run(sql)).Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _library.Dispose();
        _folder.Dispose();
    }
}

public sealed class SqliteKeepingTests : KeepingContract, IDisposable
{
    private readonly LibraryFolder _folder = new();
    private readonly SqliteLibrary _library;

    public SqliteKeepingTests() => _library = _folder.Open();

    protected override ICatalog Catalog => _library.Catalog;

    protected override IVideoFactStore Facts => _library.Facts;

    protected override IReviewStore Reviews => _library.Reviews;

    protected override Task<IReadOnlyList<string>> FindableAsync(VideoId video) => _folder.FindableAsync(video);

    public void Dispose()
    {
        _library.Dispose();
        _folder.Dispose();
    }
}
