using System.Globalization;
using VideoIndex.Accuracy.Scenes;

namespace VideoIndex.Accuracy;

/// <summary>Measures how well transitions of all kinds are found in generated clips, beside FFmpeg's own detectors.</summary>
internal static class TransitionsCommand
{
    public static int Run(string[] args)
    {
        var family = args[0] == "fit-transitions" || Option(args, "--part") == "tune" ? Family.Tune : Family.Report;
        var folder = Directory.CreateDirectory(Option(args, "--keep") ?? "clips").FullName;
        var set = TransitionSet.Make(family, Number(args, "--seed", 1), Number(args, "--clips", 4), folder, peers: true);
        foreach (var sample in set.All)
        {
            Console.WriteLine($"{sample.Clip.Name} {sample.Truth.Frames} {sample.Evidence.Count} {sample.Peers.Scdet.Count} cuts {sample.Truth.Cuts.Count} " + string.Join("; ", sample.Truth.Graduals.Select(g => $"{g.Style} {g.Start}-{g.End}")));
        }
        return 0;
    }

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    private static int Number(string[] args, string name, int otherwise) =>
        Option(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
