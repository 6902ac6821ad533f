using VideoIndex.Durability.Faults;
using VideoIndex.Durability.Work;
using VideoIndex.Jobs;

namespace VideoIndex.Durability.Tests;

/// <summary>Faults by name, for which a process is needed.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task A_worker_told_to_stop_gives_its_job_back_uncounted_and_another_does_it()
    {
        using var play = new Play(isCalm: false, seed: SeedWithSlowProbe());
        await play.OfferAsync();
        var worker = play.Work();
        await Play.UntilAsync(() => play.Log().Exists(line => line.StartsWith("claimed probe", StringComparison.Ordinal)));
        worker.Send(Signals.Terminate);
        Assert.Equal(0, await Play.ExitAsync(worker));

        var probe = await play.JobAsync(Stages.Probe);
        Assert.Equal((JobState.Ready, 0, 0), (probe.State, probe.Deliveries, probe.Failures));
        play.Work();
        await play.UntilDrainedAsync();
        await play.IsCleanAsync();
    }

    [Fact]
    public async Task The_job_of_a_killed_worker_is_free_as_soon_as_another_calls_the_roll()
    {
        using var play = new Play();
        await play.OfferAsync();
        Assert.Equal(128 + Signals.Kill, await Play.ExitAsync(play.Work(new Fault(["complete.before.probe"], 1, Signals.Kill))));
        Assert.Equal(JobState.Leased, (await play.JobAsync(Stages.Probe)).State);
        var other = play.Work(new Fault(["abandon.after"], 1, Signals.Stop));
        await Play.UntilAsync(() => play.Log().Contains("stopped abandon.after"));
        Assert.Equal((JobState.Ready, 1), (await play.JobAsync(Stages.Probe)) is var probe ? (probe.State, probe.Deliveries) : default);
        other.Resume();
        await play.UntilDrainedAsync();
        await play.IsCleanAsync();
    }

    [Fact]
    public async Task Workers_started_at_once_in_a_folder_without_a_library_make_one()
    {
        using var play = new Play(jobs: 60);
        play.Close();
        for (var workers = 0; workers < 4; workers++)
        {
            play.Work();
        }

        await play.OfferAsync();
        play.Open();
        await play.UntilDrainedAsync();
        await play.IsCleanAsync();
    }

    [Fact]
    public async Task A_file_offered_again_when_its_run_is_over_is_not_done_again()
    {
        using var play = new Play();
        var sleeper = await play.SubmitAsync(new Fault(["submit.before"], 1, Signals.Stop));
        await Play.UntilAsync(() => play.Log().Contains("stopped submit.before"));
        await play.OfferAsync();
        play.Work();
        await play.UntilDrainedAsync();
        sleeper.Resume();
        Assert.Equal(0, await Play.ExitAsync(sleeper));
        await play.UntilDrainedAsync();
        await play.IsCleanAsync();
    }

    [Fact]
    public async Task A_job_that_takes_its_worker_down_is_given_up_without_those_beside_it()
    {
        using var play = new Play(isCalm: false, seed: SeedWithCrashBesideSlow());
        await play.OfferAsync();
        var worker = play.Work();
        await Play.UntilAsync(async () =>
        {
            worker = worker.HasExited ? play.Work() : worker;
            return await play.Library.Jobs.NextDueAsync(default) is null;
        });

        await play.IsCleanAsync();
    }

    private static int SeedWithCrashBesideSlow() => Enumerable.Range(1, 1_000_000).First(seed => new Tree(seed, 0, IsCalm: false) is var tree
        && tree.PartKeys.Any(key => tree.NatureOf(key) == Nature.Crashes)
        && tree.PartKeys.Any(key => tree.NatureOf(key) == Nature.Slow)
        && Ending.Of(tree).Dead.Count == 1);

    private static int SeedWithSlowProbe() => Enumerable.Range(1, 100_000).First(seed => new Tree(seed, 0, IsCalm: false) is var tree
        && tree.NatureOf(tree.Probe) == Nature.Slow && Ending.Of(tree).Dead.Count == 0);
}
