using VideoIndex.Inference;
using VideoIndex.Onnx.Whisper.Weights;

namespace VideoIndex.Onnx.Whisper.Graph;

/// <summary>Products with matrices of weights.</summary>
/// <param name="maker">Takes the operations.</param>
/// <param name="weights">The weights.</param>
/// <param name="precision">In what numbers they are made.</param>
internal sealed class Products(GraphMaker maker, WeightSet weights, Precision precision)
{
    private const string Tokens = "decoder.embed_tokens.weight";

    /// <summary>Adds a product, without a bias.</summary>
    /// <param name="input">What is multiplied, of <paramref name="from"/> values a row.</param>
    /// <param name="name">The matrix, a row for each value that comes out.</param>
    /// <param name="from">How many values a row has.</param>
    /// <param name="to">How many come out.</param>
    public string Of(string input, string name, int from, int to)
    {
        if (precision != Precision.Real32)
        {
            throw new ArgumentOutOfRangeException(nameof(precision));
        }

        var weight = weights.Get(name, to, from);
        return maker.Does("MatMul", [input, maker.Weight(name, ElementType.Real32, [from, to], file => Portions.CopyTransposed(weight, to, from, file))]);
    }

    /// <summary>Adds the looking up of the rows of the tokens' matrix.</summary>
    /// <param name="tokens">Which rows.</param>
    public string Rows(string tokens)
    {
        var sizes = weights.Sizes;
        var weight = weights.Get(Tokens, sizes.Vocabulary, sizes.Width);
        return maker.Does("Gather", [maker.Weight(Tokens, ElementType.Real32, [sizes.Vocabulary, sizes.Width], file => Portions.Copy(weight, file)), tokens]);
    }

    /// <summary>Adds the product that gives every token's logit: with the matrix the tokens were looked up in, unless the model has another.</summary>
    /// <param name="input">What is multiplied.</param>
    /// <param name="output">The name of what comes out.</param>
    public void Logits(string input, string output)
    {
        var sizes = weights.Sizes;
        var matrix = weights.Logits == Tokens ? Tokens
            : maker.Weight(weights.Logits, ElementType.Real32, [sizes.Vocabulary, sizes.Width], file => Portions.Copy(weights.Get(weights.Logits, sizes.Vocabulary, sizes.Width), file));
        maker.Does("FusedMatMul", GraphMaker.Fused, [input, matrix], [output], GraphMaker.Told("transB", 1));
    }
}
