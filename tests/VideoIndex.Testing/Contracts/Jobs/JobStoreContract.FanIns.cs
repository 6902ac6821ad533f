using VideoIndex.Jobs;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts.Jobs;

/// <content>What waits for parts.</content>
public abstract partial class JobStoreContract
{
    private static readonly JobOrder Then = Order("", stage: "assemble", queue: "assembly");

    private static Effects Parts(int parts, JobOrder? then = null) => new()
    {
        Orders = [.. Enumerable.Range(1, parts).Select(at => Order($"{at}", fanIn: "parts"))],
        FanIns = [new FanIn("parts", parts, then ?? Then)],
    };

    [Fact]
    public async Task What_waits_for_parts_is_ordered_once_when_the_last_is_done()
    {
        await Jobs.CompleteAsync(await SubmitAndClaimAsync("plan"), Parts(3), default);
        var parts = await ClaimAsync();
        Assert.Equal(3, parts.Count);

        await Jobs.CompleteAsync(parts[2], Nothing, default);
        await Jobs.CompleteAsync(parts[0], Nothing, default);
        Assert.Empty(await ClaimAsync());

        await Jobs.CompleteAsync(parts[1], Nothing, default);
        Assert.Equal(Then, (await ClaimOneAsync()).Order);
        Assert.Empty(await ClaimAsync());
    }

    [Fact]
    public async Task A_dead_part_holds_nothing_up()
    {
        await Jobs.SubmitAsync(Parts(3), default);
        var parts = await ClaimAsync();

        await Jobs.FailAsync(parts[0], Lasting(), default);
        await Jobs.CompleteAsync(parts[1], Nothing, default);
        Assert.Empty(await ClaimAsync());
        await Jobs.FailAsync(parts[2], Lasting(), default);

        Assert.Equal(Then, (await ClaimOneAsync()).Order);
    }

    [Fact]
    public async Task A_discarded_part_counts_once()
    {
        await Jobs.SubmitAsync(Parts(2), default);
        var parts = await ClaimAsync();

        await Jobs.FailAsync(parts[0], Lasting(), default);
        await Jobs.DiscardAsync(parts[0].Job, default);
        Assert.Empty(await ClaimAsync());
        await Jobs.CompleteAsync(parts[1], Nothing, default);

        Assert.Equal(Then, (await ClaimOneAsync()).Order);
    }

    [Fact]
    public async Task A_part_that_will_be_tried_again_is_waited_for()
    {
        await Jobs.SubmitAsync(Parts(2), default);
        var parts = await ClaimAsync();
        await Jobs.CompleteAsync(parts[1], Nothing, default);

        await Jobs.FailAsync(parts[0], Passing(), default);
        Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("1", await ClaimUnitsAsync());
    }

    [Fact]
    public async Task A_part_done_by_a_worker_that_was_overtaken_counts_once()
    {
        await Jobs.SubmitAsync(Parts(2), default);
        var zombies = await ClaimAsync();
        Clock.Advance(Length);
        var parts = await ClaimAsync(owner: "two");
        await Jobs.CompleteAsync(parts[0], Nothing, default);

        Assert.False(await Jobs.CompleteAsync(zombies[0], Nothing, default));
        Assert.False(await Jobs.CompleteAsync(zombies[1], Nothing, default));
        Assert.Empty(await ClaimAsync());

        await Jobs.CompleteAsync(parts[1], Nothing, default);
        Assert.Equal(Then, (await ClaimOneAsync()).Order);
    }

    [Fact]
    public async Task A_part_whose_workers_died_counts_too()
    {
        await Jobs.SubmitAsync(Parts(1), default);
        for (var delivery = 1; delivery <= Rules.MostDeliveries; delivery++)
        {
            await ClaimOneAsync();
            await Jobs.AbandonAsync("one", default);
        }

        Assert.Empty((await ClaimAsync()).Where(lease => lease.Order.FanIn is not null)); // buries it; what follows may come with this claim or the next

        Assert.Contains(await Jobs.ListAsync(new JobFilter(), default), job => job.Order == Then);
    }

    [Fact]
    public async Task What_waits_for_no_parts_is_ordered_at_once()
    {
        await Jobs.SubmitAsync(Parts(0), default);

        Assert.Equal(Then, (await ClaimOneAsync()).Order);
    }

    [Fact]
    public async Task What_waits_may_itself_be_a_part()
    {
        var whole = Order("", stage: "whole");
        await Jobs.SubmitAsync(Parts(1, Then with { FanIn = "outer" }) with { FanIns = [new FanIn("parts", 1, Then with { FanIn = "outer" }), new FanIn("outer", 1, whole)] }, default);

        await Jobs.CompleteAsync(await ClaimOneAsync(), Nothing, default);
        await Jobs.CompleteAsync(await ClaimOneAsync(), Nothing, default);

        Assert.Equal(whole, (await ClaimOneAsync()).Order);
    }

    [Fact]
    public async Task A_part_ordered_twice_is_one_part()
    {
        await Jobs.SubmitAsync(Parts(2), default);
        await Jobs.SubmitAsync(Parts(2), default);

        var parts = await ClaimAsync();
        Assert.Equal(2, parts.Count);
        await Jobs.CompleteAsync(parts[0], Nothing, default);
        Assert.Empty(await ClaimAsync());
        await Jobs.CompleteAsync(parts[1], Nothing, default);
        Assert.Equal(Then, (await ClaimOneAsync()).Order);
    }

    [Fact]
    public async Task A_part_retried_in_time_is_waited_for_again()
    {
        await Jobs.SubmitAsync(Parts(2), default);
        var parts = await ClaimAsync();
        await Jobs.FailAsync(parts[0], Lasting(), default);
        await Jobs.RetryAsync(parts[0].Job, default);

        await Jobs.CompleteAsync(parts[1], Nothing, default);
        var retried = await ClaimOneAsync();
        Assert.Equal("1", retried.Order.Key.Unit);
        await Jobs.CompleteAsync(retried, Nothing, default);

        Assert.Equal(Then, (await ClaimOneAsync()).Order);
    }

    [Fact]
    public async Task A_part_retried_late_has_all_that_followed_done_anew()
    {
        await Catalog.ApplyAsync(new CatalogChange.Accept(A.Video("film.mp4").Contents.Video), default);
        await Jobs.SubmitAsync(Parts(2), default);
        var parts = await ClaimAsync();
        await Jobs.CompleteAsync(parts[1], Finding("second"), default);
        await Jobs.FailAsync(parts[0], Lasting(), default);
        await FinishAsync(VideoState.Degraded);

        Assert.True(await Jobs.RetryAsync(parts[0].Job, default));
        Assert.Equal("second", Read((await Jobs.ReadFindingAsync(parts[1].Order.Key, default))!.Value));
        await Jobs.CompleteAsync(await ClaimOneAsync(), Finding("first"), default);
        await FinishAsync(VideoState.Ok);

        Assert.Equal(VideoState.Ok, (await Catalog.FindAsync(Film, default))!.State);
        Assert.Null(await Jobs.FindAsync(parts[0].Job, default));
        Assert.Null(await Jobs.ReadFindingAsync(parts[1].Order.Key, default));
    }

    /// <summary>Does what follows the parts: assembles, and publishes what is final.</summary>
    private async Task FinishAsync(VideoState state)
    {
        var assemble = await ClaimOneAsync();
        Assert.Equal(Then, assemble.Order);
        await Jobs.CompleteAsync(assemble, Ordering(Order("", stage: "index")), default);

        var index = await ClaimOneAsync();
        Assert.Equal("index", index.Order.Key.Stage);
        var video = A.Video("film.mp4").With(contents => contents with { Video = contents.Video with { State = state } });
        Assert.True(await Jobs.CompleteAsync(index, new Effects { Change = new CatalogChange.Publish(video, Final: true) }, default));
    }
}
