using VideoIndex.Accuracy.Scenes;
using VideoIndex.Accuracy.Scoring;
using VideoIndex.Shots;

namespace VideoIndex.Vision.Tests.Shots;

public sealed class GeneratedCutsTests
{
    // A small part of `bench/accuracy -- cuts --part report`; whole tables are in its README.
    [Fact]
    public void Planted_cuts_are_found_and_planted_traps_are_not()
    {
        var folder = Directory.CreateTempSubdirectory("videoindex-cuts-").FullName;
        try
        {
            var sum = default(Marking);
            for (var seed = 1; seed <= 6; seed++)
            {
                var sample = Sample.Make(Family.Report, seed, folder, peers: false);
                Assert.Equal(sample.Truth.Frames, sample.Evidence.Count);
                sum += Marking.Of(
                    [.. sample.Truth.Cuts.Select(cut => cut.Frame)], HardCuts.Find(sample.Evidence, new CutOptions()), tolerance: 1);
            }

            Assert.True(sum.Right + sum.Missed > 30, $"Only {sum.Right + sum.Missed} cuts were planted.");
            Assert.True(sum.F1 >= 0.90, $"{sum}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
