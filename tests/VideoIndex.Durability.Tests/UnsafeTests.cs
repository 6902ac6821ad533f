using VideoIndex.Durability.Faults;

namespace VideoIndex.Durability.Tests;

/// <summary>
/// One course of events, with the store as it is and with one that breaks a rule: the checker is silent about the first and
/// speaks about the second. So its silence after a storm means something.
/// </summary>
public sealed class UnsafeTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData(Variants.NoFence, true)]
    public async Task An_overtaken_worker_that_is_believed_is_found_out(string? variant, bool isFoundOut)
    {
        using var play = new Play(@unsafe: variant);
        await play.OfferAsync();
        var sleeper = play.Work(Stop("complete.before.part"));
        await Play.UntilAsync(() => play.Log().Contains("stopped complete.before.part"));

        // Another does the part, and holds the video before its end: a run that is over cannot be doubled.
        var other = play.Work(Stop("complete.before.assemble"));
        await Play.UntilAsync(() => play.Log().Contains("stopped complete.before.assemble"));
        sleeper.Resume();
        await Play.UntilAsync(() => play.Log().Count(line => line.StartsWith("told complete part", StringComparison.Ordinal)) > play.Trial.Forest[0].Parts);
        other.Resume();
        await play.UntilDrainedAsync();

        var verdict = await play.VerdictAsync();
        Assert.Empty(verdict.Lost);
        Assert.Equal(isFoundOut, verdict.Doubled.Count > 0);
        Assert.Equal(!isFoundOut, verdict.Stale > 0);
    }

    [Fact]
    public async Task Effects_in_a_transaction_of_their_own_are_found_out()
    {
        using var play = new Play(@unsafe: Variants.TwoTransactions);
        await play.OfferAsync();
        var worker = play.Work(Kill(Variants.Between));
        Assert.Equal(128 + Signals.Kill, await Play.ExitAsync(worker));
        play.Work();
        await play.UntilDrainedAsync();
        Assert.NotEmpty((await play.VerdictAsync()).Lost);
    }

    [Theory]
    [InlineData("complete.before.probe")]
    [InlineData("complete.after.probe")]
    public async Task Effects_in_the_transaction_that_ends_their_job_are_never_apart_from_it(string point)
    {
        using var play = new Play();
        await play.OfferAsync();
        var worker = play.Work(Kill(point));
        Assert.Equal(128 + Signals.Kill, await Play.ExitAsync(worker));
        play.Work();
        await play.UntilDrainedAsync();
        await play.IsCleanAsync();
    }

    [Theory]
    [InlineData(null, "submit.before", false)]
    [InlineData(Variants.SelectThenInsert, Variants.Between, true)]
    public async Task Looking_first_and_inserting_then_is_found_out(string? variant, string point, bool isFoundOut)
    {
        using var play = new Play(@unsafe: variant);
        var sleeper = await play.SubmitAsync(Stop(point));
        await Play.UntilAsync(() => play.Log().Contains($"stopped {point}"));
        await play.OfferAsync();
        sleeper.Resume();
        Assert.Equal(0, await Play.ExitAsync(sleeper));
        play.Work();
        await play.UntilDrainedAsync();
        Assert.Equal(isFoundOut, (await play.VerdictAsync()).Doubled.Count > 0);
    }

    private static Fault Stop(string point) => new([point], 1, Signals.Stop);

    private static Fault Kill(string point) => new([point], 1, Signals.Kill);
}
