using VideoIndex.Events;
using VideoIndex.Jobs;

namespace VideoIndex.Testing.Contracts.Jobs;

/// <content>What people see of jobs, and do with the dead ones.</content>
public abstract partial class JobStoreContract
{
    [Fact]
    public async Task A_retried_job_is_due_with_its_counts_at_zero_and_its_history_kept()
    {
        await SubmitAsync(Order("1"));
        var number = await KillOneAsync();

        Assert.True(await Jobs.RetryAsync(number, default));

        var job = await FindAsync(number);
        Assert.Equal((JobState.Ready, 0, 0, 1), (job.State, job.Deliveries, job.Failures, job.History.Count));
        Assert.Equal(1, (await ClaimOneAsync()).Deliveries);
        Assert.Equal([EventTypes.JobDead, EventTypes.JobRetried], await EventsAsync());
    }

    [Fact]
    public async Task A_retried_job_has_all_its_tries_again()
    {
        await SubmitAsync(Order("1"));
        await Jobs.RetryAsync(await KillOneAsync(), default);

        for (var failures = 1; failures < Rules.MostFailures; failures++)
        {
            Clock.Advance(Rules.LongestWait);
            await Jobs.FailAsync(await ClaimOneAsync(), Passing(), default);
        }

        Clock.Advance(Rules.LongestWait);
        Assert.Single(await ClaimAsync());
    }

    [Fact]
    public async Task A_discarded_job_is_given_up_but_may_be_retried_after_all()
    {
        await SubmitAsync(Order("1"));
        var number = await KillOneAsync();

        Assert.True(await Jobs.DiscardAsync(number, default));
        Assert.Equal(JobState.Discarded, (await FindAsync(number)).State);
        Assert.Empty(await ClaimAsync());
        Assert.False(await Jobs.DiscardAsync(number, default));

        Assert.True(await Jobs.RetryAsync(number, default));
        Assert.Single(await ClaimAsync());
        Assert.Equal([EventTypes.JobDead, EventTypes.JobDiscarded, EventTypes.JobRetried], await EventsAsync());
    }

    [Fact]
    public async Task Only_the_dead_are_retried_or_discarded()
    {
        await SubmitAsync(Order("ready"), Order("done"), Order("leased"));
        var leases = await ClaimAsync();
        await Jobs.ReleaseAsync(leases[0], default);
        await Jobs.CompleteAsync(leases[1], Nothing, default);

        foreach (var number in leases.Select(lease => lease.Job).Append(12345))
        {
            Assert.False(await Jobs.RetryAsync(number, default));
            Assert.False(await Jobs.DiscardAsync(number, default));
        }

        Assert.Empty(await EventsAsync());
    }

    [Fact]
    public async Task Jobs_are_listed_the_oldest_first_and_without_the_done()
    {
        await SubmitAsync(Order("a"), Order("b"), Order("c"), Order("d", priority: -1));
        var leases = await ClaimAsync(3);
        await Jobs.CompleteAsync(leases[0], Nothing, default);
        await Jobs.FailAsync(leases[1], Lasting("mine"), default);

        Assert.Equal("b c d", await ListAsync(new JobFilter()));
        Assert.Equal("a", await ListAsync(new JobFilter { States = [JobState.Done] }));
        Assert.Equal("b c", await ListAsync(new JobFilter { States = [JobState.Leased, JobState.Dead] }));
        Assert.Equal("b", await ListAsync(new JobFilter { Fingerprint = Lasting("mine").Fingerprint }));
        Assert.Equal("b c", await ListAsync(new JobFilter { Most = 2 }));
        Assert.Equal("b c d", await ListAsync(new JobFilter { Video = Film }));
        Assert.Equal("", await ListAsync(new JobFilter { Video = A.Id("other") }));
    }

    [Fact]
    public async Task A_job_says_when_it_was_ordered_and_who_is_at_it()
    {
        Clock.Advance(TimeSpan.FromMinutes(3));
        var at = Clock.GetUtcNow();
        var lease = await SubmitAndClaimAsync("1", "worker");
        Clock.Advance(Moment);

        var job = await FindAsync(lease.Job);

        Assert.Equal((lease.Order, at, "worker", 1), (job.Order, job.Ordered, job.Owner, job.Deliveries));
        Assert.Null(job.LastFailure);
        Assert.Null(await Jobs.FindAsync(12345, default));
    }

    private async Task<string> ListAsync(JobFilter filter) =>
        string.Join(' ', (await Jobs.ListAsync(filter, default)).Select(job => job.Order.Key.Unit));
}
