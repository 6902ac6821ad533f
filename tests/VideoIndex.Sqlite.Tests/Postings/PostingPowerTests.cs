using Microsoft.Data.Sqlite;
using VideoIndex.Sqlite.Postings;
using VideoIndex.Sqlite.Search.Things;
using VideoIndex.Sqlite.Storage;
using VideoIndex.Sqlite.Tests.Power;

namespace VideoIndex.Sqlite.Tests.Postings;

/// <summary>The power is cut while videos come, change and go, and small segments are being made large ones: what is in the tables is what is found, word for word.</summary>
public sealed class PostingPowerTests
{
    private const int MostRounds = 30;

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 3)]
    public async Task What_is_found_is_what_is_there_whenever_the_power_is_cut(int seed, int removesEvery)
    {
        using var folder = new LibraryFolder();
        var log = RecordingFileSystem.Record(folder.Path);
        var clock = new FakeTimeProvider();
        var merges = 0L;
        using (var library = folder.Open(new LibrarySettings { Clock = clock, FileSystem = RecordingFileSystem.Name }))
        {
            await new Workload(Videos: 20, Parts: 1, Workers: 1, FailsInTen: 0, Lines: 60, RemovesEvery: removesEvery).RunAsync(library, clock, log, seed);
        }

        // One worker: what several write together is one commit, and a merge may begin and end in it. It is cut on until a merge was hit on its way.
        for (var round = 0; round == 0 || (merges == 0 && round < MostRounds); round++)
        {
            var outcome = PowerCuts.Try(log, points: 60, seed + round * 1000, connection =>
            {
                merges += IsEmpty(connection) ? 0 : connection.Number("SELECT count(*) FROM posting_merge");
                return IsEmpty(connection) ? [] : new PostingIndex().Check(connection, Things(connection));
            });

            Assert.Empty(outcome.Damage);
        }

        Assert.True(merges > 0, "No merge was on its way at any of the cuts.");
    }

    private static bool IsEmpty(SqliteConnection connection) => connection.Number("SELECT count(*) FROM sqlite_master") == 0;

    private static IEnumerable<(long, IReadOnlyList<(long, VideoIndex.Search.Evaluation.SearchableSpan)>)> Things(SqliteConnection connection) =>
        connection.Rows("SELECT ordinal FROM video WHERE searchable > 0", row => row.GetInt64(0))
            .Select(ordinal => (ordinal, (IReadOnlyList<(long, VideoIndex.Search.Evaluation.SearchableSpan)>)new ThingReader(connection, ordinal).ReadAll()));
}
