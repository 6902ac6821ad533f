using System.Globalization;
using VideoIndex.Accuracy.Fitting;
using VideoIndex.Accuracy.Scenes;
using VideoIndex.Accuracy.Scoring;
using VideoIndex.Shots;
using VideoIndex.Shots.Transitions;

namespace VideoIndex.Accuracy;

/// <summary>Measures how well transitions of all kinds are found in generated clips, beside FFmpeg's own detectors.</summary>
internal static class TransitionsCommand
{
    public static int Run(string[] args)
    {
        if (args is ["transitions", "of", var file, ..])
        {
            return List(file, new CutOptions { Threshold = Number(args, "--threshold", new CutOptions().Threshold) });
        }

        var fit = args[0] == "fit-transitions"; // never on the part that is reported
        var family = fit || Option(args, "--part") == "tune" ? Family.Tune : Family.Report;
        var (clips, first) = (Number(args, "--clips", fit ? 100 : 40), Number(args, "--seed", fit ? 1 : 201));
        var kept = Option(args, "--keep");
        var folder = Directory.CreateDirectory(kept ?? Path.Combine(Path.GetTempPath(), "videoindex-accuracy-" + Environment.ProcessId)).FullName;
        try
        {
            var set = TransitionSet.Make(family, first, clips, folder, peers: family == Family.Report);
            var lights = fit ? TransitionSet.MakeLights(family, 1001, 4 * clips, folder) : [];
            if (args[0] == "draw")
            {
                return 0;
            }

            if (fit)
            {
                if (args.Contains("--cuts"))
                {
                    Console.WriteLine(FitContext.Run(set, lights));
                    return 0;
                }

                FitTransitionsCommand.Run(set, lights, Option(args, "--weights"), Number(args, "--sums", 12), Number(args, "--rounds", 20));
                return 0;
            }

            var options = new CutOptions { Threshold = Number(args, "--threshold", new CutOptions().Threshold) };
            Console.WriteLine($"part {family.Name}, seeds {first}-{first + clips - 1}, threshold {options.Threshold}");
            TransitionTable.Print(set, options, args.Contains("--mistakes"));
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

    private static int List(string file, CutOptions options)
    {
        var evidence = Sample.ReadEvidence(file, VideoIndex.Timing.FrameRate.Pal);
        foreach (var found in TransitionFinder.Find(evidence, options))
        {
            Console.WriteLine($"{Path.GetFileName(file)}\t{found.Kind}\t{found.Start}\t{found.End}\t{found.At}");
        }

        return 0;
    }

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    private static int Number(string[] args, string name, int otherwise) =>
        Option(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
