using System.Diagnostics;
using System.Globalization;
using VideoIndex.Inference;
using VideoIndex.Onnx.Binding;

namespace VideoIndex.Performance.Models;

/// <summary>Images a second and core of our binding against ONNX Runtime's own for Node, in turns; then streams, threads and batches, and providers.</summary>
internal static class ModelsBench
{
    // A small model is run more often, for as long a time as the others.
    private static readonly (string Name, int[] Shape, int Times)[] Models =
    [
        ("Kazuhito00__YOLOX-ONNX-TFLite-Sample/yolox_nano.onnx", [1, 3, 416, 416], 1),
        ("ShiqiYu__libfacedetection.train/yunet_n_640_640.onnx", [1, 3, 640, 640], 1),
        ("ShiqiYu__libfacedetection.train/yunet_n_dynamic.onnx", [1, 3, 384, 640], 1),
        ("Kazuhito00__PaddleOCRv3-ONNX-Sample/ch_ppocr_mobile_v2.0_cls_infer.onnx", [1, 3, 48, 192], 30),
        ("Kazuhito00__PaddleOCRv3-ONNX-Sample/en_number_mobile_v2.0_rec_infer.onnx", [1, 3, 32, 320], 1),
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
            StreamsBench.Run(runtime, path, shape, rounds, runs * times);
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
        var (ours, theirs) = (new List<Spent>(), new List<Spent>());
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
        Console.WriteLine($"{Path.GetFileName(path)}: ours {Words(ours)}; a run allocates {allocated:N0} B, of which outputs {kept:N0} B");
        Console.WriteLine(theirs.Count == 0
            ? "  no --node NODE_MODULES, so not compared"
            : $"  Node's {Words(theirs)}; images a second and core, ours to Node's, median of rounds: {Median([.. theirs.Zip(ours, (their, our) => their.Processor / our.Processor)]):0.000} by processor time, {Median([.. theirs.Zip(ours, (their, our) => their.Wall / our.Wall)]):0.000} by the clock");
    }

    private static string Words(List<Spent> spent) =>
        $"{spent.Min(one => one.Processor):0.00} ms of processor time at least, {Median([.. spent.Select(one => one.Processor)]):0.00} median";

    private static void Provide(OnnxRuntime runtime, string provider, string path, int[] shape, int runs)
    {
        try
        {
            using var session = runtime.Open(path, new ModelSessionOptions { Providers = [provider] });
            Console.WriteLine($"{provider}: {1000 / Time(session, shape, runs).Wall:0.0} images/s");
        }
        catch (ModelException failure)
        {
            Console.WriteLine($"{provider}: skipped. {failure.Message}");
        }
    }

    internal static IModelSession Open(OnnxRuntime runtime, string path, int threads) =>
        runtime.Open(path, new ModelSessionOptions { Threads = threads, Providers = ["cpu"] });

    private static Spent Time(IModelSession session, int[] shape, int runs)
    {
        var given = Input(shape);
        for (var i = 0; i < 3; i++)
        {
            _ = session.Run(given);
        }

        var (start, used) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
        for (var i = 0; i < runs; i++)
        {
            _ = session.Run(given);
        }

        return new Spent(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds / runs, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds / runs);
    }

    internal static Tensor<float> Input(int[] shape)
    {
        var values = new float[shape.Aggregate(1, (length, side) => length * side)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (long)i * 7919 % 256;
        }

        return new Tensor<float>(values, shape);
    }

    private static async Task<Spent> NodeAsync(string modules, string path, int[] shape, int runs)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Models", "node_binding.cjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script, Path.GetFullPath(modules), path, $"{runs}", string.Join('x', shape)]) { RedirectStandardOutput = true })!;
        var said = await node.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
        await node.WaitForExitAsync().ConfigureAwait(false);
        var figures = Array.ConvertAll(said.Split(' '), figure => double.Parse(figure, CultureInfo.InvariantCulture));
        return new Spent(figures[0], figures[1]);
    }

    internal static double Median(IReadOnlyCollection<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>What a run takes.</summary>
    /// <param name="Wall">Milliseconds by the clock.</param>
    /// <param name="Processor">Milliseconds of the whole program's processor time, which hardly depends on what else the machine does.</param>
    private readonly record struct Spent(double Wall, double Processor);
}
