using Microsoft.Data.Sqlite;
using VideoIndex.Jobs;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Testing.Contracts;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Tests;

public sealed class MigrationTests : IDisposable
{
    private readonly LibraryFolder _folder = new();

    private string Backup => _folder.File + ".v1-backup";

    [Fact]
    public async Task An_older_library_is_opened_with_all_that_is_in_it()
    {
        OldLibrary.Create(_folder.File);

        using var library = _folder.Open();

        var video = (await library.Catalog.FindAsync(OldLibrary.Id(2), default))!;
        Assert.Equal((VideoState.Ok, 1, "/films/2.mp4"), (video.State, video.Run, video.Path));
        Assert.Equal((1500, 1), (video.Meter!.WallMilliseconds, video.Meter.Decodes));
        Assert.Equal([new StageCost("probe", 1, new JobCost(20, 0, 0)), new StageCost("decode", 1, new JobCost(1400, 0, 0))], video.Meter.Stages);
        Assert.Null((await library.Catalog.FindAsync(OldLibrary.Id(0), default))!.Meter);
        Assert.Equal(600, (await library.Moments.SearchAsync(A.Asked("goal", 1000), default)).Moments.Count);
        Assert.Empty(await library.Outbox.ReadAsync(0, 10, default));
    }

    [Fact]
    public void A_migrated_library_has_the_schema_of_a_new_one()
    {
        using var another = new LibraryFolder();
        another.Open().Dispose();
        OldLibrary.Create(_folder.File);

        _folder.Open().Dispose();

        const string Everything = "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY 1";
        Assert.Equal(Ask(another.File, Everything), Ask(_folder.File, Everything));
        Assert.Equal(Ask(another.File, "PRAGMA user_version"), Ask(_folder.File, "PRAGMA user_version"));
    }

    [Fact]
    public void What_was_is_kept_beside_it_as_it_was()
    {
        OldLibrary.Create(_folder.File);
        File.WriteAllText(Backup + ".part", "what a killed program left");

        _folder.Open().Dispose();

        Assert.Equal([Path.GetFileName(_folder.File), Path.GetFileName(Backup)], Directory.EnumerateFiles(_folder.Path).Select(Path.GetFileName).Order());
        Assert.Equal(["1"], Ask(Backup, "PRAGMA user_version"));
        Assert.Equal(["ok"], Ask(Backup, "PRAGMA integrity_check"));
        Assert.Equal(["3"], Ask(Backup, "SELECT count(*) FROM video"));
    }

    [Fact]
    public async Task Many_programs_may_migrate_a_library_at_once_and_one_does()
    {
        OldLibrary.Create(_folder.File);

        var libraries = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(_folder.Open)));

        Assert.Single((await Task.WhenAll(libraries.Select(async library => (await library.Catalog.ListAsync(default)).Count))).Distinct());
        Array.ForEach(libraries, library => library.Dispose());
        Assert.Equal(["1"], Ask(Backup, "PRAGMA user_version"));
    }

    [Fact]
    public void A_library_that_cannot_be_backed_up_stays_as_it_was()
    {
        OldLibrary.Create(_folder.File);
        Directory.CreateDirectory(Path.Combine(Backup + ".part", "in the way"));

        Assert.ThrowsAny<Exception>(_folder.Open);

        Assert.Equal(["1"], Ask(_folder.File, "PRAGMA user_version"));
    }

    [Fact]
    public async Task What_is_removed_is_not_kept_in_the_backup()
    {
        OldLibrary.Create(_folder.File);
        using var library = _folder.Open();
        Assert.True(File.Exists(Backup));

        await library.Catalog.RemoveAsync(OldLibrary.Id(1), default);

        Assert.False(File.Exists(Backup));
    }

    public void Dispose() => _folder.Dispose();

    private static List<string> Ask(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection.Rows(sql, row => row.GetString(0));
    }
}
