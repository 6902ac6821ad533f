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
        _ = await Task.WhenAll(Ask(shared, 7), Ask(shared, 8), Ask(shared, 9));
        _model.Runs.Clear(); // the first of its kind was also run one by one, to be held against that

        var gotten = await Task.WhenAll(Ask(shared, 2), Ask(shared, 3), Ask(shared, 4));

        Assert.Equal([4, 9, 16], gotten);
        Assert.Equal([3], _model.Runs);
    }

    [Fact]
    public async Task A_model_that_says_something_else_in_company_is_asked_of_each_alone_from_then_on()
    {
        using var swayed = new Squaring { Sway = 1e-3f };
        using var shared = new SharedBatches(swayed, new SharedBatchOptions { MostItems = 3 }, _time);

        var first = await Task.WhenAll(Ask(shared, 2), Ask(shared, 3), Ask(shared, 4));
        var then = await Task.WhenAll(Ask(shared, 2), Ask(shared, 3), Ask(shared, 4));

        Assert.Equal([4, 9, 16], first);
        Assert.Equal([4, 9, 16], then);
        Assert.Equal([3, 1, 1, 1, 1, 1, 1], swayed.Runs);
    }

    [Fact]
    public void One_that_is_bound_alone_waits_for_nobody()
    {
        using var shared = Shared(mostItems: 3);
        var (input, output) = (new Tensor<float>(new float[1], 1, 1), new Tensor<float>(new float[1], 1, 1));
        using var binding = shared.Bind([input], [output]);

        foreach (var number in (float[])[2, 5])
        {
            input.Span[0] = number;
            binding.Run(); // the clock stands still: whoever waited would wait for ever
            Assert.Equal(number * number, output.Span[0]);
        }

        Assert.Equal([1, 1], _model.Runs);
        binding.Dispose();
        Assert.Equal("closed-model", Assert.Throws<ModelException>(binding.Run).Code);
    }

    [Fact]
    public void What_is_bound_of_another_shape_than_comes_is_refused()
    {
        using var shared = new SharedBatches(new Squaring { Wide = true }, new SharedBatchOptions(), _time);
        using var binding = shared.Bind([new Tensor<float>(new float[1], 1, 1)], [new Tensor<float>(new float[2], 1, 2)]);

        Assert.Equal(("wrong-outputs", "The model's output 'y' came as 1 x 1, not 1 x 2."), Told(Assert.Throws<ModelException>(binding.Run)));
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
        _ = await Task.WhenAll(Ask(shared, 1), Ask(shared, 2));
        _model.Runs.Clear(); // the first of its kind was also run one by one, to be held against that
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

    private static (string Code, string Sentence) Told(ModelException failure) => (failure.Code, failure.Message);

    private static float Run(SharedBatches shared, float number) => ((Tensor<float>)shared.Run(new Tensor<float>(new[] { number }, 1, 1))[0]).Span[0];

    /// <summary>Squares what it is given, and fails on one number.</summary>
    private sealed class Squaring : IModelSession
    {
        public const float Poison = -1;

        private readonly Lock _gate = new();
        private int _items;

        public int Side { get; init; } = -1;

        /// <summary>Gets what is added to what is said of items that are not alone.</summary>
        public float Sway { get; init; }

        /// <summary>Gets whether it declares rows of any length.</summary>
        public bool Wide { get; init; }

        public ManualResetEventSlim Gate { get; } = new(initialState: true);

        public List<int> Runs { get; } = [];

        public int MostAtOnce { get; private set; }

        public IReadOnlyList<TensorShape> Inputs => [new("x", ElementType.Real32, [Side, 1])];

        public IReadOnlyList<TensorShape> Outputs => [new("y", ElementType.Real32, [Side, Wide ? -1 : 1])];

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

            return [new Tensor<float>(Array.ConvertAll(given.Values.ToArray(), number => (number * number) + (given.Shape[0] > 1 ? Sway : 0)), given.Shape)];
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
