using VideoIndex.Jobs;
using VideoIndex.Pipeline.Running;
using VideoIndex.Testing.Contracts;

namespace VideoIndex.Pipeline.Tests.Running;

public sealed class LocalDoorbellTests : DoorbellContract
{
    private readonly FakeTimeProvider _clock = new();

    public LocalDoorbellTests() => Doorbell = new LocalDoorbell(_clock);

    protected override IDoorbell Doorbell { get; }

    protected override Task PassAsync(TimeSpan time)
    {
        _clock.Advance(time);
        return Task.CompletedTask;
    }
}
