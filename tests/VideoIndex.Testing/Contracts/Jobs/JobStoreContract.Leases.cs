using VideoIndex.Jobs;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts.Jobs;

/// <content>How long a lease holds, and what it is worth afterwards.</content>
public abstract partial class JobStoreContract
{
    [Fact]
    public async Task Who_keeps_silent_is_overtaken()
    {
        var lease = await SubmitAndClaimAsync("1", "silent");

        Clock.Advance(Length);
        var next = await ClaimOneAsync("two");

        Assert.Equal((lease.Job, 2), (next.Job, next.Deliveries));
        Assert.True(next.Token > lease.Token);
        Assert.Equal("two", (await FindAsync(lease.Job)).Owner);
    }

    [Fact]
    public async Task Tokens_rise_from_lease_to_lease()
    {
        await SubmitAsync(Order("a"), Order("b"), Order("c"));

        var tokens = (await ClaimAsync()).Select(lease => lease.Token).ToList();

        Assert.Equal(3, tokens.Distinct().Count());
        Clock.Advance(Length);
        Assert.All(await ClaimAsync(), lease => Assert.True(lease.Token > tokens.Max()));
    }

    [Fact]
    public async Task Who_was_overtaken_changes_nothing()
    {
        var zombie = await SubmitAndClaimAsync("1", "zombie");
        Clock.Advance(Length);
        var lease = await ClaimOneAsync("two");

        Assert.False(await Jobs.HeartbeatAsync(zombie, 99, default));
        Assert.False(await Jobs.FailAsync(zombie, Lasting(), default));
        Assert.False(await Jobs.ReleaseAsync(zombie, default));
        Assert.False(await Jobs.CompleteAsync(
            zombie,
            new Effects { Finding = new byte[1], Orders = [Order("2")], Change = new CatalogChange.Accept(A.Video("film.mp4").Contents.Video) },
            default));

        Assert.Equal((JobState.Leased, "two", 0L), await StandingAsync(lease.Job));
        Assert.Empty(await ClaimAsync());
        Assert.Null(await Jobs.ReadFindingAsync(lease.Order.Key, default));
        Assert.Null(await Catalog.FindAsync(Film, default));
        Assert.Empty(await EventsAsync());
        Assert.True(await Jobs.CompleteAsync(lease, Nothing, default));
    }

    [Fact]
    public async Task A_job_ends_once()
    {
        var lease = await SubmitAndClaimAsync("1");
        Assert.True(await Jobs.CompleteAsync(lease, Ordering(Order("2")), default));

        Assert.False(await Jobs.CompleteAsync(lease, Ordering(Order("3")), default));
        Assert.False(await Jobs.FailAsync(lease, Lasting(), default));
        Assert.False(await Jobs.ReleaseAsync(lease, default));
        Assert.False(await Jobs.HeartbeatAsync(lease, 1, default));

        Assert.Equal("2", await ClaimUnitsAsync());
    }

    [Fact]
    public async Task A_failed_try_ends_its_lease()
    {
        var lease = await SubmitAndClaimAsync("1");
        Assert.True(await Jobs.FailAsync(lease, Passing(), default));

        Assert.False(await Jobs.FailAsync(lease, Passing(), default));
        Assert.False(await Jobs.CompleteAsync(lease, Nothing, default));

        Assert.Equal(1, (await FindAsync(lease.Job)).Failures);
    }

    [Fact]
    public async Task A_lease_that_ran_out_holds_until_somebody_takes_the_job()
    {
        var lease = await SubmitAndClaimAsync("1");
        Clock.Advance(Length * 3);

        Assert.True(await Jobs.CompleteAsync(lease, Nothing, default));
    }

    [Fact]
    public async Task A_heartbeat_extends_the_lease_while_the_work_moves_on()
    {
        var lease = await SubmitAndClaimAsync("1");
        for (var progress = 1; progress <= 5; progress++)
        {
            Clock.Advance(Length - Moment);
            Assert.True(await Jobs.HeartbeatAsync(lease, progress, default));
            Assert.Empty(await ClaimAsync(owner: "two"));
        }

        Assert.Equal((JobState.Leased, "one", 5L), await StandingAsync(lease.Job));
        Clock.Advance(Length);
        Assert.Single(await ClaimAsync(owner: "two"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public async Task A_heartbeat_without_progress_extends_nothing(long stuckAt)
    {
        var lease = await SubmitAndClaimAsync("1");
        await Jobs.HeartbeatAsync(lease, stuckAt, default);

        Clock.Advance(Length / 2);
        Assert.True(await Jobs.HeartbeatAsync(lease, stuckAt, default));
        Assert.True(await Jobs.HeartbeatAsync(lease, stuckAt / 2, default)); // nor does going back
        Clock.Advance(Length / 2);

        Assert.Single(await ClaimAsync(owner: "two"));
        Assert.False(await Jobs.HeartbeatAsync(lease, stuckAt + 1, default));
    }

    [Fact]
    public async Task Progress_starts_anew_with_every_delivery()
    {
        var first = await SubmitAndClaimAsync("1");
        await Jobs.HeartbeatAsync(first, 100, default);
        await Jobs.ReleaseAsync(first, default);
        var second = await ClaimOneAsync();

        Clock.Advance(Length - Moment);
        Assert.True(await Jobs.HeartbeatAsync(second, 1, default));
        Clock.Advance(Length - Moment);

        Assert.Empty(await ClaimAsync(owner: "two"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_jump_of_the_time_of_day_moves_no_lease_and_no_wait(int hours)
    {
        var held = await SubmitAndClaimAsync("held");
        await SubmitAsync(Order("waits"));
        await Jobs.FailAsync(await ClaimOneAsync(), Passing(), default);

        Clock.Jump(TimeSpan.FromHours(hours));
        Assert.Empty(await ClaimAsync(owner: "two"));

        Clock.Advance(Length);
        Assert.Equal("held waits", await ClaimUnitsAsync());
        Assert.False(await Jobs.CompleteAsync(held, Nothing, default));
    }

    private async Task<(JobState State, string? Owner, long Progress)> StandingAsync(long number)
    {
        var job = await FindAsync(number);
        return (job.State, job.Owner, job.Progress);
    }
}
