using VideoIndex.Inference;

namespace VideoIndex.Onnx.Whisper.Weights;

/// <summary>The weights of a Whisper network by our own names, whatever file they are in: those of Hugging Face without <c>model.</c> before them.</summary>
/// <param name="sizes">What the network is.</param>
/// <param name="weights">The weights.</param>
/// <param name="files">The files they are in, closed with this.</param>
internal sealed class WeightSet(WhisperSizes sizes, IReadOnlyDictionary<string, Weight> weights, IReadOnlyList<IDisposable> files) : IDisposable
{
    /// <summary>Gets what the network is.</summary>
    public WhisperSizes Sizes => sizes;

    /// <summary>Gets the matrix of the logits: the tokens' own, unless the file has another.</summary>
    public string Logits => weights.ContainsKey("proj_out.weight") ? "proj_out.weight" : "decoder.embed_tokens.weight";

    /// <summary>Returns a weight.</summary>
    /// <param name="name">Its name, <c>encoder.conv1.weight</c>.</param>
    /// <param name="shape">The sizes it must have; sides of 1 at its end may be there or not.</param>
    /// <exception cref="ModelException">It is not there, or is of other sizes.</exception>
    public Weight Get(string name, params ReadOnlySpan<int> shape)
    {
        var weight = weights.GetValueOrDefault(name) ?? throw new ModelException("missing-weights", $"The model has no weights '{name}', which a Whisper network of its sizes has.");
        var sides = weight.Shape.ToArray().AsSpan();
        while (sides.Length > shape.Length && sides[^1] == 1)
        {
            sides = sides[..^1];
        }

        return sides.SequenceEqual(shape) ? weight
            : throw new ModelException("wrong-sizes", $"The weights '{name}' are {string.Join(" x ", weight.Shape)}, not {string.Join(" x ", shape.ToArray())} as the model's sizes say.");
    }

    /// <summary>Returns whether there are weights of a name.</summary>
    public bool Has(string name) => weights.ContainsKey(name);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in files)
        {
            file.Dispose();
        }
    }
}
