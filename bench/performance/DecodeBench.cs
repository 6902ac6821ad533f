using System.Globalization;
using System.Text.Json;
using VideoIndex.Performance.Measuring;

namespace VideoIndex.Performance;

/// <summary>What indexing a clip costs beside decoding it, and how often it is decoded.</summary>
internal static class DecodeBench
{
    public static Task<int> RunAsync(Options options)
    {
        var clip = Path.GetFullPath(options.Text("--clip") ?? Footage.HighDefinition(options.Number("--seconds", 60)));
        var rounds = options.Number("--rounds", 5);
        Run.Of(Places.Naked(clip)); // the file is in memory from here on
        var table = Table.Measure(
            rounds,
            ("A: ffmpeg to null", () => Run.Of(Places.Naked(clip))),
            ("B: shot pass", () => Run.Of(Places.Self("shot-pass", clip))),
            ("C: videoindex index", () => Run.Of(Places.Index(clip))),
            ("D: survey", () => Run.Of(Places.Self("survey", clip))),
            ("E: gray on one thread", () => Run.Of(Places.Gray(clip))),
            ("F: gray and pictures", () => Run.Of(Places.GrayAndPictures(clip))));
        Console.WriteLine($"{Path.GetFileName(clip)}, {rounds} rounds, {Environment.ProcessorCount} processors");
        Console.WriteLine("Goals: B 0.85 by the clock and 1.10 in processor time, C 1.10 and D 0.25 by the clock, F at most 0.03 of A above E in processor time.");
        Console.WriteLine();
        table.Print();
        Console.WriteLine();
        var own = table[2].Least(run => run.Own) / table[0].Least(run => run.Cpu);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Of C, outside the sandboxed tools: {table[2].Least(run => run.Own) / 1000:0.00} CPU s, {own:0.000} of A (goal 0.08)."));
        var pictures = (table[5].Least(run => run.Cpu) - table[4].Least(run => run.Cpu)) / table[0].Least(run => run.Cpu);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Pictures for people: {pictures:0.000} of A (goal 0.03)."));
        Stages(table[2].Runs[^1].Output);
        Readers(clip);
        return Task.FromResult(0);
    }

    private static void Stages(string output)
    {
        using var said = JsonDocument.Parse(output.Split('\n')[0]);
        var meter = said.RootElement.GetProperty("meter");
        var stages = meter.GetProperty("stageMilliseconds").EnumerateObject().Select(stage => $"{stage.Name} {stage.Value}");
        Console.WriteLine($"The meter of the last C: decodes {meter.GetProperty("decodes")}; ms: {string.Join(", ", stages)}.");
    }

    // One run more, looked at from outside: which of the processes read the file, and how much of it.
    private static void Readers(string clip)
    {
        using var watch = new Watch();
        Run.Of(Places.Index(clip), watch);
        var bytes = new FileInfo(clip).Length;
        var list = Run.Of(Places.VideoIndex("list", "--json", "--library", Places.Library));
        using var listed = JsonDocument.Parse(list.Output);
        var frames = listed.RootElement.GetProperty("videos")[0].GetProperty("frames").GetInt64();
        var counted = Run.Of(
            ["ffprobe", "-v", "error", "-select_streams", "v:0", "-count_packets", "-show_entries", "stream=nb_read_packets", "-of", "csv=p=0", clip]).Output.Trim();
        var readers = watch.All.Where(seen => seen.Name is "ffmpeg" or "ffprobe" && seen.ReadBytes > 0).ToList();
        Console.WriteLine($"Frames delivered {frames}, coded pictures in the file {counted}.");
        Console.WriteLine("Tools, and the share of the file each read: " + string.Join(", ", readers.Select(seen =>
            string.Create(CultureInfo.InvariantCulture, $"{seen.Name} {(double)seen.ReadBytes / bytes:0.00}"))) + ".");
        Console.WriteLine($"Tools that read most of it: {readers.Count(seen => seen.ReadBytes > bytes / 2)} (goal 1).");
        var host = watch.All.First();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Read by our process for each frame, beside the file once for its name: {(host.ReadBytes - bytes) / (double)frames:0} bytes (goal 100000)."));
    }
}
