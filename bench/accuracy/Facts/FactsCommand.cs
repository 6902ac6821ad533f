using System.Globalization;
using VideoIndex.Accuracy.Scenes;
using VideoIndex.Timing;

namespace VideoIndex.Accuracy.Facts;

/// <summary>Measures what is said of shots: planted in generated clips, found, and compared.</summary>
internal static class FactsCommand
{
    public static int Run(string[] args)
    {
        switch (args)
        {
            case ["facts", "colours", var file]:
                return NamedColours.Run(file);
            case ["facts", "speed"]:
                return FactsSpeed.Run();
            case ["facts", "file", var file, var rate, var width, var height] when FrameRate.TryParse(rate, out var frames):
                return OneFile.Run(file, frames, int.Parse(width, CultureInfo.InvariantCulture), int.Parse(height, CultureInfo.InvariantCulture));
            case ["facts"] or ["facts", ['-', ..], ..]:
                return Measure(args);
            default:
                Console.Error.WriteLine(
                    "usage: facts [--part tune|report] [--clips N] [--seed FIRST] [--keep FOLDER] [--mistakes]\n       facts file FILE FRAMES_PER_SECOND WIDTH HEIGHT\n       facts colours FILE\n       facts speed");
                return 2;
        }
    }

    private static int Measure(string[] args)
    {
        var family = Option(args, "--part") == "tune" ? Family.Tune : Family.Report;
        var (clips, first) = (Number(args, "--clips", 30), Number(args, "--seed", 101));
        using var folder = new KeptFolder(Option(args, "--keep"));
        var samples = Enumerable.Range(first, clips).Select(seed => FactSample.Make(family, seed, folder.Path)).ToList();
        Console.WriteLine($"part {family.Name}, clips {clips}, seeds {first}-{first + clips - 1}, shots {samples.Sum(sample => sample.Clip.Shots.Count)}, frames {samples.Sum(sample => sample.Evidence.Count)}");
        Console.WriteLine();
        FactTable.Print(samples, [.. samples.Select(FactPeers.Read)], args.Contains("--mistakes"));
        return 0;
    }

    internal static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    internal static int Number(string[] args, string name, int otherwise) =>
        Option(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
