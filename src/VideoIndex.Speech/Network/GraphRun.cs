using VideoIndex.Inference;

namespace VideoIndex.Speech.Network;

/// <summary>Tensors of one run of a graph, by the names the graph gives them.</summary>
/// <param name="session">The graph.</param>
internal sealed class GraphRun(IModelSession session)
{
    private readonly Tensor[] _inputs = new Tensor[session.Inputs.Count];
    private readonly Tensor[] _outputs = new Tensor[session.Outputs.Count];
    private readonly Dictionary<string, int> _inputPlaces = Places(session.Inputs);
    private readonly Dictionary<string, int> _outputPlaces = Places(session.Outputs);

    /// <summary>Gives the graph a tensor.</summary>
    public void Take(string name, Tensor tensor) => _inputs[_inputPlaces[name]] = tensor;

    /// <summary>Says where something the graph gives is written.</summary>
    public void Give(string name, Tensor tensor) => _outputs[_outputPlaces[name]] = tensor;

    /// <summary>Runs it once, with the tensors' memory as it is: nothing is copied, nothing made but what ties them.</summary>
    public void Run()
    {
        using var binding = session.Bind(_inputs, _outputs);
        binding.Run();
    }

    private static Dictionary<string, int> Places(IReadOnlyList<TensorShape> shapes) =>
        shapes.Select((shape, index) => (shape.Name, index)).ToDictionary(one => one.Name, one => one.index, StringComparer.Ordinal);
}
