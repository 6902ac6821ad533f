using System.Text;
using VideoIndex.Jobs;
using VideoIndex.Testing.Contracts;
using VideoIndex.Videos;

namespace VideoIndex.Sqlite.Tests.Jobs;

public sealed class RunTests : IDisposable
{
    private readonly Shop _shop = new();

    [Fact]
    public async Task A_fan_in_without_parts_is_closed_at_once_and_one_that_lies_about_them_is_refused()
    {
        await _shop.Jobs.SubmitAsync(new Effects { FanIns = [new FanIn("none", 0, Shop.Order("", stage: "assemble"))] }, default);
        Assert.Equal("assemble  Ready", await _shop.ListAsync());

        await Assert.ThrowsAsync<ArgumentException>(() => _shop.Jobs.SubmitAsync(
            new Effects { Orders = [Shop.Order("a", fanIn: "two")], FanIns = [new FanIn("two", 2, Shop.Order("", stage: "assemble"))] }, default));
    }

    [Fact]
    public async Task A_dead_part_retried_after_the_run_is_over_is_put_into_the_result()
    {
        await FanOutAsync("a", "b");
        await _shop.Jobs.FailAsync(await _shop.ClaimOneAsync(), Shop.Failure(FailureKind.Permanent), default);
        await _shop.Jobs.CompleteAsync(await _shop.ClaimOneAsync(), Shop.Found("B"), default);
        await _shop.Jobs.CompleteAsync(await _shop.ClaimOneAsync(), new Effects { Change = Shop.Publish(said: "0-1 half") }, default);
        Assert.Equal("split  Done, work a Dead, work b Done, assemble  Done", await _shop.ListAsync());

        await _shop.Jobs.RetryAsync(2, default);
        await _shop.Jobs.CompleteAsync(await _shop.ClaimOneAsync(), Shop.Found("A"), default);

        var anew = await _shop.ClaimOneAsync();
        Assert.Equal("assemble", anew.Order.Key.Stage);
        Assert.Equal("a=A b=B", await FindingsAsync());
        await _shop.Jobs.CompleteAsync(anew, new Effects { Change = Shop.Publish(said: "0-1 whole") }, default);
        Assert.Equal(("", ""), (await _shop.ListAsync(), await FindingsAsync()));
        Assert.Single((await _shop.Library.Moments.SearchAsync(A.Asked("whole", 9), default)).Moments);
    }

    [Fact]
    public async Task A_retry_overtakes_the_result_that_was_on_its_way_without_it()
    {
        await FanOutAsync("a", "b");
        await _shop.Jobs.FailAsync(await _shop.ClaimOneAsync(), Shop.Failure(FailureKind.Permanent), default);
        await _shop.Jobs.CompleteAsync(await _shop.ClaimOneAsync(), Shop.Found("B"), default);
        var assemble = await _shop.ClaimOneAsync();
        await _shop.Jobs.RetryAsync(2, default);
        var part = await _shop.ClaimOneAsync();

        Assert.False(await _shop.Jobs.CompleteAsync(assemble, new Effects { Change = Shop.Publish() }, default));
        Assert.True(await _shop.Jobs.CompleteAsync(part, Shop.Found("A"), default));
        Assert.Equal(("assemble", "a=A b=B"), ((await _shop.ClaimOneAsync()).Order.Key.Stage, await FindingsAsync()));
    }

    [Fact]
    public async Task The_last_dead_job_of_a_run_that_is_over_takes_the_findings_with_it()
    {
        await FanOutAsync("a", "b");
        await _shop.Jobs.FailAsync(await _shop.ClaimOneAsync(), Shop.Failure(FailureKind.Permanent), default);
        await _shop.Jobs.CompleteAsync(await _shop.ClaimOneAsync(), Shop.Found("B"), default);
        await _shop.Jobs.CompleteAsync(await _shop.ClaimOneAsync(), new Effects { Change = Shop.Publish() }, default);
        Assert.Equal("b=B", await FindingsAsync());

        await _shop.Jobs.DiscardAsync(2, default);

        Assert.Equal(("", ""), (await _shop.ListAsync(), await FindingsAsync()));
    }

    [Fact]
    public async Task The_end_of_a_run_forgets_its_jobs_and_says_what_they_took()
    {
        await FanOutAsync("a", "b");
        await _shop.Jobs.SubmitAsync(new Effects { Orders = [Shop.Order("coarse", stage: "survey", priority: -1)] }, default);
        foreach (var part in await _shop.ClaimAsync(most: 2))
        {
            _shop.Clock.Advance(TimeSpan.FromSeconds(2));
            await _shop.Jobs.CompleteAsync(part, Shop.Found("x"), default);
        }

        var last = await _shop.ClaimOneAsync();
        var coarse = await _shop.ClaimOneAsync();
        await _shop.Jobs.CompleteAsync(last, new Effects { Change = Shop.Publish(), Cost = new JobCost(1, 2, 3) }, default);

        Assert.Equal(("", ""), (await _shop.ListAsync(), await FindingsAsync()));
        Assert.False(await _shop.Jobs.CompleteAsync(coarse, new Effects(), default));
        var video = (await _shop.Library.Catalog.FindAsync(Shop.Video, default))!;
        Assert.Equal(4000, video.Meter!.WallMilliseconds);
        Assert.Equal(
            [new StageCost("split", 1, default), new StageCost("work", 2, new JobCost(20, 40, 60)), new StageCost("assemble", 1, new JobCost(1, 2, 3))],
            video.Meter.Stages);
    }

    [Fact]
    public async Task A_newer_run_forgets_the_older_and_overtakes_its_workers()
    {
        await FanOutAsync("a", "b");
        var old = await _shop.ClaimOneAsync();
        await _shop.Jobs.FailAsync(await _shop.ClaimOneAsync(), Shop.Failure(FailureKind.Permanent), default);

        await _shop.Jobs.SubmitAsync(
            new Effects { Change = new CatalogChange.Accept(Shop.AcceptedVideo(run: 2)), Orders = [Shop.Order("a", run: 2)] }, default);

        Assert.False(await _shop.Jobs.CompleteAsync(old, Shop.Found("old"), default));
        Assert.Equal("work a Ready", await _shop.ListAsync());
    }

    public void Dispose() => _shop.Dispose();

    // Accepts the video and splits it into parts, which "assemble" waits for.
    private async Task FanOutAsync(params string[] units)
    {
        await _shop.Jobs.SubmitAsync(
            new Effects { Change = new CatalogChange.Accept(Shop.AcceptedVideo()), Orders = [Shop.Order("", stage: "split")] }, default);
        var split = await _shop.ClaimOneAsync();
        await _shop.Jobs.CompleteAsync(
            split,
            new Effects
            {
                Orders = [.. units.Select(unit => Shop.Order(unit, fanIn: "parts"))],
                FanIns = [new FanIn("parts", units.Length, Shop.Order("", stage: "assemble"))],
            },
            default);
    }

    private async Task<string> FindingsAsync() => string.Join(
        ' ', (await _shop.Jobs.ReadFindingsAsync("work", Shop.Video, 1, default)).Select(finding => $"{finding.Unit}={Encoding.UTF8.GetString(finding.Body.Span)}"));
}
