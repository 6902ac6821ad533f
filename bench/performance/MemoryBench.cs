using System.Globalization;
using VideoIndex.Performance.Measuring;

namespace VideoIndex.Performance;

/// <summary>How much memory indexing a very long file takes, and whether it grows.</summary>
internal static class MemoryBench
{
    private const int LimitMegabytes = 500;

    public static Task<int> RunAsync(Options options)
    {
        var hours = options.Number("--hours", 4);
        var file = Footage.Long(hours);
        using var watch = new Watch();
        var run = Run.Of(Places.Index(file), watch);
        if (!run.Output.Contains("\"state\":\"ok\"", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("The file was not indexed to its end: " + run.Output);
        }

        var quarters = string.Join(", ", Enumerable.Range(1, 4).Select(quarter => Megabytes(watch.Resident[watch.Resident.Count * quarter / 4 - 1])));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{hours} h at 25 frames a second, {run.Wall / 1000:0} s by the clock, {hours * 3600_000 / run.Wall:0} x real time"));
        Console.WriteLine();
        Console.WriteLine("| | MB |");
        Console.WriteLine("|---|---|");
        Console.WriteLine($"| our process, peak (limit {LimitMegabytes}) | {Megabytes(watch.All.First().PeakBytes)} |");
        Console.WriteLine($"| our process after each quarter | {quarters} |");
        Console.WriteLine($"| ffmpeg, peak | {Megabytes(watch.All.Where(seen => seen.Name == "ffmpeg").Max(seen => seen.PeakBytes))} |");
        return Task.FromResult(watch.All.First().PeakBytes < LimitMegabytes * 1_000_000L ? 0 : 1);
    }

    private static string Megabytes(long bytes) => (bytes / 1_000_000).ToString(CultureInfo.InvariantCulture);
}
