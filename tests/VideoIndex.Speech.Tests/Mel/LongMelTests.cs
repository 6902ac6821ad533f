using VideoIndex.Hearing;
using VideoIndex.Speech.Mel;
using Xunit.Abstractions;

namespace VideoIndex.Speech.Tests.Mel;

public class LongMelTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Speed", "Slow")]
    public void Four_hours_are_drawn_in_flat_memory()
    {
        var sound = new Murmur(4L * 3600 * ISound.Rate);
        var picture = new float[80 * 3000];
        var (before, began) = (GC.GetTotalAllocatedBytes(true), Environment.CpuUsage.TotalTime);
        var whole = new SoundMel(new LogMel(80), sound, default);
        whole.Draw(whole.Frames - 3000, 3000, 3000, picture);

        var cost = Environment.CpuUsage.TotalTime - began;
        output.WriteLine($"{cost.TotalSeconds:F2} s of processor time, {(GC.GetTotalAllocatedBytes(true) - before) / 1e6:F1} MB made in all");
        Assert.Equal(1_440_000, whole.Frames);
        Assert.InRange(GC.GetTotalAllocatedBytes(true) - before, 0, 60_000_000);
    }

    private sealed class Murmur(long length) : ISound
    {
        public long Length => length;

        public void Read(long first, Span<float> samples)
        {
            for (var i = 0; i < samples.Length; i++)
            {
                samples[i] = (((first + i) * 7919) % 104_729 / 104_729f) - 0.5f;
            }
        }
    }
}
