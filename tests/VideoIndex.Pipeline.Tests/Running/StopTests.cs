using VideoIndex.Jobs;
using VideoIndex.Pipeline.Running;

namespace VideoIndex.Pipeline.Tests.Running;

public sealed class StopTests : IDisposable
{
    private readonly Shift _shift = new();

    public void Dispose() => _shift.Dispose();

    [Fact]
    public void A_stage_that_goes_on_is_given_until_the_grace_ends()
    {
        _shift.Stage = async (order, progress, token) =>
        {
            for (var step = 1; step <= (order.Key.Unit == "short" ? 2 : 4); step++)
            {
                await _shift.Wait(10, token);
                progress.Report(new StageProgress(step, 0));
            }

            return new Effects();
        };
        _shift.Submit(Shift.Order("short"), Shift.Order("long"), Shift.Order("waits"));
        _shift.Begin().Pass(1);

        _shift.Stop();
        Assert.False(_shift.Running.IsCompleted);
        Assert.Equal("Done short", _shift.Pass(20).Ends);
        Assert.False(_shift.Running.IsCompleted);
        _shift.Pass(11);

        Assert.Equal("Done short, Released long", _shift.Ends);
        Assert.True(_shift.Running.IsCompletedSuccessfully);
        Assert.Equal((JobState.Ready, 0, 0), (_shift.Job("long").State, _shift.Job("long").Deliveries, _shift.Job("long").Failures));
        Assert.Equal(0, _shift.Job("waits").Deliveries);
    }

    [Fact]
    public void A_stage_that_does_not_listen_holds_no_stop_up()
    {
        _shift.Stage = async (_, _, _) =>
        {
            await new TaskCompletionSource().Task;
            return new Effects();
        };
        _shift.Options = new WorkerOptions { Concurrency = 1, Grace = TimeSpan.FromSeconds(1) };
        _shift.Submit(Shift.Order("1"));
        _shift.Begin();

        _shift.Stop().Pass(7);

        Assert.True(_shift.Running.IsCompletedSuccessfully);
        Assert.Equal("Released 1", _shift.Ends);
    }

    [Fact]
    public void A_stage_that_ends_in_its_own_way_when_cancelled_is_given_back_too()
    {
        _shift.Stage = async (_, _, token) =>
        {
            await _shift.Wait(3600, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw new IOException("Broken pipe", 32);
        };
        _shift.Options = new WorkerOptions { Concurrency = 1, Grace = TimeSpan.FromSeconds(1) };
        _shift.Submit(Shift.Order("1"));
        _shift.Begin();

        _shift.Stop().Pass(1);

        Assert.Equal("Released 1", _shift.Ends);
        Assert.Equal((0, 0), (_shift.Job("1").Deliveries, _shift.Job("1").Failures));
    }

    [Fact]
    public void An_idle_worker_stops_at_once()
    {
        _shift.Begin().Pass(1);

        _shift.Stop();

        Assert.True(_shift.Running.IsCompletedSuccessfully);
    }
}
