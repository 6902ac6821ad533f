using VideoIndex.Inference;
using VideoIndex.Onnx.Whisper.Weights;

namespace VideoIndex.Onnx.Whisper.Graph;

/// <summary>What encoder and decoder have in common: products with weights, norms and the steps between, as few operations of the runtime as there can be.</summary>
/// <param name="maker">Takes the operations.</param>
/// <param name="weights">The weights.</param>
/// <param name="products">What multiplies.</param>
internal sealed class WhisperPart(GraphMaker maker, WeightSet weights, Products products)
{
    private const float Epsilon = 1e-5f; // of every norm of Whisper

    /// <summary>Gets what takes the operations.</summary>
    public GraphMaker Maker => maker;

    /// <summary>Gets what the network is.</summary>
    public WhisperSizes Sizes => weights.Sizes;

    /// <summary>Gets what multiplies.</summary>
    public Products Products => products;

    /// <summary>Adds a weight as it is in the file.</summary>
    public string Plain(string name, params int[] sides)
    {
        var weight = weights.Get(name, sides);
        return maker.Weight(name, ElementType.Real32, sides, file => Portions.Copy(weight, file));
    }

    /// <summary>Adds the first rows of a weight that has one for each place, as wide as a position.</summary>
    public string First(string name, int rows, int all)
    {
        var weight = weights.Get(name, all, Sizes.Width);
        return maker.Weight(name, ElementType.Real32, [rows, Sizes.Width], file => Portions.Copy(weight, file));
    }

    /// <summary>Adds a norm: the mean taken away, divided by the deviation, scaled and moved.</summary>
    public string Norm(string input, string name) =>
        maker.Does("LayerNormalization", [input, Plain(name + ".weight", Sizes.Width), Plain(name + ".bias", Sizes.Width)], GraphMaker.Told("epsilon", Epsilon));

    /// <summary>Adds what a step gave, and its bias, to what it was given, and takes the norm of the sum.</summary>
    /// <param name="step">What the step gave.</param>
    /// <param name="before">What it was given, before its norm.</param>
    /// <param name="bias">The name of the step's bias.</param>
    /// <param name="norm">The name of the norm that follows.</param>
    /// <remarks>The runtime's one operation for all of it (<c>SkipLayerNormalization</c>) takes several times as long as the three.</remarks>
    public (string Normed, string Sum) AddAndNorm(string step, string before, string bias, string norm)
    {
        var sum = maker.Does("Add", [before, Bias(step, bias)]);
        return (Norm(sum, norm), sum);
    }

    /// <summary>Adds a layer's two last products, without the bias of the second.</summary>
    public string Widen(string input, string layer, int inner)
    {
        var wide = products.Of(input, layer + ".fc1.weight", Sizes.Width, inner);
        var bent = maker.DoesFused("BiasGelu", [wide, Plain(layer + ".fc1.bias", inner)]);
        return products.Of(bent, layer + ".fc2.weight", inner, Sizes.Width);
    }

    /// <summary>Adds a bias.</summary>
    public string Bias(string input, string name) => maker.Does("Add", [input, Plain(name, Sizes.Width)]);

    /// <summary>Adds the biases of query, key (which has none) and value as one tensor.</summary>
    public string Biases(string layer)
    {
        var (query, value) = (weights.Get(layer + ".q_proj.bias", Sizes.Width), weights.Get(layer + ".v_proj.bias", Sizes.Width));
        return maker.Weight(layer + ".bias", ElementType.Real32, [3 * Sizes.Width], file =>
        {
            Portions.Copy(query, file);
            file.Append<float>(new float[Sizes.Width]);
            Portions.Copy(value, file);
        });
    }
}
