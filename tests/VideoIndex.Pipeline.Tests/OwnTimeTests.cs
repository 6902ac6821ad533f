using VideoIndex.Jobs;

namespace VideoIndex.Pipeline.Tests;

public sealed class OwnTimeTests
{
    [Fact]
    public void What_a_stage_does_by_itself_is_metered_even_when_it_fails()
    {
        var meter = CostMeter.Start();

        Assert.Equal(42, OwnTime.Of(() => Busy(42)));
        var once = meter.Cpu;
        Assert.Throws<InvalidOperationException>(() => OwnTime.Of<int>(() => throw new InvalidOperationException($"{Busy(1)}")));

        Assert.True(once > TimeSpan.Zero && meter.Cpu > once, $"{once}, then {meter.Cpu}");
    }

    // As much as takes a thread a while, whatever the machine.
    private static int Busy(int answer)
    {
        var bytes = new byte[2_000_000];
        for (var at = 1; at < bytes.Length; at++)
        {
            bytes[at] = unchecked((byte)(bytes[at - 1] * 31 + at));
        }

        return bytes[^1] >= 0 ? answer : 0;
    }
}
