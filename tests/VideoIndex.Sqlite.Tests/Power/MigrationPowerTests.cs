using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Tests.Power;

public sealed class MigrationPowerTests
{
    [Fact]
    public void A_power_cut_while_a_library_is_migrated_leaves_the_old_one_or_the_new_one_whole()
    {
        using var folder = new LibraryFolder();
        var log = RecordingFileSystem.Record(folder.Path);
        OldLibrary.Create(folder.File, RecordingFileSystem.Name);
        var before = log.Operations.Count;
        log.Told(new Promise("anything", 0)); // from here on something is there
        folder.Open(new LibrarySettings { FileSystem = RecordingFileSystem.Name }).Dispose();

        var versions = new HashSet<long>();
        var outcome = PowerCuts.Try(log, points: 300, seed: 6, connection => Look(connection, versions), from: before);

        Assert.Empty(outcome.Damage);
        Assert.Empty(outcome.Lost);
        Assert.Equal([1, 7], versions.Order());
    }

    private static IEnumerable<string> Look(SqliteConnection connection, HashSet<long> versions)
    {
        var version = connection.Number("PRAGMA user_version");
        versions.Add(version);
        var jobs = connection.Number("SELECT count(*) FROM sqlite_master WHERE name IN ('job', 'outbox', 'consumer', 'job_urgent')");
        var runs = connection.Number("SELECT count(*) FROM pragma_table_info('video') WHERE name = 'run'");
        if ((version, jobs, runs) is not ((1, 0, 0) or (7, 4, 1)))
        {
            yield return $"version {version} has {jobs} of the tables and {runs} of the columns";
        }

        if (OldLibrary.Describe(connection) is var rows && rows != OldLibrary.Rows)
        {
            yield return $"the rows are {rows}";
        }
    }
}
