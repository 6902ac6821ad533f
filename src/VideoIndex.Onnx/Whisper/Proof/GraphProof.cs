using VideoIndex.Inference;
using VideoIndex.Onnx.Whisper.Graph;
using VideoIndex.Onnx.Whisper.Weights;

namespace VideoIndex.Onnx.Whisper.Proof;

/// <summary>
/// Holds graphs against the weights they were made of: both are given the same drawn sound and tokens, the weights in plain loops. The encoder is
/// tried on a short window, by a graph over the very same weights, for plain loops over a whole one would take minutes.
/// </summary>
internal static class GraphProof
{
    private const int Tokens = 6;

    /// <summary>How alike logits must be at least, as the cosine of the angle between them, their mean taken away: exact numbers differ by rounding only.</summary>
    public const double LeastAlike = 0.99999;

    /// <summary>The same for products in 8 bits: drawn networks of three sizes were at .9996 and above.</summary>
    public const double LeastAlikeIn8Bits = 0.97;

    /// <summary>Returns when graphs do what the weights say.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="folder">The graphs.</param>
    /// <param name="precision">In what numbers they work.</param>
    /// <param name="runtime">What runs them.</param>
    /// <exception cref="ModelException">They do something else (<c>wrong-conversion</c>), or cannot be run.</exception>
    public static void Require(WeightSet weights, string folder, Precision precision, IModelRuntime runtime)
    {
        var alike = Alike(weights, folder, runtime);
        var least = precision == Precision.Real32 ? LeastAlike : LeastAlikeIn8Bits;
        if (!(alike >= least))
        {
            throw new ModelException("wrong-conversion", $"The graphs made of the model do not say what its weights say: their logits are alike to {alike:0.00000}, not {least:0.00000}.");
        }
    }

    /// <summary>Returns how alike the logits are that graphs and weights give, at the place where they are least so; 1 for the same.</summary>
    public static double Alike(WeightSet weights, string folder, IModelRuntime runtime)
    {
        var sizes = weights.Sizes;
        var positions = Math.Min(EncoderGraph.ProofPositions, sizes.Positions);
        var mel = Sound(sizes.Mels, 2 * positions);
        var tokens = Enumerable.Range(0, Math.Min(Tokens, sizes.TextLength)).Select(i => (int)((long)i * 7919 % sizes.Vocabulary)).ToArray();
        var plain = new PlainNetwork(weights);
        var said = plain.Decode(plain.Encode(mel, 2 * positions), tokens);
        var given = GraphTrial.Run(folder, mel, tokens, runtime, new ModelSessionOptions { Providers = ["cpu"] });
        return Enumerable.Range(0, tokens.Length)
            .Min(place => Cosine(said.AsSpan(place * sizes.Vocabulary, sizes.Vocabulary), given.AsSpan(place * sizes.Vocabulary, sizes.Vocabulary)));
    }

    private static float[] Sound(int bands, int frames) =>
        [.. from band in Enumerable.Range(0, bands)
            from frame in Enumerable.Range(0, frames)
            select (float)(0.3 + Math.Sin(0.31 * band + 0.17 * frame) * Math.Cos(0.05 * band * frame))];

    private static double Cosine(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var (meanOne, meanOther) = (0.0, 0.0);
        for (var i = 0; i < one.Length; i++)
        {
            meanOne += one[i] / one.Length;
            meanOther += other[i] / one.Length;
        }

        var (product, squares, squaresOther) = (0.0, 0.0, 0.0);
        for (var i = 0; i < one.Length; i++)
        {
            product += (one[i] - meanOne) * (other[i] - meanOther);
            squares += (one[i] - meanOne) * (one[i] - meanOne);
            squaresOther += (other[i] - meanOther) * (other[i] - meanOther);
        }

        return product / Math.Sqrt(squares * squaresOther);
    }
}
