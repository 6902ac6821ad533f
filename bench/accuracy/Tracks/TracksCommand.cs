using System.Globalization;
using VideoIndex.Objects.Tracking;

namespace VideoIndex.Accuracy.Tracks;

/// <summary>Measures how well things are followed, on boxes planted by the program: settings are tried on one half of the seeds, and told of on the other.</summary>
internal static class TracksCommand
{
    private const int Scenes = 150, OtherHalf = 10_000;

    public static int Run()
    {
        var usual = new TrackOptions();
        foreach (var (name, options) in Near(usual).Prepend(("default", usual)))
        {
            Console.WriteLine($"tuning   {name,-22} {Measured(0, options)}");
        }

        Console.WriteLine($"reported {"default",-22} {Measured(OtherHalf, usual)}");
        var plain = usual with { Buffer = 0, WideBuffer = 0, Carrying = 1 };
        Console.WriteLine($"reported {"plain overlap",-22} {Measured(OtherHalf, plain)}");
        Console.WriteLine($"two names, linked by kind   {Measured(OtherHalf, usual, _ => 0)}");
        Console.WriteLine($"two names, linked by class  {Measured(OtherHalf, usual, label => label)}");
        return 0;
    }

    private static IEnumerable<(string Name, TrackOptions Options)> Near(TrackOptions usual) =>
    [
        .. With("threshold", value => usual with { Threshold = (int)value }, 350, 400, 500, 550),
        .. With("carrying", value => usual with { Carrying = value }, .3, .7, 1),
        .. With("buffer", value => usual with { Buffer = value }, 0, .15, .5),
        .. With("wide buffer", value => usual with { WideBuffer = value }, 0, .4, 1, 1.5),
        .. With("least overlap", value => usual with { LeastOverlap = value }, .05, .1, .25, .35),
        .. With("gap", value => usual with { MostGap = (int)value }, 1, 2, 5),
        .. With("least looks", value => usual with { LeastLooks = (int)value }, 1, 3, 4),
    ];

    private static IEnumerable<(string Name, TrackOptions Options)> With(string name, Func<double, TrackOptions> change, params double[] values) =>
        values.Select(value => ($"{name} {Number(value)}", change(value)));

    private static string Measured(int firstSeed, TrackOptions options, Func<int, int>? kindOf = null)
    {
        var scores = new TrackScores();
        for (var seed = firstSeed; seed < firstSeed + Scenes; seed++)
        {
            var scene = new PlantedScene(seed, ofTwoNames: kindOf is not null);
            scores.Add(scene, [.. ObjectTracker.Of(scene.Looks, 0, scene.Looks.Count, options, kindOf).Where(track => track.Points.Count >= options.LeastLooks)]);
        }

        return string.Create(
            CultureInfo.InvariantCulture, $"MOTA {scores.Mota:.000}  IDF1 {scores.Idf1:.000}  identity switches {scores.Switches} in {scores.Planted} planted boxes");
    }

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);
}
