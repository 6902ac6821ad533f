using VideoIndex.Jobs;

namespace VideoIndex.Sqlite.Tests.Jobs;

public sealed class DeliveryTests : IDisposable
{
    private readonly Shop _shop = new();

    [Fact]
    public async Task The_most_urgent_job_comes_first_and_then_the_oldest()
    {
        await _shop.OrderAsync(Shop.Order("a"), Shop.Order("b", priority: 5), Shop.Order("c"), Shop.Order("d", priority: 5));

        var leases = await _shop.ClaimAsync(most: 9);

        Assert.Equal(["b", "d", "a", "c"], leases.Select(lease => lease.Order.Key.Unit));
        Assert.Equal(leases.Select(lease => lease.Token).Order(), leases.Select(lease => lease.Token));
    }

    [Fact]
    public async Task The_same_order_twice_is_one_job()
    {
        await _shop.OrderAsync(Shop.Order("a"), Shop.Order("a"));
        await _shop.OrderAsync(Shop.Order("a"));

        Assert.Single(await _shop.ClaimAsync(most: 9));
    }

    [Fact]
    public async Task Only_the_queues_asked_for_are_served()
    {
        await _shop.OrderAsync(Shop.Order("a"), Shop.Order("b", stage: "listen"));

        var leases = await _shop.Jobs.ClaimAsync(new Claim("me", TimeSpan.FromSeconds(1), 9) { Queues = ["queue listen", "other"] }, default);

        Assert.Equal("b", Assert.Single(leases).Order.Key.Unit);
    }

    [Fact]
    public async Task Who_keeps_silent_longer_than_the_lease_is_overtaken_and_changes_nothing()
    {
        await _shop.OrderAsync(Shop.Order("a"));
        var late = await _shop.ClaimOneAsync(seconds: 30);
        _shop.Clock.Pass(seconds: 29.9);
        Assert.Empty(await _shop.ClaimAsync());
        _shop.Clock.Pass(seconds: 0.1);
        var next = await _shop.ClaimOneAsync();

        Assert.False(await _shop.Jobs.HeartbeatAsync(late, 5, default));
        Assert.False(await _shop.Jobs.FailAsync(late, Shop.Failure(), default));
        Assert.False(await _shop.Jobs.ReleaseAsync(late, default));
        Assert.False(await _shop.Jobs.CompleteAsync(late, Shop.Found("late", Shop.Order("b")), default));
        Assert.Equal("work a Leased", await _shop.ListAsync());
        Assert.Null(await _shop.Jobs.ReadFindingAsync(late.Order.Key, default));
        Assert.True(await _shop.Jobs.CompleteAsync(next, Shop.Found("next", Shop.Order("b")), default));
        Assert.Equal((2, "work a Done, work b Ready"), (next.Deliveries, await _shop.ListAsync()));
    }

    [Fact]
    public async Task A_heartbeat_extends_a_lease_only_while_the_work_moves_on()
    {
        await _shop.OrderAsync(Shop.Order("a"));
        var lease = await _shop.ClaimOneAsync(seconds: 30);
        _shop.Clock.Pass(seconds: 20);
        Assert.True(await _shop.Jobs.HeartbeatAsync(lease, 7, default));
        _shop.Clock.Pass(seconds: 20);
        Assert.True(await _shop.Jobs.HeartbeatAsync(lease, 7, default));
        Assert.Empty(await _shop.ClaimAsync());

        _shop.Clock.Pass(seconds: 10);

        Assert.Equal(2, (await _shop.ClaimOneAsync()).Deliveries);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task A_clock_that_jumps_an_hour_ends_no_lease_and_no_wait(int hours)
    {
        await _shop.OrderAsync(Shop.Order("a"), Shop.Order("b"));
        var lease = await _shop.ClaimOneAsync();
        await _shop.Jobs.FailAsync(await _shop.ClaimOneAsync(), Shop.Failure(), default);

        _shop.Clock.Jump(TimeSpan.FromHours(hours));

        Assert.Empty(await _shop.ClaimAsync());
        Assert.InRange((await _shop.Jobs.NextDueAsync(default))!.Value.TotalMilliseconds, 1, 300);
        _shop.Clock.Pass(seconds: 0.3);
        Assert.Equal("b", (await _shop.ClaimOneAsync()).Order.Key.Unit);
        Assert.True(await _shop.Jobs.CompleteAsync(lease, Shop.Found("a"), default));
    }

    [Fact]
    public async Task Leases_and_waits_of_before_a_restart_have_ended()
    {
        await _shop.OrderAsync(Shop.Order("a"), Shop.Order("b"));
        var lease = await _shop.ClaimOneAsync();
        await _shop.Jobs.FailAsync(await _shop.ClaimOneAsync(), Shop.Failure(), default);

        var restarted = _shop.Open("boot 2");

        Assert.Equal(TimeSpan.Zero, await restarted.Jobs.NextDueAsync(default));
        Assert.Equal(["a", "b"], (await _shop.ClaimAsync(9, jobs: restarted.Jobs)).Select(again => again.Order.Key.Unit));
        Assert.False(await restarted.Jobs.CompleteAsync(lease, Shop.Found("a"), default));
    }

    [Fact]
    public async Task What_is_released_is_due_at_once_and_does_not_count()
    {
        await _shop.OrderAsync(Shop.Order("a"));
        for (var at = 0; at < 30; at++)
        {
            Assert.True(await _shop.Jobs.ReleaseAsync(await _shop.ClaimOneAsync(), default));
        }

        Assert.Equal(1, (await _shop.ClaimOneAsync()).Deliveries);
    }

    [Fact]
    public async Task The_leases_of_a_dead_owner_end_at_once_and_count()
    {
        await _shop.OrderAsync(Shop.Order("a"), Shop.Order("b"));
        await _shop.ClaimAsync(most: 2);

        Assert.Equal(0, await _shop.Jobs.AbandonAsync("someone else", default));
        Assert.Equal(2, await _shop.Jobs.AbandonAsync("me", default));

        Assert.Equal([2, 2], (await _shop.ClaimAsync(most: 9)).Select(lease => lease.Deliveries));
    }

    [Fact]
    public async Task The_store_says_when_to_look_again()
    {
        Assert.Null(await _shop.Jobs.NextDueAsync(default));
        await _shop.OrderAsync(Shop.Order("a"));
        Assert.Equal(TimeSpan.Zero, await _shop.Jobs.NextDueAsync(default));
        var lease = await _shop.ClaimOneAsync(seconds: 30);
        _shop.Clock.Pass(seconds: 10);
        Assert.Equal(TimeSpan.FromSeconds(20), await _shop.Jobs.NextDueAsync(default));
        await _shop.Jobs.CompleteAsync(lease, new Effects(), default);
        Assert.Null(await _shop.Jobs.NextDueAsync(default));
    }

    [Fact]
    public async Task Many_who_claim_at_once_never_get_the_same_job()
    {
        await _shop.OrderAsync([.. Enumerable.Range(0, 200).Select(at => Shop.Order($"{at}"))]);
        using var other = _shop.Open("boot 1");

        var claims = await Task.WhenAll(Enumerable.Range(0, 100).Select(at => _shop.ClaimAsync(most: 3, jobs: at % 2 == 0 ? other.Jobs : _shop.Jobs)));

        var leases = claims.SelectMany(claim => claim).ToList();
        Assert.Equal(200, leases.Count);
        Assert.Equal(200, leases.DistinctBy(lease => lease.Job).Count());
        Assert.Equal(200, leases.DistinctBy(lease => lease.Token).Count());
    }

    public void Dispose() => _shop.Dispose();
}
