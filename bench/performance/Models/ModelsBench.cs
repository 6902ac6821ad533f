using System.Diagnostics;
using System.Globalization;
using VideoIndex.Inference;
using VideoIndex.Onnx.Binding;

namespace VideoIndex.Performance.Models;

/// <summary>Images a second and core of our binding against ONNX Runtime's own for Node, in turns; then threads, batches and providers.</summary>
internal static class ModelsBench
{
    // A small model is run more often, for as long a time as the others.
    private static readonly (string Name, int[] Shape, int Times)[] Models =
    [
        ("Kazuhito00__YOLOX-ONNX-TFLite-Sample/yolox_nano.onnx", [1, 3, 416, 416], 1),
        ("ShiqiYu__libfacedetection.train/yunet_n_640_640.onnx", [1, 3, 640, 640], 1),
        ("Kazuhito00__PaddleOCRv3-ONNX-Sample/ch_ppocr_mobile_v2.0_cls_infer.onnx", [1, 3, 48, 192], 30),
    ];

    public static async Task<int> RunAsync(Options options, string folder)
    {
        var runtime = new OnnxRuntime(new OnnxRuntimeOptions { ModelsFolder = options.Text("--models") });
        Console.WriteLine(runtime.Missing ?? $"ONNX Runtime {runtime.Version}, {string.Join(", ", runtime.Providers)}");
        var (rounds, runs) = (options.Number("--rounds", 7), options.Number("--runs", 30));
        foreach (var (name, shape, times) in Models)
        {
            var path = Path.Combine(folder, name);
            await CompareAsync(runtime, path, shape, options.Text("--node"), rounds, runs * times).ConfigureAwait(false);
            Vary(runtime, path, shape, runs * times);
        }

        foreach (var provider in (string[])["cuda", "webgpu"])
        {
            Provide(runtime, provider, Path.Combine(folder, Models[0].Name), Models[0].Shape, runs);
        }

        return 0;
    }

    private static async Task CompareAsync(OnnxRuntime runtime, string path, int[] shape, string? node, int rounds, int runs)
    {
        using var session = Open(runtime, path, 1);
        var ours = new List<double>();
        var theirs = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(Time(session, shape, runs));
            if (node is not null)
            {
                theirs.Add(await NodeAsync(node, path, shape, runs).ConfigureAwait(false));
            }
        }

        var given = Input(shape);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var outputs = session.Run(given);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var kept = outputs.Sum(output => 4L * output.Shape.ToArray().Aggregate(1, (length, side) => length * side));
        var compared = theirs.Count == 0 ? "no --node NODE_MODULES, so not compared" : $"Node's {theirs.Min():0.00} ms, ratio of images a second {theirs.Min() / ours.Min():0.000} (medians {Median(theirs) / Median(ours):0.000})";
        Console.WriteLine($"{Path.GetFileName(path)}: ours {ours.Min():0.00} ms; {compared}; a run allocates {allocated:N0} B, of which outputs {kept:N0} B");
    }

    private static void Vary(OnnxRuntime runtime, string path, int[] shape, int runs)
    {
        foreach (var threads in (int[])[1, 2])
        {
            using var session = Open(runtime, path, threads);
            Console.WriteLine($"  {threads} thread(s): {1000 / Time(session, shape, runs):0.0} images/s");
        }

        using var free = Open(runtime, path, 1);
        foreach (var items in free.Inputs[0].Shape[0] < 0 ? (int[])[1, 2, 4, 8] : [])
        {
            Console.WriteLine($"  batch of {items}: {1000 * items / Time(free, [items, .. shape[1..]], runs):0.0} images/s");
        }
    }

    private static void Provide(OnnxRuntime runtime, string provider, string path, int[] shape, int runs)
    {
        try
        {
            using var session = runtime.Open(path, new ModelSessionOptions { Providers = [provider] });
            Console.WriteLine($"{provider}: {1000 / Time(session, shape, runs):0.0} images/s");
        }
        catch (ModelException failure)
        {
            Console.WriteLine($"{provider}: skipped. {failure.Message}");
        }
    }

    private static IModelSession Open(OnnxRuntime runtime, string path, int threads) =>
        runtime.Open(path, new ModelSessionOptions { Threads = threads, Providers = ["cpu"] });

    private static double Time(IModelSession session, int[] shape, int runs)
    {
        var given = Input(shape);
        for (var i = 0; i < 3; i++)
        {
            _ = session.Run(given);
        }

        var start = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < runs; i++)
        {
            _ = session.Run(given);
        }

        return TimeProvider.System.GetElapsedTime(start).TotalMilliseconds / runs;
    }

    private static Tensor<float> Input(int[] shape)
    {
        var values = new float[shape.Aggregate(1, (length, side) => length * side)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (long)i * 7919 % 256;
        }

        return new Tensor<float>(values, shape);
    }

    private static async Task<double> NodeAsync(string modules, string path, int[] shape, int runs)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Models", "node_binding.cjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script, Path.GetFullPath(modules), path, $"{runs}", string.Join('x', shape)]) { RedirectStandardOutput = true })!;
        var said = await node.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
        await node.WaitForExitAsync().ConfigureAwait(false);
        return double.Parse(said, CultureInfo.InvariantCulture);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
