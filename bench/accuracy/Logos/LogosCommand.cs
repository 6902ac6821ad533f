using System.Globalization;
using VideoIndex.Accuracy.Logos.Baseline;
using VideoIndex.Accuracy.Logos.Finding;
using VideoIndex.Accuracy.Logos.Planting;
using VideoIndex.Accuracy.Logos.Scoring;
using VideoIndex.Accuracy.Logos.Sets;
using VideoIndex.Logos.Appearances;
using VideoIndex.Vision.Stills;

namespace VideoIndex.Accuracy.Logos;

/// <summary>Makes footage with marks planted in it, and measures how well they are found.</summary>
internal static class LogosCommand
{
    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["logos", "make", var part, var seed, var count, var folder, ..]:
                SetMaker.Make(
                    LogoParts.Parse(part), Number(seed), Number(count), double.Parse(After(args, "--seconds") ?? "8", CultureInfo.InvariantCulture), folder, After(args, "--behind"));
                return 0;
            case ["logos", "baseline", .. var sets] when sets.Length > 0:
                return BaselineCommand.Run(sets);
            case ["logos", "score", var dev, var test, ..]:
                var finders = args[4..].TakeWhile(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToList();
                var threshold = After(args, "--threshold") is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : (double?)null;
                return ScoreCommand.Run(dev, test, finders, threshold, After(args, "--grades"));
            case ["logos", "calibrate", var fitted, var compared, var finder]:
                return CalibrateCommand.Run(fitted, compared, finder);
            case ["logos", "find", var set, var finder, ..]:
                var sure = double.Parse(After(args, "--sure") ?? "12", CultureInfo.InvariantCulture);
                var bound = After(args, "--megabytes") is { } most ? double.Parse(most, CultureInfo.InvariantCulture) : (double?)null;
                return new FindCommand(set, finder, new AppearanceRule(sure, sure / 2), args.Contains("--ends"), StillsOf(After(args, "--stills")), bound).Run();
            case ["logos", "ends", var judged, .. var named]:
                return EndsCommand.Run(judged, named);
            case ["logos", "thin", var set, var megabytes]:
                return new ThinCommand(set, double.Parse(megabytes, CultureInfo.InvariantCulture)).Run();
            default:
                return 2;
        }
    }

    private static string? After(string[] args, string option) =>
        Array.IndexOf(args, option) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    private static StillSize? StillsOf(string? text) => text == "none" ? null : Enum.Parse<StillSize>(text ?? "half", ignoreCase: true);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
