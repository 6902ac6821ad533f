using System.Globalization;
using VideoIndex.Performance.Measuring;

namespace VideoIndex.Performance;

/// <summary>What a file costs however short it is: many clips of two seconds.</summary>
internal static class SmallBench
{
    public static Task<int> RunAsync(Options options)
    {
        var files = options.Number("--files", 50);
        var folder = Footage.Small(files);
        var table = Table.Measure(
            options.Number("--rounds", 3),
            ("ffmpeg to null, file by file", () => Directory.GetFiles(folder).Select(file => Run.Of(Places.Naked(file))).Aggregate(Sum)),
            ("videoindex index DIR", () => Run.Of(Places.Index(folder))),
            ("videoindex list", () => Run.Of(Places.VideoIndex("list", "--library", Places.Library))));
        Console.WriteLine($"{files} clips of 2 s, 640 x 360");
        Console.WriteLine();
        table.Print();
        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"For each file beyond its decode: {Beyond(run => run.Wall):0} ms by the clock, {Beyond(run => run.Cpu):0} ms of CPU."));
        return Task.FromResult(0);

        double Beyond(Func<Run, double> of) => (table[1].Least(of) - table[0].Least(of)) / files;
    }

    private static Run Sum(Run one, Run other) => new(one.Wall + other.Wall, one.Cpu + other.Cpu, one.Own + other.Own, "");
}
