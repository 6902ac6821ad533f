using VideoIndex.Events;
using VideoIndex.Jobs;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts.Jobs;

/// <content>Who gets which job.</content>
public abstract partial class JobStoreContract
{
    [Fact]
    public async Task A_job_carries_all_that_was_ordered()
    {
        var order = Order("7", priority: 3, fanIn: "parts") with { Trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" };
        await SubmitAsync(order);

        var lease = await ClaimOneAsync();

        Assert.Equal(order, lease.Order);
        Assert.Equal((1, 0, Length), (lease.Deliveries, lease.Failures, lease.Length));
    }

    [Fact]
    public async Task Nobody_gets_a_job_that_somebody_is_at()
    {
        await SubmitAsync(Order("1"));

        Assert.Single(await ClaimAsync());
        Clock.Advance(Length - Moment);
        Assert.Empty(await ClaimAsync(owner: "two"));
    }

    [Fact]
    public async Task The_most_urgent_comes_first_and_then_the_order_of_arrival()
    {
        await SubmitAsync(Order("a"), Order("b", priority: 5), Order("c"), Order("d", priority: -1), Order("e", priority: 5));

        Assert.Equal("b e a c d", await ClaimUnitsAsync());
    }

    [Fact]
    public async Task A_claim_takes_no_more_than_it_asks_for()
    {
        await SubmitAsync(Order("a"), Order("b"), Order("c"));

        Assert.Equal("a b", await ClaimUnitsAsync(2));
        Assert.Equal("c", await ClaimUnitsAsync(2));
        Assert.Equal("", await ClaimUnitsAsync(2));
    }

    [Fact]
    public async Task A_claim_looks_only_in_the_queues_it_names()
    {
        await SubmitAsync(Order("a"), Order("b", queue: "sound"), Order("c", queue: "text"));

        var leases = await Jobs.ClaimAsync(new Claim("one", Length, 10) { Queues = ["text", "sound"] }, default);

        Assert.Equal(["b", "c"], leases.Select(lease => lease.Order.Key.Unit));
        Assert.Equal("a", await ClaimUnitsAsync());
    }

    [Fact]
    public async Task What_was_handed_out_in_vain_twice_goes_out_alone()
    {
        await SubmitAsync(Order("deadly", priority: 9), Order("beside"));
        for (var death = 1; death <= 2; death++)
        {
            Assert.Equal(2, (await ClaimAsync(owner: $"victim {death}")).Count);
            await Jobs.AbandonAsync($"victim {death}", default);
        }

        var alone = Assert.Single(await ClaimAsync(owner: "third"));

        Assert.Equal("deadly", alone.Order.Key.Unit);
        Assert.Empty(await ClaimAsync(owner: "third"));
        Assert.Equal("beside", Assert.Single(await ClaimAsync(owner: "fourth")).Order.Key.Unit);
    }

    [Fact]
    public async Task An_offer_repeated_begins_no_second_run()
    {
        var video = A.Video("film.mp4").Contents.Video with { State = VideoState.Accepted };
        var offer = Ordering(Order("1")) with { Change = new CatalogChange.Accept(video) };
        await Jobs.SubmitAsync(offer, default);
        await Jobs.SubmitAsync(offer, default);
        var lease = await ClaimOneAsync();
        Assert.True(await Jobs.CompleteAsync(lease, new() { Change = new CatalogChange.Publish(A.Video("film.mp4"), Final: true) }, default));

        await Jobs.SubmitAsync(offer, default);

        Assert.Empty(await ClaimAsync());
        Assert.Equal([EventTypes.Accepted, EventTypes.Indexed], await EventsAsync());
        Assert.Equal(VideoState.Ok, (await Catalog.FindAsync(video.Id, default))!.State);
    }

    [Fact]
    public async Task A_released_job_is_due_at_once_and_the_delivery_does_not_count()
    {
        var lease = await SubmitAndClaimAsync("1");

        Assert.True(await Jobs.ReleaseAsync(lease, default));
        var again = await ClaimOneAsync("two");

        Assert.Equal((1, 0), (again.Deliveries, again.Failures));
        Assert.True(again.Token > lease.Token);
        Assert.False(await Jobs.ReleaseAsync(lease, default));
    }

    [Fact]
    public async Task What_a_dead_owner_held_is_due_at_once_and_the_deliveries_count()
    {
        await SubmitAsync(Order("a"), Order("b"), Order("c"));
        var dead = await ClaimAsync(2, "dead");
        var alive = await ClaimOneAsync("alive");

        Assert.Equal(2, await Jobs.AbandonAsync("dead", default));

        Assert.Equal([2, 2], (await ClaimAsync(owner: "two")).Select(lease => lease.Deliveries));
        Assert.False(await Jobs.CompleteAsync(dead[0], Nothing, default));
        Assert.True(await Jobs.CompleteAsync(alive, Nothing, default));
        Assert.Equal(0, await Jobs.AbandonAsync("dead", default));
    }

    [Fact]
    public async Task It_is_known_how_long_nothing_will_be_due()
    {
        Assert.Null(await Jobs.NextDueAsync(default));
        await SubmitAsync(Order("1"));
        Assert.Equal(TimeSpan.Zero, await Jobs.NextDueAsync(default));

        var lease = await ClaimOneAsync();
        Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.FromSeconds(20), await Jobs.NextDueAsync(default));

        await Jobs.FailAsync(lease, Passing(), default);
        Assert.InRange((await Jobs.NextDueAsync(default))!.Value, Moment, TimeSpan.FromMilliseconds(300));

        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, await Jobs.NextDueAsync(default));
        await Jobs.CompleteAsync(await ClaimOneAsync(), Nothing, default);
        Assert.Null(await Jobs.NextDueAsync(default));
    }

    [Fact]
    public async Task A_dead_job_is_not_waited_for()
    {
        await SubmitAsync(Order("1"));
        await KillOneAsync();

        Assert.Null(await Jobs.NextDueAsync(default));
    }
}
