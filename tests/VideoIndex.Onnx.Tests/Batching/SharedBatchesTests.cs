using VideoIndex.Inference;
using VideoIndex.Onnx.Batching;

namespace VideoIndex.Onnx.Tests.Batching;

public sealed class SharedBatchesTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly Squaring _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public async Task A_full_batch_is_one_run_and_each_gets_its_own()
    {
        using var shared = Shared(mostItems: 3);

        var gotten = await Task.WhenAll(Ask(shared, 2), Ask(shared, 3), Ask(shared, 4));

        Assert.Equal([4, 9, 16], gotten);
        Assert.Equal([3], _model.Runs);
    }

    [Fact]
    public async Task One_alone_is_run_when_its_patience_ends()
    {
        using var shared = Shared(mostItems: 3);
        var asked = Ask(shared, 5);
        while (!asked.IsCompleted)
        {
            _time.AdvanceToNext(); // nothing is due before it has come
        }

        Assert.Equal(25, await asked);
        Assert.Equal([1], _model.Runs);
    }

    [Fact]
    public async Task A_failing_item_does_not_fail_its_neighbours()
    {
        using var shared = Shared(mostItems: 3);
        var (first, bad, last) = (Ask(shared, 2), Ask(shared, Squaring.Poison), Ask(shared, 4));

        Assert.Equal((4, 16), (await first, await last));
        Assert.Equal("model-failed", (await Assert.ThrowsAsync<ModelException>(() => bad)).Code);
    }

    [Fact]
    public void What_the_model_does_not_take_is_refused_before_it_joins_others()
    {
        using var shared = Shared(mostItems: 3);

        Assert.Equal("wrong-inputs", Assert.Throws<ModelException>(() => shared.Run(new Tensor<double>(new double[1], 1, 1))).Code);
        Assert.Equal(0, shared.Waiting);
        Assert.Empty(_model.Runs);
    }

    [Fact]
    public void A_model_of_one_item_and_a_batch_of_ones_own_go_straight_through()
    {
        using var shared = Shared(mostItems: 3);
        Assert.Equal([4f, 9f], ((Tensor<float>)shared.Run(new Tensor<float>(new[] { 2f, 3f }, 2, 1))[0]).Values.ToArray());

        using var single = new SharedBatches(new Squaring { Side = 1 }, new SharedBatchOptions(), _time);
        Assert.False(single.IsShared);
        Assert.Equal(4, Run(single, 2));
    }

    [Fact]
    public async Task Those_who_feed_a_slow_model_are_held_and_nothing_grows()
    {
        using var shared = Shared(mostItems: 2, mostWaiting: 4);
        _model.Gate.Reset();
        var asked = Enumerable.Range(1, 40).Select(number => Ask(shared, number)).ToList();
        SpinWait.SpinUntil(() => shared.Waiting == 4);

        _model.Gate.Set();
        var gotten = await Task.WhenAll(asked);

        Assert.Equal(Enumerable.Range(1, 40).Select(number => (float)number * number), gotten);
        Assert.InRange(_model.MostAtOnce, 1, 4);
        Assert.Equal(40, _model.Runs.Sum());
    }

    private SharedBatches Shared(int mostItems, int mostWaiting = 16) =>
        new(_model, new SharedBatchOptions { MostItems = mostItems, MostWaiting = mostWaiting }, _time);

    private static Task<float> Ask(SharedBatches shared, float number) =>
        Task.Factory.StartNew(() => Run(shared, number), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static float Run(SharedBatches shared, float number) => ((Tensor<float>)shared.Run(new Tensor<float>(new[] { number }, 1, 1))[0]).Span[0];

    /// <summary>Squares what it is given, and fails on one number.</summary>
    private sealed class Squaring : IModelSession
    {
        public const float Poison = -1;

        private readonly Lock _gate = new();
        private int _items;

        public int Side { get; init; } = -1;

        public ManualResetEventSlim Gate { get; } = new(initialState: true);

        public List<int> Runs { get; } = [];

        public int MostAtOnce { get; private set; }

        public IReadOnlyList<TensorShape> Inputs => [new("x", ElementType.Real32, [Side, 1])];

        public IReadOnlyList<TensorShape> Outputs => [new("y", ElementType.Real32, [Side, 1])];

        public string Provider => "cpu";

        public Tensor[] Run(params ReadOnlySpan<Tensor> inputs)
        {
            var given = (Tensor<float>)inputs[0];
            Count(given.Shape[0]);
            Gate.Wait();
            Count(-given.Shape[0]);
            if (given.Values.Span.Contains(Poison))
            {
                throw new ModelException("model-failed", "The model failed (poison).");
            }

            return [new Tensor<float>(Array.ConvertAll(given.Values.ToArray(), number => number * number), given.Shape)];
        }

        public IModelBinding Bind(ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> outputs) => throw new NotSupportedException();

        public void Dispose() => Gate.Dispose();

        private void Count(int items)
        {
            lock (_gate)
            {
                _items += items;
                MostAtOnce = Math.Max(MostAtOnce, _items);
                if (items > 0)
                {
                    Runs.Add(items);
                }
            }
        }
    }
}
