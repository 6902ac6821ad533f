using VideoIndex.Speech.Mel;
using Xunit.Abstractions;

namespace VideoIndex.Speech.Tests.Mel;

public class MelCostTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Speed", "Slow")]
    public void A_picture_of_half_a_minute_costs_little()
    {
        var random = new Random(1);
        var sound = Enumerable.Range(0, 480000).Select(_ => random.NextSingle() - 0.5f).ToArray();
        foreach (var rows in new[] { 80, 128 })
        {
            var mel = new LogMel(rows);
            var picture = new float[rows * 3000];
            for (var warm = 0; warm < 60; warm++)
            {
                mel.Draw(sound, 3000, picture);
            }

            var best = Enumerable.Range(0, 5).Min(_ =>
            {
                var began = Environment.CpuUsage.TotalTime;
                for (var i = 0; i < 20; i++)
                {
                    mel.Draw(sound, 3000, picture);
                }

                return (Environment.CpuUsage.TotalTime - began).TotalMilliseconds / 20;
            });
            output.WriteLine($"{rows} rows: {best:F2} ms of processor time for 30 s");
            Assert.InRange(best, 0, 20);
        }
    }
}
