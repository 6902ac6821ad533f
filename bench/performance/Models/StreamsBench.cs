using VideoIndex.Inference;
using VideoIndex.Onnx.Binding;

namespace VideoIndex.Performance.Models;

/// <summary>Images a second, in total and of processor time, of several streams with a thread each, of one with several threads, and of batches: all in turns, so that what else the machine does falls on each alike.</summary>
internal static class StreamsBench
{
    private static readonly Way[] Ways =
        [new(1, 1, 1), new(2, 1, 1), new(4, 1, 1), new(1, 2, 1), new(2, 2, 1), new(1, 1, 2), new(1, 1, 4), new(1, 1, 8), new(2, 1, 4)];

    /// <summary>Measures a model and says what came out, each as a share of one stream with one thread.</summary>
    public static void Run(OnnxRuntime runtime, string path, int[] shape, int rounds, int runs)
    {
        using var one = ModelsBench.Open(runtime, path, 1);
        using var two = ModelsBench.Open(runtime, path, 2);
        var ways = Ways.Where(way => way.Items == 1 || one.Inputs[0].Shape[0] < 0).ToList();
        var rates = ways.ConvertAll(_ => new List<(double Wall, double Processor)>());
        for (var round = 0; round < rounds; round++)
        {
            for (var at = 0; at < ways.Count; at++)
            {
                rates[at].Add(Rate(ways[at].Threads == 1 ? one : two, ways[at], shape, runs));
            }
        }

        foreach (var (way, all) in ways.Zip(rates))
        {
            var shares = all.Zip(rates[0], (rate, first) => (Wall: rate.Wall / first.Wall, Processor: rate.Processor / first.Processor)).ToList();
            Console.WriteLine(
                $"  {way.Streams} stream(s), {way.Threads} thread(s) each, {way.Items} item(s) a run: {all.Max(rate => rate.Wall):0.0} images/s at best, {ModelsBench.Median([.. shares.Select(share => share.Wall)]):0.00} of the first; a second of processor time: {ModelsBench.Median([.. all.Select(rate => rate.Processor)]):0.0}, {ModelsBench.Median([.. shares.Select(share => share.Processor)]):0.00} of the first (medians of {rounds} rounds)");
        }
    }

    private static (double Wall, double Processor) Rate(IModelSession session, Way way, int[] shape, int most)
    {
        var runs = Math.Max(2, most / way.Streams / way.Items);
        using var ready = new Barrier(way.Streams + 1);
        var streams = Enumerable.Range(0, way.Streams).Select(_ => new Thread(() => Feed(session, way, shape, runs, ready))).ToList();
        streams.ForEach(stream => stream.Start());
        ready.SignalAndWait();
        var (start, used) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
        streams.ForEach(stream => stream.Join());
        var images = (double)way.Streams * way.Items * runs;
        return (images / TimeProvider.System.GetElapsedTime(start).TotalSeconds, images / (Environment.CpuUsage.TotalTime - used).TotalSeconds);
    }

    private static void Feed(IModelSession session, Way way, int[] shape, int runs, Barrier ready)
    {
        var given = ModelsBench.Input([way.Items, .. shape[1..]]);
        _ = session.Run(given);
        ready.SignalAndWait();
        for (var i = 0; i < runs; i++)
        {
            _ = session.Run(given);
        }
    }

    private sealed record Way(int Streams, int Threads, int Items);
}
