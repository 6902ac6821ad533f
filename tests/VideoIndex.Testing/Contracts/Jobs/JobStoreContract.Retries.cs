using VideoIndex.Events;
using VideoIndex.Jobs;

namespace VideoIndex.Testing.Contracts.Jobs;

/// <content>What becomes of jobs that fail.</content>
public abstract partial class JobStoreContract
{
    private static readonly RetryRules Rules = new();

    [Fact]
    public async Task A_failed_job_waits_longer_each_time()
    {
        await SubmitAsync(Order("1"));
        for (var failures = 1; failures < Rules.MostFailures; failures++)
        {
            Assert.True(await Jobs.FailAsync(await ClaimOneAsync(), Passing(), default));

            var middle = Rules.FirstWait * Math.Pow(2, failures - 1);
            Clock.Advance((middle * 0.5) - Moment);
            Assert.Empty(await ClaimAsync());
            Clock.Advance(middle + Moment + Moment);
            var lease = await ClaimOneAsync();
            Assert.Equal((failures + 1, failures), (lease.Deliveries, lease.Failures));
            await Jobs.ReleaseAsync(lease, default);
        }
    }

    [Fact]
    public async Task Jobs_that_failed_together_do_not_come_back_together()
    {
        await SubmitAsync([.. Enumerable.Range(0, 20).Select(at => Order($"{at}"))]);
        foreach (var lease in await ClaimAsync())
        {
            await Jobs.FailAsync(lease, Passing(), default);
        }

        Clock.Advance(Rules.FirstWait);
        Assert.InRange((await ClaimAsync()).Count, 3, 17);
        Clock.Advance(Rules.FirstWait / 2);
        Assert.NotEmpty(await ClaimAsync());
    }

    [Fact]
    public async Task A_job_that_failed_too_often_is_dead()
    {
        await SubmitAsync(Order("1"));
        var number = 0L;
        for (var failures = 1; failures <= Rules.MostFailures; failures++)
        {
            Clock.Advance(Rules.LongestWait);
            var lease = await ClaimOneAsync();
            number = lease.Job;
            await Jobs.FailAsync(lease, Passing($"fault-{failures}"), default);
        }

        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await ClaimAsync());
        var job = await FindAsync(number);
        Assert.Equal((JobState.Dead, 5, "fault-5"), (job.State, job.Failures, job.LastFailure?.Code));
        Assert.Equal(["fault-1", "fault-2", "fault-3", "fault-4", "fault-5"], job.History.Select(past => past.Failure.Code));
        Assert.Equal([EventTypes.JobDead], await EventsAsync());
    }

    [Fact]
    public async Task A_permanent_failure_is_dead_at_once()
    {
        await SubmitAsync(Order("1"));

        var job = await FindAsync(await KillOneAsync());

        Assert.Equal((JobState.Dead, Lasting(), null), (job.State, job.LastFailure, job.Owner));
        Assert.Equal(Clock.GetUtcNow(), Assert.Single(job.History).At);
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await ClaimAsync());
    }

    [Fact]
    public async Task A_job_that_kills_its_workers_is_dead()
    {
        await SubmitAsync(Order("killer"), Order("other"));
        var number = 0L;
        for (var delivery = 1; delivery <= Rules.MostDeliveries; delivery++)
        {
            var lease = await ClaimOneAsync($"worker {delivery}");
            Assert.Equal(("killer", delivery), (lease.Order.Key.Unit, lease.Deliveries));
            number = lease.Job;
            await Jobs.AbandonAsync($"worker {delivery}", default);
        }

        Assert.Equal("other", await ClaimUnitsAsync());
        var job = await FindAsync(number);
        Assert.Equal((JobState.Dead, "worker-died"), (job.State, job.LastFailure?.Code));
        Assert.Equal([EventTypes.JobDead], await EventsAsync());
    }

    [Fact]
    public async Task Silence_counts_as_a_killed_worker()
    {
        await SubmitAsync(Order("1"));
        for (var delivery = 1; delivery <= Rules.MostDeliveries; delivery++)
        {
            await ClaimOneAsync();
            Clock.Advance(Length);
        }

        Assert.Empty(await ClaimAsync());
        Assert.Equal("worker-died", Assert.Single(await Jobs.ListAsync(new JobFilter(), default)).LastFailure?.Code);
    }

    [Fact]
    public async Task Jobs_given_back_are_never_worn_out()
    {
        await SubmitAsync(Order("1"));

        for (var stop = 0; stop < 3 * Rules.MostDeliveries; stop++)
        {
            Assert.True(await Jobs.ReleaseAsync(await ClaimOneAsync(), default));
        }

        Assert.Equal(1, (await ClaimOneAsync()).Deliveries);
    }
}
