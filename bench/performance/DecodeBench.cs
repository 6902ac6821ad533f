using System.Globalization;
using System.Text.Json;
using VideoIndex.Performance.Measuring;

namespace VideoIndex.Performance;

/// <summary>What indexing a clip costs beside decoding it, and how often it is decoded.</summary>
internal static class DecodeBench
{
    public static Task<int> RunAsync(Options options)
    {
        var clips = options.Texts("--clip") is [_, ..] given ? given : [Footage.HighDefinition(options.Number("--seconds", 60))];
        foreach (var clip in clips)
        {
            Measure(Path.GetFullPath(clip), options.Number("--rounds", 5));
        }

        return Task.FromResult(0);
    }

    private static void Measure(string clip, int rounds)
    {
        Run.Of(Places.Naked(clip)); // the file is in memory from here on
        var firsts = new List<double>();
        var table = Table.Measure(
            rounds,
            ("A: ffmpeg to null", () => Run.Of(Places.Naked(clip))),
            ("B: frames, without text", () => Run.Of(Places.Self("shot-pass", clip))),
            ("C: videoindex index", () => Indexed(clip, firsts)),
            ("D: survey", () => Run.Of(Places.Self("survey", clip))),
            ("E: gray on one thread", () => Run.Of(Places.Gray(clip))),
            ("F: gray and pictures", () => Run.Of(Places.GrayAndPictures(clip))),
            ("G: frames, with text", () => Run.Of(Places.Self("text-pass", clip))));
        Console.WriteLine($"{Path.GetFileName(clip)}, {rounds} rounds, {Environment.ProcessorCount} processors");
        Console.WriteLine("Goals: B 0.85 by the clock and 1.10 in processor time, C 1.25 and D 0.25 by the clock, F at most 0.03 of A above E in processor time.");
        Console.WriteLine();
        table.Print();
        Console.WriteLine();
        var own = table[2].Least(run => run.Own) / table[0].Least(run => run.Cpu);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Of C, outside the sandboxed tools: {table[2].Least(run => run.Own) / 1000:0.00} CPU s, {own:0.000} of A (goal 0.08)."));
        var pictures = (table[5].Least(run => run.Cpu) - table[4].Least(run => run.Cpu)) / table[0].Least(run => run.Cpu);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Pictures for people: {pictures:0.000} of A (goal 0.03)."));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"First moments could be found after {firsts.Min() / 1000:0.00} s, {firsts.Min() / table[0].Least(run => run.Wall):0.00} of A (goal 0.25)."));
        Text(table);
        Stages(table[2].Runs[^1].Output);
        Readers(clip);
        Console.WriteLine();
    }

    // What G takes more than B is finding and reading; reading is metered, so the rest is finding.
    private static void Text(Table table)
    {
        var cheapest = table[6].Runs.MinBy(run => run.Cpu)!;
        using var said = JsonDocument.Parse(cheapest.Output.Split('\n')[1]);
        double Of(string name) => said.RootElement.GetProperty(name).GetDouble();
        var (looks, crops, megapixels, reading) = (Of("looks"), Of("crops"), Of("pixels") / 1e6, Of("milliseconds"));
        var finding = cheapest.Cpu - table[1].Least(run => run.Cpu) - reading;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Text: {looks:0} looks, {finding / looks:0.0} CPU ms each to find lines and cut them out; {crops:0} crops read, {megapixels:0.00} megapixels, "
            + $"{reading / Math.Max(1, crops):0.0} CPU ms a crop, {reading / Math.Max(0.01, megapixels):0} CPU ms a megapixel; together {(finding + reading) / table[0].Least(run => run.Cpu):0.00} of A."));
    }

    // When the event came that says so, by the clock on the wall: nobody has to ask all the time, which would take time itself.
    private static Run Indexed(string clip, List<double> firsts)
    {
        var started = TimeProvider.System.GetUtcNow();
        var run = Run.Of(Places.Index(clip));
        var events = Run.Of(Places.VideoIndex("events", "--library", Places.Library)).Output;
        var searchable = events.Split('\n').First(line => line.Contains("video.searchable", StringComparison.Ordinal) || line.Contains("video.indexed", StringComparison.Ordinal));
        using var told = JsonDocument.Parse(searchable);
        firsts.Add((told.RootElement.GetProperty("time").GetDateTimeOffset() - started).TotalMilliseconds);
        return run;
    }

    private static void Stages(string output)
    {
        using var said = JsonDocument.Parse(output.Split('\n')[0]);
        var meter = said.RootElement.GetProperty("meter");
        var stages = meter.GetProperty("stages").EnumerateArray().ToDictionary(stage => stage.GetProperty("stage").GetString()!);
        var told = stages.Values.Select(stage => $"{stage.GetProperty("stage")} {stage.GetProperty("wallMilliseconds")} (CPU {stage.GetProperty("cpuMilliseconds")})");
        Console.WriteLine($"The meter of the last C: decodes {meter.GetProperty("decodes")}; ms: {string.Join(", ", told)}.");
        Console.WriteLine($"Gray frames handed over while all were decoded: {stages["frames"].GetProperty("bytesRead").GetInt64() / (320 * 180)}.");
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
        var host = watch.All.First();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Read by our process for each frame, beside the file once for its name: {(host.ReadBytes - bytes) / (double)frames:0} bytes (goal 100000)."));
    }
}
