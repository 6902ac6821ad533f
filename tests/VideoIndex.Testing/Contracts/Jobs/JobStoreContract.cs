using System.Text;
using VideoIndex.Events;
using VideoIndex.Jobs;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Contracts.Jobs;

/// <summary>
/// What every job store must do. A store's tests derive from it and supply the store, with <see cref="Clock"/> as its clock
/// and the default <see cref="RetryRules"/>.
/// </summary>
public abstract partial class JobStoreContract
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);
    private static readonly VideoId Film = A.Id("film.mp4");

    /// <summary>The clock the store is to be given.</summary>
    protected FakeTimeProvider Clock { get; } = new();

    protected abstract IJobStore Jobs { get; }

    protected abstract ICatalog Catalog { get; }

    protected abstract IOutbox Outbox { get; }

    private static Failure Passing(string code = "fault") => new(FailureKind.Transient, code, "It broke.", $"{code} at Stage.Run");

    private static Failure Lasting(string code = "unreadable") => new(FailureKind.Permanent, code, "It is broken.", $"{code} at Stage.Run");

    private static JobOrder Order(string unit, string stage = "cut", int run = 1, int priority = 0, string? fanIn = null, string queue = "frames") =>
        new(new JobKey(stage, Film, run, unit), queue, $"{{\"unit\":\"{unit}\"}}") { Priority = priority, FanIn = fanIn };

    private static Effects Nothing => new();

    private static Effects Ordering(params JobOrder[] orders) => new() { Orders = orders };

    private static Effects Finding(string text) => new() { Finding = Encoding.UTF8.GetBytes(text) };

    private static string Read(ReadOnlyMemory<byte> body) => Encoding.UTF8.GetString(body.Span);

    private Task SubmitAsync(params JobOrder[] orders) => Jobs.SubmitAsync(Ordering(orders), default);

    private Task<IReadOnlyList<Lease>> ClaimAsync(int most = 100, string owner = "one") => Jobs.ClaimAsync(new Claim(owner, Length, most), default);

    private async Task<Lease> ClaimOneAsync(string owner = "one") => Assert.Single(await ClaimAsync(1, owner));

    private async Task<string> ClaimUnitsAsync(int most = 100) => string.Join(' ', (await ClaimAsync(most)).Select(lease => lease.Order.Key.Unit));

    private async Task<Lease> SubmitAndClaimAsync(string unit, string owner = "one")
    {
        await SubmitAsync(Order(unit));
        return await ClaimOneAsync(owner);
    }

    /// <summary>Claims the only job due and gives it up for good.</summary>
    private async Task<long> KillOneAsync(string code = "unreadable")
    {
        var lease = await ClaimOneAsync();
        Assert.True(await Jobs.FailAsync(lease, Lasting(code), default));
        return lease.Job;
    }

    private async Task<Job> FindAsync(long number) => (await Jobs.FindAsync(number, default))!;

    private async Task<IReadOnlyList<string>> EventsAsync() => [.. (await Outbox.ReadAsync(0, 1000, default)).Select(happened => happened.Type)];
}
