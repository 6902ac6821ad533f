using VideoIndex.Inference;

namespace VideoIndex.Vision.Tests.ScreenText.Reading;

/// <summary>A model that says that words stand in one box, given in parts of its picture.</summary>
internal sealed class ToldPlaces(double left, double top, double right, double bottom) : IModelSession
{
    public IReadOnlyList<TensorShape> Inputs => [];

    public IReadOnlyList<TensorShape> Outputs => [];

    public string Provider => "cpu";

    public bool Fails { get; set; }

    public List<(int Width, int Height)> Seen { get; } = [];

    public Tensor[] Run(params ReadOnlySpan<Tensor> inputs)
    {
        var (height, width) = (inputs[0].Shape[2], inputs[0].Shape[3]);
        Seen.Add((width, height));
        if (Fails)
        {
            throw new ModelException("model-failed", "The model failed.");
        }

        var map = new float[width * height];
        for (var row = (int)(top * height); row < (int)(bottom * height); row++)
        {
            map.AsSpan((row * width) + (int)(left * width), (int)((right - left) * width)).Fill(0.9f);
        }

        return [new Tensor<float>(map, 1, 1, height, width)];
    }

    public IModelBinding Bind(ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> outputs) => throw new NotSupportedException("It is run, not bound.");

    public void Dispose()
    {
    }
}
