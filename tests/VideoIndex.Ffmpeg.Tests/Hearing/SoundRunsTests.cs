using VideoIndex.Ffmpeg.Decoding.Sounds;
using VideoIndex.Media;

namespace VideoIndex.Ffmpeg.Tests.Hearing;

public sealed class SoundRunsTests
{
    [Fact]
    public void Samples_that_follow_each_other_are_one_run_however_the_container_rounds() =>
        Assert.Equal(["0+1500 at 100"], Runs((100, 500), (604, 500), (1097, 500)));

    [Fact]
    public void A_later_timestamp_is_a_hole() => Assert.Equal(["0+500 at 100", "500+500 at 2000"], Runs((100, 500), (2000, 500)));

    [Fact]
    public void What_was_heard_already_is_passed_over() =>
        Assert.Equal(["0+1000 at 0", "1400+1600 at 1000"], Runs((0, 1000), (600, 1000), (1600, 1000)));

    [Fact]
    public void A_clock_that_is_set_back_is_counted_on_from() =>
        Assert.Equal(["0+3000 at 900000"], Runs((900_000, 1000), (0, 1000), (1000, 1000)));

    [Fact]
    public void Samples_without_a_time_follow_those_before() => Assert.Equal(["0+1000 at 0"], Runs((null, 500), (null, 500)));

    [Fact]
    public void A_slow_clock_is_followed_by_steps_of_no_more_than_20_ms()
    {
        var runs = new SoundRuns();
        for (var at = 0; at < 10_000; at++)
        {
            runs.Add(at * 341L, 340); // three samples in a thousand are missing
        }

        var all = runs.Until(long.MaxValue);

        Assert.All(all.Zip(all.Skip(1)), pair => Assert.InRange(pair.Second.Start - pair.First.End, 0, SoundRuns.Tolerance + 1));
        Assert.InRange(all[^1].End, 9_999 * 341L + 340 - SoundRuns.Tolerance, 9_999 * 341L + 340);
    }

    [Fact]
    public void What_was_not_written_is_not_there()
    {
        var runs = new SoundRuns();
        runs.Add(0, 1000);
        runs.Add(5000, 1000);

        Assert.Equal([new SoundRun(0, 700, 0)], runs.Until(700));
        Assert.Empty(runs.Until(0));
    }

    private static IEnumerable<string> Runs(params (long? At, long Samples)[] frames)
    {
        var runs = new SoundRuns();
        foreach (var (at, samples) in frames)
        {
            runs.Add(at, samples);
        }

        return runs.Until(long.MaxValue).Select(run => $"{run.From}+{run.Length} at {run.Start}");
    }
}
