namespace VideoIndex.Sqlite.Tests.Jobs;

public sealed class ProgramsTests : IDisposable
{
    private readonly Shop _shop = new();

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
    public async Task Many_who_claim_at_once_never_get_the_same_job()
    {
        await _shop.OrderAsync([.. Enumerable.Range(0, 200).Select(at => Shop.Order($"{at}"))]);
        var other = _shop.Open("boot 1");

        var claims = await Task.WhenAll(Enumerable.Range(0, 100).Select(at => _shop.ClaimAsync(most: 3, jobs: at % 2 == 0 ? other.Jobs : _shop.Jobs)));

        var leases = claims.SelectMany(claim => claim).ToList();
        Assert.Equal(200, leases.Count);
        Assert.Equal(200, leases.DistinctBy(lease => lease.Job).Count());
        Assert.Equal(200, leases.DistinctBy(lease => lease.Token).Count());
    }

    public void Dispose() => _shop.Dispose();
}
