using VideoIndex.Jobs;
using VideoIndex.Testing.Contracts;
using VideoIndex.Testing.Memory;

namespace VideoIndex.Tests.Jobs;

public sealed class MemoryDoorbellTests : DoorbellContract
{
    private readonly FakeTimeProvider _clock = new();

    public MemoryDoorbellTests() => Doorbell = new MemoryDoorbell(_clock);

    protected override IDoorbell Doorbell { get; }

    protected override Task PassAsync(TimeSpan time)
    {
        _clock.Advance(time);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_bell_may_be_made_to_lose_every_ring() => Assert.Equal(0, await RingAsync(new RingFaults { Lost = 1 }));

    [Fact]
    public async Task A_bell_may_be_made_to_double_every_ring() => Assert.Equal(20, await RingAsync(new RingFaults { Doubled = 1 }));

    [Fact]
    public async Task A_bell_may_be_made_to_ring_late()
    {
        Assert.Equal(0, await RingAsync(new RingFaults { Delayed = 1 }));
        Assert.Equal(10, await RingAsync(new RingFaults { Delayed = 1 }, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Its_faults_are_the_same_for_the_same_seed()
    {
        var faults = new RingFaults { Lost = 0.3, Doubled = 0.5 };

        Assert.Equal(await RingAsync(faults), await RingAsync(faults));
        Assert.InRange(await RingAsync(faults), 3, 17);
    }

    private static async Task<int> RingAsync(RingFaults faults, TimeSpan after = default)
    {
        var clock = new FakeTimeProvider();
        var bell = new MemoryDoorbell(clock, faults, seed: 7);
        for (var ring = 0; ring < 10; ring++)
        {
            await bell.RingAsync("frames", default);
        }

        clock.Advance(after);
        return bell.Rings;
    }
}
