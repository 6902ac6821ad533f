using VideoIndex.Inference;

namespace VideoIndex.Vision.Tests.Objects;

/// <summary>A model that gives the numbers it is told to.</summary>
internal sealed class PaintedModel(Action<Tensor<float>[]> paint) : IModelSession, IModelRuntime, IModelCatalogue
{
    private int _bindings;

    public IReadOnlyList<TensorShape> Inputs => [];

    public IReadOnlyList<TensorShape> Outputs => [];

    public string Provider => "cpu";

    public string? Missing { get; init; }

    public string? Version => "1";

    public ModelCard Card { get; init; } = new("yolox-tiny", ModelTasks.Objects, "1", "Apache-2.0", "", 0, "yolox") { Labels = ["person", "car"], Width = 64, Height = 32 };

    public bool Installed { get; init; } = true;

    public bool Disposed { get; private set; }

    public int Bindings => _bindings;

    public IReadOnlyList<ModelCard> Known => [Card];

    public InstalledModel? Serving(string task) => Installed && task == Card.Task ? new InstalledModel(Card, "model.onnx") : null;

    public IModelSession Open(string path, ModelSessionOptions options) => this;

    public Tensor[] Run(params ReadOnlySpan<Tensor> inputs) => throw new NotSupportedException("Only bound runs are painted.");

    public IModelBinding Bind(ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> outputs)
    {
        Interlocked.Increment(ref _bindings);
        return new Binding(this, [.. outputs.ToArray().Cast<Tensor<float>>()]);
    }

    public void Dispose() => Disposed = true;

    private sealed class Binding(PaintedModel model, Tensor<float>[] outputs) : IModelBinding
    {
        public void Run() => model.Paint(outputs);

        public void Dispose() => Interlocked.Decrement(ref model._bindings);
    }

    private void Paint(Tensor<float>[] outputs) => paint(outputs);
}
