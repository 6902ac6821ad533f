using System.Globalization;
using VideoIndex.Accuracy.Fitting;
using VideoIndex.Accuracy.Scenes;
using VideoIndex.Accuracy.Scoring;
using VideoIndex.Shots;
using VideoIndex.Timing;

namespace VideoIndex.Accuracy;

/// <summary>Measures how well hard cuts are found in generated clips, beside FFmpeg's own detectors.</summary>
internal static class CutsCommand
{
    private const string Ours = "VideoIndex", Scdet = "ffmpeg scdet=threshold=10", Select = "ffmpeg select='gte(scene,0.3)'";

    public static int Run(string[] args)
    {
        if (args is ["evidence", var file])
        {
            var evidence = Sample.ReadEvidence(file, FrameRate.Pal);
            var cuts = HardCuts.Find(evidence, new CutOptions());
            for (var frame = 0; frame < evidence.Count; frame++)
            {
                Console.WriteLine($"{Path.GetFileName(file)}\t{frame}\t{(cuts.Contains(frame) ? "found" : "-")}\t\t{Dump.Line(evidence.Scores[frame])}");
            }

            return 0;
        }

        if (args is ["speed"])
        {
            return Speed.Run();
        }

        if (args is not ["cuts" or "fit", ..])
        {
            Console.Error.WriteLine(
                "usage: cuts [--part tune|report] [--clips N] [--seed FIRST] [--threshold T] [--keep FOLDER] [--mistakes] [--no-peers] [--dump FILE]\n       fit [--part tune] [--clips N] [--seed FIRST] [--keep FOLDER]\n       evidence FILE\n       speed");
            return 2;
        }

        var fit = args[0] == "fit"; // never on the part that is reported
        var family = fit || Option(args, "--part") == "tune" ? Family.Tune : Family.Report;
        var (clips, first) = (Number(args, "--clips", fit ? 120 : 40), Number(args, "--seed", fit ? 1 : 101));
        var options = new CutOptions { Threshold = Number(args, "--threshold", new CutOptions().Threshold) };
        var kept = Option(args, "--keep");
        var folder = Directory.CreateDirectory(kept ?? Path.Combine(Path.GetTempPath(), "videoindex-accuracy-" + Environment.ProcessId)).FullName;
        try
        {
            var samples = Enumerable.Range(first, clips).Select(seed => Sample.Make(family, seed, folder, peers: !fit && !args.Contains("--no-peers"))).ToList();
            if (fit)
            {
                FitCommand.Run(samples);
                return 0;
            }

            Dump.Write(Option(args, "--dump"), samples);
            Print(samples, options, $"part {family.Name}, clips {clips}, seeds {first}-{first + clips - 1}", args.Contains("--mistakes"));
            return 0;
        }
        finally
        {
            if (kept is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static void Print(List<Sample> samples, CutOptions options, string conditions, bool mistakes)
    {
        var (frames, cuts) = (samples.Sum(sample => sample.Truth.Frames), samples.Sum(sample => sample.Truth.Cuts.Count));
        Console.WriteLine($"{conditions}, threshold {options.Threshold}, frames {frames}, cuts {cuts}");
        Console.WriteLine();
        Console.WriteLine("| detector | within | precision | recall | F1 | F1, 95 % interval | right | wrong | missed |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var detector in Detectors(samples))
        {
            foreach (var tolerance in (int[])[0, 1])
            {
                var markings = samples.Select(sample => Marking.Of(
                    [.. sample.Truth.Cuts.Select(cut => cut.Frame)], Found(sample, detector, options), tolerance)).ToList();
                var all = markings.Aggregate((a, b) => a + b);
                var (low, high) = Marking.Interval(markings);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {detector} | {tolerance} | {all.Precision:0.000} | {all.Recall:0.000} | {all.F1:0.000} | {low:0.000}-{high:0.000} | {all.Right} | {all.Wrong} | {all.Missed} |"));
            }
        }

        if (mistakes)
        {
            PrintMistakes(samples, options);
        }
    }

    private static void PrintMistakes(List<Sample> samples, CutOptions options)
    {
        foreach (var detector in Detectors(samples))
        {
            var kinds = new List<string>();
            foreach (var sample in samples)
            {
                var (wrong, missed) = (new List<int>(), new List<int>());
                var truth = sample.Truth;
                Marking.Of([.. truth.Cuts.Select(cut => cut.Frame)], Found(sample, detector, options), 1, wrong, missed);
                kinds.AddRange(wrong.Select(frame => "wrong in " + truth.Near(frame)));
                kinds.AddRange(missed.Select(frame => "missed " + truth.Cuts.First(cut => cut.Frame == frame).Kind));
                if (detector == Ours)
                {
                    Console.WriteLine($"{sample.Clip.Name} {sample.Clip.Encoding} {sample.Clip.Look} x{sample.Clip.Repeats} " +
                        $"wrong {string.Join(", ", wrong.Select(frame => $"{frame} ({truth.Near(frame)})"))} " +
                        $"missed {string.Join(", ", missed.Select(frame => $"{frame} ({truth.Cuts.First(cut => cut.Frame == frame).Kind})"))}");
                }
            }

            Console.WriteLine($"{detector}: " + string.Join(", ", kinds.CountBy(kind => kind).OrderByDescending(kind => kind.Value)
                .Select(kind => $"{kind.Key} {kind.Value}")));
        }
    }

    private static IReadOnlyList<string> Detectors(List<Sample> samples) =>
        samples[0].Peers.Scdet.Count == 0 ? [Ours] : [Ours, Scdet, Select];

    private static IReadOnlyList<int> Found(Sample sample, string detector, CutOptions options) => detector switch
    {
        Scdet => Peers.Found(sample.Peers.Scdet, 10),
        Select => Peers.Found(sample.Peers.Select, 0.3),
        _ => HardCuts.Find(sample.Evidence, options),
    };

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    private static int Number(string[] args, string name, int otherwise) =>
        Option(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
