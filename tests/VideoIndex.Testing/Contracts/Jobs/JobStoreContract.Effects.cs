using VideoIndex.Events;
using VideoIndex.Jobs;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts.Jobs;

/// <content>What a job changes, and when its run is over.</content>
public abstract partial class JobStoreContract
{
    private static readonly Video Offered = A.Video("film.mp4").Contents.Video;

    private static CatalogChange.Publish Publish(bool final = true) => new(A.Video("film.mp4").Shots("0"), final);

    [Fact]
    public async Task All_that_a_job_changes_happens_with_its_end()
    {
        var lease = await SubmitAndClaimAsync("1");

        await Jobs.CompleteAsync(lease, Finding("a cut at 7") with { Orders = [Order("2")], Change = new CatalogChange.Accept(Offered) }, default);

        Assert.Equal(JobState.Done, (await FindAsync(lease.Job)).State);
        Assert.Equal("a cut at 7", Read((await Jobs.ReadFindingAsync(lease.Order.Key, default))!.Value));
        Assert.Equal(VideoState.Accepted, (await Catalog.FindAsync(Film, default))!.State);
        Assert.Equal([EventTypes.Accepted], await EventsAsync());
        Assert.Equal("2", await ClaimUnitsAsync());
    }

    [Fact]
    public async Task What_cannot_be_stored_whole_is_not_stored_in_part()
    {
        var lease = await SubmitAndClaimAsync("1");
        var broken = A.Video("film.mp4").With(contents => contents with { Tags = null! });

        await Assert.ThrowsAnyAsync<Exception>(() => Jobs.CompleteAsync(
            lease, Finding("half") with { Orders = [Order("2")], Change = new CatalogChange.Publish(broken, Final: false) }, default));

        Assert.Empty(await ClaimAsync());
        Assert.Null(await Jobs.ReadFindingAsync(lease.Order.Key, default));
        Assert.Null(await Catalog.FindAsync(Film, default));
        Assert.Empty(await EventsAsync());
        Assert.True(await Jobs.CompleteAsync(lease, Nothing, default));
    }

    [Fact]
    public async Task Asking_twice_is_asking_once()
    {
        await SubmitAsync(Order("1"), Order("1"));
        await SubmitAsync(Order("1", priority: 9));
        var lease = Assert.Single(await ClaimAsync());

        await SubmitAsync(Order("1"));
        Assert.Empty(await ClaimAsync());
        await Jobs.CompleteAsync(lease, Ordering(Order("1"), Order("2")), default);
        Assert.Equal("2", await ClaimUnitsAsync());

        await SubmitAsync(Order("3"));
        await KillOneAsync();
        await SubmitAsync(Order("3"));
        Assert.Empty(await ClaimAsync());
    }

    [Fact]
    public async Task Another_stage_or_run_or_unit_is_another_job()
    {
        await SubmitAsync(Order("1"), Order("2"), Order("1", stage: "listen"), Order("1", run: 2));

        Assert.Equal(4, (await ClaimAsync()).Count);
    }

    [Fact]
    public async Task Findings_of_a_stage_come_by_unit()
    {
        await SubmitAsync(Order("b"), Order("a10"), Order("a9"), Order("B"), Order("none"), Order("a", stage: "listen"), Order("a", run: 2));
        foreach (var lease in await ClaimAsync())
        {
            await Jobs.CompleteAsync(lease, lease.Order.Key.Unit == "none" ? Nothing : Finding($"found {lease.Order.Key.Unit}"), default);
        }

        var findings = await Jobs.ReadFindingsAsync("cut", Film, 1, default);

        Assert.Equal(["B found B", "a10 found a10", "a9 found a9", "b found b"], findings.Select(finding => $"{finding.Unit} {Read(finding.Body)}"));
        Assert.Null(await Jobs.ReadFindingAsync(Order("none").Key, default));
        Assert.Empty(await Jobs.ReadFindingsAsync("cut", A.Id("other"), 1, default));
    }

    [Fact]
    public async Task An_empty_finding_is_a_finding()
    {
        await Jobs.CompleteAsync(await SubmitAndClaimAsync("1"), Finding(""), default);

        Assert.Equal(0, (await Jobs.ReadFindingAsync(Order("1").Key, default))!.Value.Length);
    }

    [Fact]
    public async Task A_large_finding_comes_back_whole()
    {
        var body = new byte[3_000_000];
        new Random(1).NextBytes(body);

        await Jobs.CompleteAsync(await SubmitAndClaimAsync("1"), new Effects { Finding = body }, default);

        var finding = await Jobs.ReadFindingAsync(Order("1").Key, default);
        Assert.True(finding!.Value.Span.SequenceEqual(body));
    }

    [Fact]
    public async Task A_run_is_over_with_its_final_result()
    {
        await SubmitAsync(Order("found"), Order("at work"), Order("next run", run: 2));
        var leases = await ClaimAsync();
        await Jobs.CompleteAsync(leases[0], Finding("x"), default);
        var last = await SubmitAndClaimAsync("last");

        await Jobs.CompleteAsync(last, new Effects { Change = Publish() }, default);

        Assert.Null(await Jobs.ReadFindingAsync(leases[0].Order.Key, default));
        Assert.Null(await Jobs.FindAsync(last.Job, default));
        Assert.False(await Jobs.CompleteAsync(leases[1], Nothing, default));
        Assert.True(await Jobs.CompleteAsync(leases[2], Nothing, default));
        Assert.Equal([EventTypes.Indexed], await EventsAsync());
    }

    [Fact]
    public async Task What_the_end_of_a_run_orders_is_done_all_the_same_and_may_then_be_ordered_anew()
    {
        var last = await SubmitAndClaimAsync("last");
        await Jobs.CompleteAsync(last, new Effects { Change = Publish(), Orders = [Order("after")] }, default);

        var after = Assert.Single(await ClaimAsync());
        await SubmitAsync(Order("after"));
        Assert.Empty(await ClaimAsync()); // it is at work
        Assert.True(await Jobs.CompleteAsync(after, Nothing, default));

        Assert.Null(await Jobs.FindAsync(after.Job, default));
        await SubmitAsync(Order("after"));
        Assert.Equal("after", await ClaimUnitsAsync());
    }

    [Fact]
    public async Task What_is_not_final_ends_no_run()
    {
        var lease = await SubmitAndClaimAsync("1");
        await Jobs.CompleteAsync(lease, Finding("x") with { Change = Publish(final: false) }, default);

        Assert.NotNull(await Jobs.ReadFindingAsync(lease.Order.Key, default));
        Assert.Equal(JobState.Done, (await FindAsync(lease.Job)).State);
    }

    [Fact]
    public async Task A_new_run_overtakes_the_one_before()
    {
        await SubmitAsync(Order("found"), Order("at work"), Order("waits", priority: -1));
        var leases = await ClaimAsync(2);
        await Jobs.CompleteAsync(leases[0], Finding("old"), default);

        await Jobs.SubmitAsync(new Effects { Change = new CatalogChange.Accept(Offered with { Run = 2 }), Orders = [Order("found", run: 2)] }, default);

        Assert.False(await Jobs.CompleteAsync(leases[1], Nothing, default));
        Assert.Null(await Jobs.ReadFindingAsync(leases[0].Order.Key, default));
        Assert.Equal(2, (await ClaimOneAsync()).Order.Key.Run);
    }

    [Fact]
    public async Task A_refused_video_has_no_work_left()
    {
        await SubmitAsync(Order("probe"), Order("waits"));
        var lease = await ClaimOneAsync();

        await Jobs.CompleteAsync(lease, Finding("x") with { Change = new CatalogChange.Refuse(Offered with { State = VideoState.Rejected }) }, default);

        Assert.Empty(await ClaimAsync());
        Assert.Null(await Jobs.NextDueAsync(default));
        Assert.Null(await Jobs.ReadFindingAsync(lease.Order.Key, default));
    }

    [Fact]
    public async Task A_removed_video_has_no_work_left()
    {
        await Jobs.SubmitAsync(new Effects { Change = new CatalogChange.Accept(Offered), Orders = [Order("1"), Order("2")] }, default);
        var lease = await ClaimOneAsync();

        await Catalog.RemoveAsync(Film, default);

        Assert.False(await Jobs.CompleteAsync(lease, new Effects { Change = Publish() }, default));
        Assert.Empty(await ClaimAsync());
        Assert.Null(await Catalog.FindAsync(Film, default));
    }

    [Fact]
    public async Task The_meter_adds_up_what_the_jobs_of_the_run_took()
    {
        await SubmitAsync(Order("1", stage: "survey", priority: 1), Order("1"), Order("2"), Order("1", run: 2, priority: -1));
        Clock.Advance(TimeSpan.FromSeconds(5)); // waiting is not work
        foreach (var lease in await ClaimAsync(3))
        {
            Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Jobs.CompleteAsync(lease, new Effects { Cost = new JobCost(100, 30, 7) }, default);
        }

        Clock.Advance(TimeSpan.FromMilliseconds(200));
        var last = await SubmitAndClaimAsync("3");
        await Jobs.CompleteAsync(last, new Effects { Cost = new JobCost(1, 2, 3), Change = Publish() }, default);

        var meter = (await Catalog.FindAsync(Film, default))!.Meter!;
        Assert.Equal(500, meter.WallMilliseconds);
        Assert.Equal([new StageCost("survey", 1, new JobCost(100, 30, 7)), new StageCost("cut", 3, new JobCost(201, 62, 17))], meter.Stages);
    }
}
