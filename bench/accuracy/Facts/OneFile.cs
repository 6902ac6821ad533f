using System.Globalization;
using VideoIndex.Facts;
using VideoIndex.Scenes;
using VideoIndex.Shots;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Accuracy.Facts;

/// <summary>Prints what is said of one file, to be checked by eye.</summary>
internal static class OneFile
{
    public static int Run(string file, FrameRate rate, int width, int height)
    {
        var evidence = EvidenceReader.Read(file, rate, width, height);
        int[] starts = [0, .. HardCuts.Find(evidence, new CutOptions()), evidence.Count];
        var shots = starts.Zip(starts.Skip(1)).ToList();
        foreach (var tag in ShotFacts.Of(default(VideoId), evidence, shots))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Seconds(tag.Span.Start)}-{Seconds(tag.Span.End)} {tag.Kind}:{tag.Label} {tag.Confidence.Value:0.00} {tag.How}"));
        }

        foreach (var scene in SceneFinder.Of(evidence, shots))
        {
            Console.WriteLine($"scene {scene.Number} {Seconds(scene.Span.Start)}-{Seconds(scene.Span.End)} shots {scene.FirstShot}-{scene.LastShot}");
        }

        return 0;
    }

    private static string Seconds(MediaTime time) => time.Seconds.ToDouble().ToString("0.00", CultureInfo.InvariantCulture);
}
