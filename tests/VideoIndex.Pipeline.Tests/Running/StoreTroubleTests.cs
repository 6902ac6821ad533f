using VideoIndex.Jobs;
using VideoIndex.Pipeline.Running;

namespace VideoIndex.Pipeline.Tests.Running;

public sealed class StoreTroubleTests : IDisposable
{
    private readonly Shift _shift = new();
    private readonly Overheard _store;

    public StoreTroubleTests()
    {
        _store = new Overheard(_shift.Store);
        _shift.Seen = _store;
    }

    public void Dispose() => _shift.Dispose();

    [Fact]
    public void A_store_that_is_busy_is_asked_again_later_each_time()
    {
        _store.FailingClaims = 3;
        _shift.Submit(Shift.Order("1"));
        _shift.Begin();

        Assert.Equal(2, ClaimsAfter(0.3));
        Assert.InRange(ClaimsAfter(0.7), 3, 4);
        Assert.InRange(ClaimsAfter(1.2), 4, 5);
        Assert.Equal("Done 1", _shift.Ends);
    }

    [Fact]
    public void A_store_that_stays_busy_pauses_the_worker_and_says_so_once()
    {
        _store.FailingClaims = 21;
        _shift.Submit(Shift.Order("1"));

        _shift.Begin().Pass(120);

        Assert.Equal(["library-busy", "resumed"], Pauses());
        Assert.Equal("Done 1", _shift.Ends);
    }

    [Fact]
    public async Task A_store_that_cannot_be_used_ends_the_worker()
    {
        (_store.FailingClaims, _store.Kind) = (1, FailureKind.Permanent);

        _shift.Begin();

        Assert.True(_shift.Running.IsFaulted);
        await Assert.ThrowsAsync<BusyException>(() => _shift.Running);
    }

    [Fact]
    public void A_commit_that_is_reported_as_an_error_is_neither_repeated_nor_a_failure()
    {
        _store.CompletionsThatSeemToFail = 2;
        _shift.Stage = (order, _, _) => Task.FromResult(order.Key.Unit == "1" ? new Effects { Orders = [Shift.Order("2")] } : new Effects());
        _shift.Submit(Shift.Order("1"));

        _shift.Begin().Pass(30);

        Assert.Equal([true, false, true], _store.Completions[..3]);
        Assert.Equal((JobState.Done, 0, 1), (_shift.Job("1").State, _shift.Job("1").Failures, _shift.Job("1").Deliveries));
        Assert.Equal(JobState.Done, _shift.Job("2").State);
    }

    [Fact]
    public void Nothing_is_begun_below_the_disk_reserve_and_work_goes_on_by_itself()
    {
        _shift.Options = new WorkerOptions { Concurrency = 2, DiskReserve = 1_000 };
        _shift.FreeBytes = 999;
        _shift.Submit(Shift.Order("1"));

        _shift.Begin().Pass(60);
        Assert.Equal(["disk-reserve"], Pauses());
        Assert.Equal("", _shift.Ends);

        _shift.FreeBytes = 1_000;
        _shift.Pass(0.25);
        Assert.Equal(["disk-reserve", "resumed"], Pauses());
        Assert.Equal("Done 1", _shift.Ends);
    }

    [Fact]
    public void A_job_that_met_a_full_disk_is_tried_again_after_a_pause()
    {
        var isFull = true;
        _shift.Stage = (_, _, _) => isFull ? throw new IOException("No space left on device", 28) : Task.FromResult(new Effects());
        _shift.Submit(Shift.Order("1"));

        _shift.Begin().Pass(4.9);
        Assert.Equal("Failed 1", _shift.Ends);
        Assert.Equal(["disk-full"], Pauses());

        isFull = false;
        _shift.Pass(0.4);
        Assert.Equal("Failed 1, Done 1", _shift.Ends);
        Assert.Equal(["disk-full", "resumed"], Pauses());
    }

    [Theory]
    [InlineData(8, 0, 8)]
    [InlineData(8, 3_000, 3)]
    [InlineData(2, 3_000, 2)]
    [InlineData(8, 1, 1)] // one job at a time there always is
    [InlineData(0, 0, 1)]
    public void Memory_bounds_how_many_jobs_are_at_work(int concurrency, long budget, int slots) =>
        Assert.Equal(slots, new WorkerOptions { Concurrency = concurrency, MemoryBudget = budget, MemoryOfOneJob = 1_000 }.Slots);

    private int ClaimsAfter(double seconds)
    {
        _shift.Pass(seconds);
        return _store.Claims;
    }

    private IEnumerable<string> Pauses() => _shift.Notices
        .Select(notice => notice is WorkerNotice.Paused paused ? paused.Code : notice is WorkerNotice.Resumed ? "resumed" : "")
        .Where(code => code is not "");
}
