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

        if (Environment.GetEnvironmentVariable("DUMP") is { } range)
        {
            for (var frame = int.Parse(range.Split('-')[0]); frame < int.Parse(range.Split('-')[1]); frame++)
            {
                var m = evidence.Sketches.Motion(frame);
                Console.WriteLine($"{frame} {m.Right / 327.68:0.000} {m.Down / 327.68:0.000} {m.Growth / 327.68:0.000} {m.Fit} diff {evidence.Scores[frame].Difference} mean {evidence.Scores[frame].Mean} tex {evidence.Scores[frame].Texture}");
            }
        }

        foreach (var scene in SceneFinder.Of(evidence, shots))
        {
            Console.WriteLine($"scene {scene.Number} {Seconds(scene.Span.Start)}-{Seconds(scene.Span.End)} shots {scene.FirstShot}-{scene.LastShot}");
        }

        return 0;
    }

    private static string Seconds(MediaTime time) => time.Seconds.ToDouble().ToString("0.00", CultureInfo.InvariantCulture);
}
