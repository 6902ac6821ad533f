using VideoIndex.Jobs;
using VideoIndex.Media;
using VideoIndex.Pipeline.Running;
using VideoIndex.Testing.Contracts;

namespace VideoIndex.Pipeline.Tests.Running;

public sealed class WorkerTests : IDisposable
{
    private readonly Shift _shift = new();

    public void Dispose() => _shift.Dispose();

    [Fact]
    public void A_job_is_done_with_what_follows_and_what_it_took()
    {
        var took = default(JobCost);
        _shift.Seen = new Overheard(_shift.Store) { OnComplete = effects => took = effects.Cost };
        _shift.Stage = async (order, _, token) =>
        {
            await _shift.Wait(3, token);
            CostMeter.Current!.AddCpu(TimeSpan.FromMilliseconds(700));
            CostMeter.Current.AddBytes(42);
            return order.Key.Unit == "1" ? new Effects { Orders = [Shift.Order("2")] } : new Effects();
        };
        _shift.Submit(Shift.Order("1"));

        _shift.Begin().Pass(4);

        Assert.Equal("Done 1", _shift.Ends);
        Assert.Equal(new JobCost(3000, 700, 42), took);
        Assert.Equal("Done 1, Done 2", _shift.Pass(4).Ends);
        Assert.Null(CostMeter.Current);
    }

    [Fact]
    public void No_more_jobs_are_at_work_than_there_are_slots()
    {
        var (atWork, most) = (0, 0);
        _shift.Stage = async (_, _, token) =>
        {
            most = Math.Max(most, ++atWork);
            await _shift.Wait(1, token);
            atWork--;
            return new Effects();
        };
        _shift.Submit([.. Enumerable.Range(0, 7).Select(at => Shift.Order($"{at}"))]);

        _shift.Begin().Pass(4);

        Assert.Equal((2, 7), (most, _shift.Notices.OfType<WorkerNotice.Ended>().Count()));
    }

    [Fact]
    public void A_ring_is_answered_at_once_and_what_nobody_rang_for_soon()
    {
        _shift.Begin().Pass(10.1);
        _shift.Submit(Shift.Order("1"));
        Assert.Equal("", _shift.Ends);

        Assert.Equal("Done 1", _shift.Ring().Ends);

        _shift.Submit(Shift.Order("2"));
        Assert.Equal("Done 1, Done 2", _shift.Pass(0.25).Ends);
    }

    [Fact]
    public void An_idle_worker_only_reads()
    {
        var store = new Overheard(_shift.Store);
        _shift.Seen = store;

        _shift.Begin().Pass(60);

        Assert.Equal(1, store.Claims);
        Assert.InRange(store.Looks, 200, 260);
    }

    [Fact]
    public void A_worker_with_nothing_left_to_do_may_end()
    {
        _shift.Stage = async (order, _, token) =>
        {
            await _shift.Wait(2, token);
            return order.Key.Unit.Length < 3 ? new Effects { Orders = [Shift.Order(order.Key.Unit + "1")] } : new Effects();
        };
        _shift.Submit(Shift.Order("1"));

        _shift.Begin((worker, stop) => worker.RunUntilIdleAsync(stop)).Pass(30);

        Assert.True(_shift.Running.IsCompletedSuccessfully);
        Assert.Equal("Done 1, Done 11, Done 111", _shift.Ends);
    }

    [Fact]
    public void Work_that_moves_on_keeps_its_lease()
    {
        _shift.Stage = async (_, progress, token) =>
        {
            for (var minute = 1; minute <= 5; minute++)
            {
                await _shift.Wait(15, token);
                progress.Report(new StageProgress(minute, 5));
            }

            return new Effects();
        };
        _shift.Submit(Shift.Order("1"));

        _shift.Begin().Pass(80);

        Assert.Equal("Done 1", _shift.Ends);
        Assert.Equal(1, _shift.Job("1").Deliveries);
        Assert.Equal(5, _shift.Notices.OfType<WorkerNotice.Moved>().Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // even when the stage does not listen
    public void Work_that_stands_still_is_given_up_even_when_nobody_else_is_there(bool isDeaf)
    {
        _shift.Stage = async (_, progress, token) =>
        {
            progress.Report(new StageProgress(1, 0));
            await new TaskCompletionSource().Task.WaitAsync(isDeaf ? CancellationToken.None : token);
            return new Effects();
        };
        _shift.Submit(Shift.Order("1"));

        _shift.Begin().Pass(46);

        Assert.StartsWith("Failed 1", _shift.Ends, StringComparison.Ordinal);
        Assert.Equal("stood-still", _shift.Job("1").LastFailure?.Code);
        Assert.Equal(JobState.Dead, _shift.Pass(600).Job("1").State);
    }

    [Fact]
    public void A_worker_that_was_overtaken_stops_the_stage_and_keeps_nothing()
    {
        var wasCancelled = false;
        _shift.Options = new WorkerOptions { Concurrency = 1 };
        _shift.Stage = async (_, progress, token) =>
        {
            token.Register(() => wasCancelled = true);
            for (var step = 1; ; step++)
            {
                await _shift.Wait(1, token);
                progress.Report(new StageProgress(step, 0));
            }
        };
        _shift.Submit(Shift.Order("1"));
        _shift.Begin().Pass(5);

        _shift.Store.AbandonAsync("shift", default);
        _shift.Store.ClaimAsync(new Claim("other", TimeSpan.FromHours(1)), default);
        _shift.Pass(6);

        Assert.True(wasCancelled);
        Assert.Equal("Overtaken 1", _shift.Ends);
        Assert.Equal(("other", 0), (_shift.Job("1").Owner, _shift.Job("1").Failures));
    }

    [Fact]
    public void What_a_stage_throws_is_a_failure_of_its_job_alone()
    {
        _shift.Stage = (order, _, _) => order.Key.Unit == "bad" ? throw new InvalidOperationException("It broke.") : Task.FromResult(new Effects());
        _shift.Submit(Shift.Order("bad"), Shift.Order("good"));

        _shift.Begin().Pass(60);

        Assert.Equal((JobState.Dead, JobState.Done), (_shift.Job("bad").State, _shift.Job("good").State));
        Assert.Equal(("fault", "It broke.", 5), (_shift.Job("bad").LastFailure!.Code, _shift.Job("bad").LastFailure!.Sentence, _shift.Job("bad").Failures));
    }

    [Fact]
    public void A_refusal_is_tried_once()
    {
        _shift.Stage = (_, _, _) => throw new MediaRefusedException("unreadable", "It cannot be read.");
        _shift.Submit(Shift.Order("1"));

        _shift.Begin();

        Assert.Equal((JobState.Dead, 1, "unreadable"), (_shift.Job("1").State, _shift.Job("1").Failures, _shift.Job("1").LastFailure!.Code));
    }

    [Fact]
    public void A_job_of_a_stage_this_program_does_not_have_is_left_for_one_that_has()
    {
        _shift.Submit(Shift.Order("1", stage: "hear"));

        _shift.Begin();

        Assert.Equal((JobState.Ready, "stage-unknown"), (_shift.Job("1").State, _shift.Job("1").LastFailure?.Code));
    }

    [Fact]
    public void What_cannot_be_stored_is_a_failure_too()
    {
        _shift.Stage = (_, _, _) => Task.FromResult(new Effects
        {
            Change = new Videos.CatalogChange.Publish(A.Video("film").With(contents => contents with { Tags = null! }), Final: true),
        });
        _shift.Submit(Shift.Order("1"));

        _shift.Begin();

        Assert.Equal("Failed 1", _shift.Ends);
    }
}
