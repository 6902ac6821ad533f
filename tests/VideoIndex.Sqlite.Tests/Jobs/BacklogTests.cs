using Microsoft.Data.Sqlite;
using VideoIndex.Jobs;
using VideoIndex.Sqlite.Storage;

namespace VideoIndex.Sqlite.Tests.Jobs;

public sealed class BacklogTests : IDisposable
{
    private readonly Shop _shop = new();

    [Theory]
    [InlineData("SELECT number FROM job WHERE state IN ('ready', 'leased') AND (due_ms <= 1 OR boot <> 'b') AND queue = 'q' ORDER BY priority DESC, number LIMIT 1", "job_urgent_in_queue (queue=?)")]
    [InlineData("SELECT number FROM job WHERE state IN ('ready', 'leased') AND (due_ms <= 1 OR boot <> 'b') ORDER BY priority DESC, number LIMIT 1", "job_urgent")]
    [InlineData("SELECT min(due_ms) FROM job WHERE state IN ('ready', 'leased') AND boot = 'b'", "job_due (boot=?)")]
    [InlineData("SELECT 1 FROM job WHERE fan_in = 'f' AND state IN ('ready', 'leased')", "job_part (fan_in=?)")]
    [InlineData("SELECT 1 FROM job WHERE state = 'leased' AND owner = 'o'", "job_owner (owner=?)")]
    [InlineData("SELECT 1 FROM job WHERE video = 'v' AND run = 1 AND state IN ('ready', 'leased', 'dead')", "(video=? AND run=?)")]
    public void What_is_asked_often_is_found_without_reading_the_backlog(string query, string plan)
    {
        using var connection = new SqliteConnection($"Data Source={_shop.File};Pooling=False");
        connection.Open();

        var plans = connection.Rows($"EXPLAIN QUERY PLAN {query}", row => row.GetString(3));

        Assert.Contains(plan, Assert.Single(plans), StringComparison.Ordinal);
        Assert.DoesNotContain(plans, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Queues_named_together_are_served_in_one_order()
    {
        await _shop.OrderAsync(
            Shop.Order("1", stage: "a"), Shop.Order("2", stage: "b", priority: 1), Shop.Order("3", stage: "c", priority: 9), Shop.Order("4", stage: "a", priority: 1), Shop.Order("5", stage: "b"));

        var leases = await _shop.Jobs.ClaimAsync(new Claim("me", TimeSpan.FromMinutes(1), 3) { Queues = ["queue b", "queue a", "queue z"] }, default);

        Assert.Equal(["2", "4", "1"], leases.Select(lease => lease.Order.Key.Unit));
    }

    public void Dispose() => _shop.Dispose();
}
