using System.Collections.Concurrent;
using System.Globalization;
using VideoIndex.Testing.Memory;

namespace VideoIndex.Pipeline.Tests.Running.Simulation;

/// <summary>
/// Whatever goes wrong, every job ends once. To replay a seed that failed, set VIDEOINDEX_SIMULATION_SEED to it, or add it
/// to the seeds that failed once.
/// </summary>
public sealed class SimulationTests
{
    private const string SeedVariable = "VIDEOINDEX_SIMULATION_SEED";

    [Fact]
    public void Every_job_ends_once_in_1_000_worlds() => Play(1, 1_000);

    [Fact]
    [Trait("Speed", "Slow")]
    public void Every_job_ends_once_in_100_000_worlds() => Play(1_001, 100_000);

    [Fact]
    public void The_same_seed_is_the_same_world()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            Assert.Equal(World.Play(seed, Flaw.NoFence), World.Play(seed, Flaw.NoFence), (one, other) => one.Violations.SequenceEqual(other.Violations) && one.Refused == other.Refused);
        }
    }

    [Theory]
    [InlineData(Flaw.NoFence)]
    [InlineData(Flaw.NoDedupe)]
    [InlineData(Flaw.LeasesNeverEnd)]
    [InlineData(Flaw.FanInOpensTwice)]
    [InlineData(Flaw.DeadPartBlocks)]
    [InlineData(Flaw.TransientFailureSettlesItsPart)]
    [InlineData(Flaw.PermanentIsTriedAgain)]
    [InlineData(Flaw.DeliveriesUnlimited)]
    [InlineData(Flaw.FailuresUnlimited)]
    [InlineData(Flaw.HeartbeatExtendsNothing)]
    [InlineData(Flaw.LeasesEndByTheTimeOfDay)]
    public void A_store_that_breaks_a_rule_is_found_out(Flaw flaw) =>
        Assert.Contains(Enumerable.Range(1, 200), seed => World.Play(seed, flaw).Violations.Count > 0);

    private static void Play(int first, int count)
    {
        if (int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture, out var only))
        {
            (first, count) = (only, 1);
        }

        var failed = new ConcurrentDictionary<int, string>();
        var refused = 0;
        Parallel.For(first, first + count, seed =>
        {
            var (violations, refusals) = World.Play(seed);
            Interlocked.Add(ref refused, refusals);
            if (violations.Count > 0)
            {
                failed[seed] = string.Join("\n  ", violations.Take(5));
            }
        });

        Assert.True(failed.IsEmpty, $"{failed.Count} of {count} failed. Replay one with {SeedVariable}=SEED:\n"
            + string.Join('\n', failed.OrderBy(seed => seed.Key).Take(5).Select(seed => $"seed {seed.Key}:\n  {seed.Value}")));
        Assert.True(count < 100 || refused > count / 100, $"Only {refused} calls were refused in {count} worlds: too little was tried.");
    }
}
