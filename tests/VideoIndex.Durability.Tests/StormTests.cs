using VideoIndex.Durability.Faults;
using VideoIndex.Durability.Proof;
using VideoIndex.Durability.Work;
using Xunit.Abstractions;

namespace VideoIndex.Durability.Tests;

public sealed class StormTests(ITestOutputHelper output)
{
    private const int Seed = 1; // a job that crashes and one that hangs are among its trees
    private static readonly Storm Hard = new(Kills: 300, Pauses: 80, Workers: 4, Limit: TimeSpan.FromMinutes(10));

    [Fact]
    public async Task Three_hundred_kills_and_eighty_pauses_lose_nothing_and_double_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("videoindex-storm-");
        var (trial, tally, verdict) = await Outcome.OfAsync(new Trial(folder.FullName, Seed: Seed, Jobs: 4000), Hard);
        output.WriteLine($"{tally.Kills} kills, {tally.Pauses} pauses, {tally.Crashes} crashes, {verdict.Stale} stale, {verdict.Dead} dead, {verdict.Points.Count} points, {tally.Took.TotalSeconds:0} s");

        Assert.True(verdict.IsClean, $"{verdict}\nSee {folder.FullName}");
        Assert.InRange(tally.Kills, Hard.Kills, int.MaxValue);
        Assert.InRange(tally.Pauses, Hard.Pauses, int.MaxValue);

        // Each kind of trouble was there, or its absence would prove nothing.
        Assert.InRange(verdict.Stale, 1, int.MaxValue);
        Assert.InRange(tally.Crashes, 1, int.MaxValue);
        Assert.InRange(verdict.Swept, 1, int.MaxValue);
        Assert.InRange(verdict.Points.Count, FaultPoints.OfWorker.Count / 2, int.MaxValue);
        Assert.Contains(Nature.Crashes, Natures(trial));
        Assert.Contains(Nature.Hangs, Natures(trial));
        folder.Delete(recursive: true);
    }

    // Of the jobs that are come to: what waits for a person stops what follows.
    private static IEnumerable<Nature> Natures(Trial trial) => trial.Forest
        .SelectMany(tree => Ending.Of(tree) is var ending ? ending.Done.Concat(ending.Dead.Select(job => job.Key)).Select(tree.NatureOf) : [])
        .Distinct();
}
