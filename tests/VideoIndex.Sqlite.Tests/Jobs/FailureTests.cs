using VideoIndex.Events;
using VideoIndex.Jobs;

namespace VideoIndex.Sqlite.Tests.Jobs;

public sealed class FailureTests : IDisposable
{
    private readonly Shop _shop = new();

    [Fact]
    public async Task What_fails_waits_longer_each_time_and_is_dead_after_five()
    {
        await _shop.OrderAsync(Shop.Order("a"));
        var waits = new List<TimeSpan>();
        for (var failures = 1; failures < 5; failures++)
        {
            Assert.True(await _shop.Jobs.FailAsync(await _shop.ClaimOneAsync(), Shop.Failure(), default));
            waits.Add((await _shop.Jobs.NextDueAsync(default))!.Value);
            Assert.Empty(await _shop.ClaimAsync());
            _shop.Clock.Pass(waits[^1]);
        }

        Assert.True(await _shop.Jobs.FailAsync(await _shop.ClaimOneAsync(), Shop.Failure(code: "last"), default));

        Assert.All(waits.Index(), wait => Assert.InRange(wait.Item.TotalMilliseconds, 99 << wait.Index, 300 << wait.Index));
        var job = Assert.Single(await _shop.Jobs.ListAsync(new JobFilter { States = [JobState.Dead] }, default));
        Assert.Equal((5, 5, "last"), (job.Failures, job.Deliveries, job.LastFailure!.Code));
        Assert.Null(await _shop.Jobs.NextDueAsync(default));
    }

    [Fact]
    public async Task What_can_never_succeed_is_dead_at_once_and_says_so_to_those_who_listen()
    {
        await _shop.OrderAsync(Shop.Order("a"));

        await _shop.Jobs.FailAsync(await _shop.ClaimOneAsync(), Shop.Failure(FailureKind.Permanent), default);

        Assert.Equal("work a Dead", await _shop.ListAsync());
        var told = Assert.Single(await _shop.Library.Outbox.ReadAsync(0, 9, default));
        Assert.Equal((EventTypes.JobDead, "job/1"), (told.Type, told.Subject));
        Assert.Contains("\"fingerprint\":\"Oops at Here\"", told.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_kills_its_workers_is_dead_after_ten_deliveries()
    {
        await _shop.OrderAsync(Shop.Order("killer"), Shop.Order("other"));
        for (var delivery = 1; delivery <= 10; delivery++)
        {
            Assert.Equal(delivery, (await _shop.ClaimOneAsync(seconds: 1)).Deliveries);
            _shop.Clock.Pass(seconds: 1);
        }

        Assert.Equal("other", (await _shop.ClaimOneAsync()).Order.Key.Unit);

        Assert.Equal("worker-died", (await _shop.Jobs.FindAsync(1, default))!.LastFailure!.Code);
    }

    [Fact]
    public async Task A_person_s_retry_begins_the_count_anew_and_keeps_the_history()
    {
        await _shop.OrderAsync(Shop.Order("a"));
        await _shop.Jobs.FailAsync(await _shop.ClaimOneAsync(), Shop.Failure(FailureKind.Permanent, "first"), default);

        Assert.True(await _shop.Jobs.RetryAsync(1, default));
        Assert.False(await _shop.Jobs.RetryAsync(1, default));
        await _shop.Jobs.FailAsync(await _shop.ClaimOneAsync(), Shop.Failure(code: "second"), default);

        var job = (await _shop.Jobs.FindAsync(1, default))!;
        Assert.Equal((JobState.Ready, 1, 1), (job.State, job.Deliveries, job.Failures));
        Assert.Equal(["first", "second"], job.History.Select(past => past.Failure.Code));
    }

    [Fact]
    public async Task What_is_discarded_stays_so_until_a_person_retries_it()
    {
        await _shop.OrderAsync(Shop.Order("a"));
        Assert.False(await _shop.Jobs.DiscardAsync(1, default));
        await _shop.Jobs.FailAsync(await _shop.ClaimOneAsync(), Shop.Failure(FailureKind.Permanent), default);

        Assert.True(await _shop.Jobs.DiscardAsync(1, default));
        Assert.False(await _shop.Jobs.DiscardAsync(1, default));
        Assert.False(await _shop.Jobs.DiscardAsync(77, default));
        Assert.Equal("work a Discarded", await _shop.ListAsync());
        Assert.True(await _shop.Jobs.RetryAsync(1, default));

        var told = await _shop.Library.Outbox.ReadAsync(0, 9, default);
        Assert.Equal([EventTypes.JobDead, EventTypes.JobDiscarded, EventTypes.JobRetried], told.Select(told => told.Type));
    }

    [Fact]
    public async Task Jobs_are_listed_by_state_video_and_fingerprint()
    {
        await _shop.OrderAsync(Shop.Order("a"), Shop.Order("b"), Shop.Order("c"));
        await _shop.Jobs.FailAsync(await _shop.ClaimOneAsync(), Shop.Failure(FailureKind.Permanent) with { Fingerprint = "other" }, default);
        await _shop.Jobs.FailAsync(await _shop.ClaimOneAsync(), Shop.Failure(FailureKind.Permanent), default);
        await _shop.Jobs.CompleteAsync(await _shop.ClaimOneAsync(), new Effects(), default);

        async Task<string> Units(JobFilter filter) => string.Concat((await _shop.Jobs.ListAsync(filter, default)).Select(job => job.Order.Key.Unit));

        Assert.Equal("ab", await Units(new JobFilter()));
        Assert.Equal("c", await Units(new JobFilter { States = [JobState.Done] }));
        Assert.Equal("a", await Units(new JobFilter { Fingerprint = "other" }));
        Assert.Equal("a", await Units(new JobFilter { Most = 1 }));
        Assert.Equal("ab", await Units(new JobFilter { Video = Shop.Video }));
        Assert.Equal("", await Units(new JobFilter { Video = VideoIndex.Testing.Contracts.A.Id("another") }));
    }

    public void Dispose() => _shop.Dispose();
}
