using System.Globalization;
using VideoIndex.Accuracy.Scenes;
using VideoIndex.Accuracy.Scoring;
using VideoIndex.Scenes;
using VideoIndex.Shots;
using VideoIndex.Timing;

namespace VideoIndex.Accuracy.Facts.Settings;

/// <summary>Measures how well scenes are found in generated clips whose shots are known, beside what is trivial.</summary>
internal static class ScenesCommand
{
    public static int Run(string[] args)
    {
        var family = FactsCommand.Option(args, "--part") == "tune" ? Family.Tune : Family.Report;
        var (clips, first) = (FactsCommand.Number(args, "--clips", 20), FactsCommand.Number(args, "--seed", 101));
        using var folder = new KeptFolder(FactsCommand.Option(args, "--keep"));
        var samples = Enumerable.Range(first, clips).Select(seed => Make(family, seed, folder.Path)).ToList();
        Console.WriteLine($"part {family.Name}, clips {clips}, seeds {first}-{first + clips - 1}, scenes {samples.Sum(sample => sample.Scenes.Count)}, shots {samples.Sum(sample => sample.Shots.Count)}");
        Console.WriteLine();
        Console.WriteLine("| by | precision | recall | F1 of boundaries | F1, 95 % interval | coverage | overflow |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        Line("VideoIndex", samples, sample => [.. SceneFinder.Of(sample.Evidence, sample.Shots).Select(scene => scene.FirstShot - 1)]);
        Line("every shot a scene", samples, sample => [.. Enumerable.Range(0, sample.Shots.Count)]);
        Line("one scene", samples, _ => [0]);
        for (var alike = 500; alike <= 900 && args.Contains("--thresholds"); alike += 25)
        {
            Line($"VideoIndex, alike from {alike}", samples, sample => [.. SceneFinder.Of(sample.Evidence, sample.Shots, alike).Select(scene => scene.FirstShot - 1)]);
        }

        foreach (var every in (int[])[4, 6])
        {
            Line($"a scene every {every} shots", samples, sample => [.. Enumerable.Range(0, sample.Shots.Count).Where(shot => shot % every == 0)]);
        }

        if (args.Contains("--mistakes"))
        {
            samples.ForEach(Explain);
        }

        return 0;
    }

    private static void Line(string by, List<Sample> samples, Func<Sample, IReadOnlyList<int>> found)
    {
        var scores = samples.Select(sample => SceneScore.Of(sample.Starts, found(sample), sample.Shots.Count)).ToList();
        var all = scores.Select(score => score.Boundaries).Aggregate((a, b) => a + b);
        var (low, high) = Marking.Interval([.. scores.Select(score => score.Boundaries)]);
        var shots = (double)scores.Sum(score => score.Shots);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {by} | {all.Precision:0.000} | {all.Recall:0.000} | {all.F1:0.000} | {low:0.000}-{high:0.000} | {scores.Sum(score => score.Covered) / shots:0.000} | {scores.Sum(score => score.Overflown) / shots:0.000} |"));
    }

    private static void Explain(Sample sample)
    {
        var found = SceneFinder.Of(sample.Evidence, sample.Shots).Select(scene => scene.FirstShot - 1).ToHashSet();
        var shot = 0;
        foreach (var scene in sample.Scenes)
        {
            var marks = Enumerable.Range(shot, scene.Shots.Count).Select(at => found.Contains(at) ? "|" : at == shot ? "_" : ".");
            Console.WriteLine($"{sample.Name} {scene.Kind,-12} {string.Concat(marks)}");
            shot += scene.Shots.Count;
        }
    }

    private static Sample Make(Family family, int seed, string folder)
    {
        var (scenes, name) = (new ScenePlanner(family, seed).Plan(), $"scenes-{family.Name}-{seed:000}");
        var file = Path.Combine(folder, name + ".mkv");
        if (!File.Exists(file))
        {
            Encode(scenes, file, quality: 20 + seed % 4 * 4);
        }

        var rate = new FrameRate(ScenePlanner.FramesPerSecond);
        var (shots, starts, frame) = (new List<(int First, int Until)>(), new List<int>(), 0);
        foreach (var scene in scenes)
        {
            starts.Add(shots.Count);
            foreach (var (_, frames) in scene.Shots)
            {
                shots.Add((frame, frame + frames));
                frame += frames;
            }
        }

        return new Sample(name, scenes, shots, starts, EvidenceReader.Read(file, rate, Picture.Width, Picture.Height));
    }

    private static void Encode(IReadOnlyList<PlannedScene> scenes, string file, int quality)
    {
        using var ffmpeg = Ffmpeg.Start(
            [
                "-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", $"{Picture.Width}x{Picture.Height}", "-r", $"{ScenePlanner.FramesPerSecond}", "-i", "-",
                "-c:v", "libx264", "-preset", "veryfast", "-crf", $"{quality}", "-threads", "1", file + ".part.mkv",
            ],
            input: true);
        var to = ffmpeg.StandardInput.BaseStream;
        new ScenePainter().Draw(scenes, (luma, u, v) =>
        {
            to.Write(luma);
            to.Write(u);
            to.Write(v);
        });
        to.Close();
        Ffmpeg.Finish(ffmpeg);
        File.Move(file + ".part.mkv", file);
    }

    private sealed record Sample(
        string Name, IReadOnlyList<PlannedScene> Scenes, IReadOnlyList<(int First, int Until)> Shots, IReadOnlyList<int> Starts, FrameEvidence Evidence);
}
