using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Testing.Contracts;

namespace VideoIndex.Sqlite.Tests;

public sealed class OutboxKeepingTests : IDisposable
{
    private readonly LibraryFolder _folder = new();

    [Fact]
    public async Task The_last_hundred_thousand_events_are_kept()
    {
        using var library = _folder.Open();
        using (var connection = new SqliteConnection($"Data Source={_folder.File};Pooling=False"))
        {
            connection.Open();
            connection.Run(
                """
                INSERT INTO outbox (type, subject, at, data, video)
                WITH RECURSIVE n (at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n WHERE at < 100000)
                SELECT 'old', at, '2026-01-01T00:00:00.0000000+00:00', '{}', 'x' FROM n
                """);
        }

        await library.Catalog.SaveAsync(A.Video("a.mp4"), default);

        var told = await library.Outbox.ReadAsync(0, 200_000, default);
        Assert.Equal((100_000, 2, 100_001), (told.Count, told[0].Sequence, told[^1].Sequence));
    }

    [Fact]
    public async Task Every_library_has_a_name_of_its_own_and_keeps_it()
    {
        using var another = new LibraryFolder();

        var (first, again, other) = (await SourceAsync(_folder), await SourceAsync(_folder), await SourceAsync(another));

        Assert.Matches("^urn:videoindex:library:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", first);
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<string> SourceAsync(LibraryFolder folder)
    {
        using var library = folder.Open();
        await library.Catalog.SaveAsync(A.Video("a.mp4"), default);
        return (await library.Outbox.ReadAsync(0, 1, default))[0].Source;
    }
}
