namespace VideoIndex.Sqlite.Tests.Power;

/// <summary>
/// A run on the real store is recorded below SQLite; then the power is cut at many moments of it, with what was not yet
/// synced lost, kept, reordered or torn. What somebody had been told by then must be there.
/// </summary>
public sealed class PowerLossTests
{
    public static TheoryData<int, Workload> Days => new()
    {
        { 1, new Workload(Videos: 6, Parts: 5, Workers: 1, FailsInTen: 0, Lines: 20, RemovesEvery: 0) },
        { 2, new Workload(Videos: 12, Parts: 8, Workers: 6, FailsInTen: 0, Lines: 10, RemovesEvery: 0) },
        { 3, new Workload(Videos: 8, Parts: 6, Workers: 3, FailsInTen: 4, Lines: 10, RemovesEvery: 0) },
        { 4, new Workload(Videos: 6, Parts: 2, Workers: 2, FailsInTen: 1, Lines: 400, RemovesEvery: 2) },
        { 5, new Workload(Videos: 3, Parts: 60, Workers: 8, FailsInTen: 2, Lines: 5, RemovesEvery: 3) },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public async Task Nothing_that_was_promised_is_lost_when_the_power_is_cut(int seed, Workload workload) =>
        AssertUnharmed(await CutAsync(workload, seed, points: 120));

    [Theory]
    [MemberData(nameof(Days))]
    [Trait("Speed", "Slow")]
    public async Task Nothing_that_was_promised_is_lost_in_4000_power_cuts(int seed, Workload workload) =>
        AssertUnharmed(await CutAsync(workload, seed + 100, points: 4000));

    [Fact]
    public async Task A_store_that_does_not_sync_each_commit_is_caught_losing_promises()
    {
        var outcome = await CutAsync(new Workload(6, 5, 1, 0, 20, 0), seed: 1, points: 120, synchronous: "NORMAL");

        Assert.NotEmpty(outcome.Lost);
        Assert.Empty(outcome.Damage);
    }

    private static async Task<Outcome> CutAsync(Workload workload, int seed, int points, string synchronous = "FULL")
    {
        using var folder = new LibraryFolder();
        var log = RecordingFileSystem.Record(folder.Path);
        var clock = new FakeTimeProvider();
        using (var library = folder.Open(new LibrarySettings { Clock = clock, FileSystem = RecordingFileSystem.Name, Synchronous = synchronous }))
        {
            await workload.RunAsync(library, clock, log, seed);
        }

        return PowerCuts.Try(log, points, seed, connection => new Ledger(connection).Contradictions());
    }

    private static void AssertUnharmed(Outcome outcome)
    {
        Assert.Empty(outcome.Damage);
        Assert.Empty(outcome.Lost);
        Assert.True(outcome.Kept > 10 * outcome.Points, $"Only {outcome.Kept} promises were looked for.");
    }
}
