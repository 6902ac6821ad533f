using System.Diagnostics;
using System.Globalization;
using VideoIndex.Speech.Network;
using VideoIndex.Speech.Timing;
using Xunit.Abstractions;

namespace VideoIndex.Speech.Tests.Timing;

/// <summary>What the times of the words of a full window cost: 30 s, 220 tokens of text.</summary>
public class TimingCostTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(6)]
    [InlineData(20)]
    public void Memory_is_taken_for_a_few_tables_and_not_for_heads_or_cells(int heads)
    {
        const int Text = 220;
        const int Tokens = Text + 5;
        const int Frames = 1500;
        var random = new Random(1);
        var scores = new float[heads * Tokens * Frames];
        foreach (ref var score in scores.AsSpan())
        {
            score = (float)random.NextDouble();
        }

        var attention = new CrossAttention(heads, Tokens, Frames, scores, []);
        TimeWarp.Arrivals(AttentionCost.Of(attention, 3, Text + 1), Text + 1, Frames);
        using var self = Process.GetCurrentProcess();
        var (bytes, before) = (GC.GetAllocatedBytesForCurrentThread(), self.TotalProcessorTime);

        var costs = AttentionCost.Of(attention, 3, Text + 1);
        self.Refresh();
        var middle = self.TotalProcessorTime;
        var arrivals = TimeWarp.Arrivals(costs, Text + 1, Frames);

        self.Refresh();
        var tables = (Tokens * Frames * 4) + ((Text + 1) * Frames * 5);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - bytes, 0, tables + 100_000);
        Assert.Equal(arrivals.Order(), arrivals);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{heads} heads: {(middle - before).TotalMilliseconds} ms for the costs, {(self.TotalProcessorTime - middle).TotalMilliseconds} ms for the way"));
    }
}
