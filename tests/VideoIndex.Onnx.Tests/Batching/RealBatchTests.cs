using VideoIndex.Inference;
using VideoIndex.Onnx.Batching;
using VideoIndex.Onnx.Binding;

namespace VideoIndex.Onnx.Tests.Batching;

/// <summary>Models of the fixtures on the processor: what is found in a picture must not depend on what is run beside it.</summary>
public sealed class RealBatchTests
{
    private const string Faces = "ShiqiYu__libfacedetection.train/yunet_n_dynamic.onnx";

    private readonly OnnxRuntime _runtime = new(new OnnxRuntimeOptions { Library = OnnxLibrary.Path });

    [OnnxTheory]
    [InlineData(Faces, 320, 320)]
    [InlineData(Faces, 192, 320)]
    [InlineData("Kazuhito00__PaddleOCRv3-ONNX-Sample/ch_ppocr_mobile_v2.0_cls_infer.onnx", 48, 192)]
    [InlineData("Kazuhito00__PaddleOCRv3-ONNX-Sample/en_number_mobile_v2.0_rec_infer.onnx", 32, 320)]
    [InlineData("Kazuhito00__PaddleOCRv3-ONNX-Sample/en_PP-OCRv3_det_infer.onnx", 192, 320)]
    public void An_item_gives_the_same_bytes_alone_and_in_a_batch(string name, int height, int width)
    {
        using var session = Open(name);
        foreach (var count in (int[])[2, 3, 4, 8])
        {
            Tensor[] items = [.. Enumerable.Range(0, count).Select(seed => Noise(seed, height, width))];
            var together = session.Run(TensorStack.Lay(items));

            Assert.All(items, (item, place) => Assert.All(
                session.Run(item).Zip(together), pair => Assert.True(TensorStack.AreSame(pair.First, TensorStack.Take(pair.Second, place)))));
        }
    }

    [OnnxFact]
    public async Task Bound_tensors_of_several_threads_join_batches_and_get_what_they_would_get_alone()
    {
        const int Threads = 4, Rounds = 6;
        using var session = Open(Faces);
        using var shared = new SharedBatches(session, new SharedBatchOptions { MostItems = Threads, Patience = TimeSpan.FromMinutes(10) }, TimeProvider.System);
        var bound = Enumerable.Range(0, Threads).Select(_ => new Bound(shared)).ToList();

        await Task.WhenAll(bound.Select((one, thread) => Task.Factory.StartNew(
            () => one.RunAll(Enumerable.Range(0, Rounds).Select(round => (thread * Rounds) + round)),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        Assert.All(bound.SelectMany(one => one.Seen), seen => Assert.All(
            session.Run(Noise(seen.Seed, Bound.Side, Bound.Side)).Zip(seen.Outputs), pair => Assert.True(TensorStack.AreSame(pair.First, pair.Second))));
        Assert.Equal(Threads * Rounds, bound.Sum(one => one.Seen.Count));
        bound.ForEach(one => one.Dispose());
    }

    [OnnxFact]
    public void On_the_processor_and_where_a_model_takes_one_item_runs_are_not_shared()
    {
        using var free = Open(Faces);
        using var single = Open("Kazuhito00__YOLOX-ONNX-TFLite-Sample/yolox_nano.onnx");

        Assert.True(SharedBatches.CanShare(free));
        Assert.False(SharedBatches.CanShare(single));
        Assert.IsType<OnnxSession>(free);
    }

    private IModelSession Open(string name) => _runtime.Open(OnnxLibrary.Model(name), new ModelSessionOptions { Providers = ["cpu"], SharedBatch = true });

    private static Tensor<float> Noise(int seed, int height, int width)
    {
        var random = new Random(seed);
        var values = new float[3 * height * width];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = random.NextSingle();
        }

        return new Tensor<float>(values, 1, 3, height, width);
    }

    /// <summary>One thread's tensors, and what it saw in them.</summary>
    private sealed class Bound : IDisposable
    {
        public const int Side = 128;

        private readonly Tensor<float> _input = Noise(0, Side, Side);
        private readonly Tensor[] _outputs;
        private readonly IModelBinding _binding;

        public Bound(SharedBatches shared)
        {
            // The outputs come in three sizes, of a point every 8, 16 and 32 pixels, four times over.
            _outputs = [.. shared.Outputs.Select((output, at) => new Tensor<float>(new float[Points(at) * output.Shape[2]], 1, Points(at), output.Shape[2]))];
            _binding = shared.Bind([_input], _outputs);
        }

        public List<(int Seed, Tensor[] Outputs)> Seen { get; } = [];

        public void RunAll(IEnumerable<int> seeds)
        {
            foreach (var seed in seeds)
            {
                Noise(seed, Side, Side).Values.CopyTo(_input.Values);
                _binding.Run();
                Seen.Add((seed, Array.ConvertAll(_outputs, output => (Tensor)new Tensor<float>(((Tensor<float>)output).Values.ToArray(), output.Shape))));
            }
        }

        public void Dispose() => _binding.Dispose();

        private static int Points(int at) => (Side / (8 << (at % 3))) * (Side / (8 << (at % 3)));
    }
}
