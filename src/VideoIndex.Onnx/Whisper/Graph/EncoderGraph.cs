using VideoIndex.Inference;
using VideoIndex.Onnx.Whisper.Weights;

namespace VideoIndex.Onnx.Whisper.Graph;

/// <summary>
/// Writes the encoder: a sound picture in, positions out, and what every layer of the decoder looks for in them, for that does not change from token to
/// token. A. Radford and others, "Robust Speech Recognition via Large-Scale Weak Supervision", 2022.
/// </summary>
internal static class EncoderGraph
{
    /// <summary>How many positions the small encoder takes at most that is written beside the true one, over the same weights, to prove them on.</summary>
    public const int ProofPositions = 32;

    /// <summary>Writes it.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="precision">In what numbers products are made.</param>
    /// <param name="path">The graph's file; the weights come beside it, with <c>.weights</c> behind the name, and the small encoder with <c>.proof</c>.</param>
    public static void Write(WeightSet weights, Precision precision, string path)
    {
        using var file = new WeightFile(path + ".weights");
        File.WriteAllBytes(path, Make(weights, precision, file, weights.Sizes.Positions));
        File.WriteAllBytes(path + ".proof", Make(weights, precision, file, Math.Min(ProofPositions, weights.Sizes.Positions)));
        file.Flush();
    }

    private static byte[] Make(WeightSet weights, Precision precision, WeightFile file, int positions)
    {
        var maker = new GraphMaker("encoder", file);
        var part = new WhisperPart(maker, weights, new Products(maker, weights, precision, apart: false));
        var sizes = weights.Sizes;
        var mel = maker.Takes("mel", ElementType.Real32, $"{(precision == Precision.Real32 ? "batch" : "1")} {sizes.Mels} {2 * positions}");
        var sum = Listen(part, mel, positions);
        var normed = part.Norm(sum, "encoder.layers.0.self_attn_layer_norm");
        for (var i = 0; i < sizes.Encoder.Layers; i++)
        {
            (normed, sum) = Layer(part, i, normed, sum);
        }

        maker.Does("Identity", "", [normed], ["encoded"]);
        maker.Gives("encoded", ElementType.Real32, $"batch {positions} {sizes.Width}");
        for (var i = 0; i < sizes.Decoder.Layers; i++)
        {
            Cross(part, i, normed, positions);
        }

        return maker.Bytes();
    }

    private static string Listen(WhisperPart part, string mel, int positions)
    {
        var (maker, sizes) = (part.Maker, part.Sizes);
        var first = Convolve(part, mel, "encoder.conv1", sizes.Mels, 1);
        var second = Convolve(part, first, "encoder.conv2", sizes.Width, 2);
        var turned = maker.Does("Transpose", [second], GraphMaker.ToldEach("perm", 0, 2, 1));
        return maker.Does("Add", [turned, part.First("encoder.embed_positions.weight", positions, sizes.Positions)]);
    }

    private static string Convolve(WhisperPart part, string input, string name, int from, int stride) => part.Maker.DoesFused("Gelu",
    [
        part.Maker.Does(
            "Conv", [input, part.Plain(name + ".weight", part.Sizes.Width, from, 3), part.Plain(name + ".bias", part.Sizes.Width)],
            GraphMaker.ToldEach("kernel_shape", 3), GraphMaker.ToldEach("pads", 1, 1), GraphMaker.ToldEach("strides", stride)),
    ]);

    private static (string Normed, string Sum) Layer(WhisperPart part, int index, string normed, string sum)
    {
        var (maker, products, width) = (part.Maker, part.Products, part.Sizes.Width);
        var layer = $"encoder.layers.{index}";
        var attention = layer + ".self_attn";
        var heard = maker.DoesFused(
            "MultiHeadAttention",
            [
                products.Of(normed, attention + ".q_proj.weight", width, width), products.Of(normed, attention + ".k_proj.weight", width, width),
                products.Of(normed, attention + ".v_proj.weight", width, width), part.Biases(attention),
            ],
            GraphMaker.Told("num_heads", part.Sizes.Encoder.Heads));
        (normed, sum) = part.AddAndNorm(products.Of(heard, attention + ".out_proj.weight", width, width), sum, attention + ".out_proj.bias", layer + ".final_layer_norm");
        var next = index + 1 < part.Sizes.Encoder.Layers ? $"encoder.layers.{index + 1}.self_attn_layer_norm" : "encoder.layer_norm";
        return part.AddAndNorm(part.Widen(normed, layer, part.Sizes.Encoder.Inner), sum, layer + ".fc2.bias", next);
    }

    private static void Cross(WhisperPart part, int index, string encoded, int positions)
    {
        var (maker, sizes) = (part.Maker, part.Sizes);
        var attention = $"decoder.layers.{index}.encoder_attn";
        var key = part.Products.Of(encoded, attention + ".k_proj.weight", sizes.Width, sizes.Width);
        var value = part.Bias(part.Products.Of(encoded, attention + ".v_proj.weight", sizes.Width, sizes.Width), attention + ".v_proj.bias");
        var split = maker.Constant(0, positions, sizes.Decoder.Heads, sizes.Width / sizes.Decoder.Heads);
        foreach (var (flat, name) in (ReadOnlySpan<(string, string)>)[(key, $"cross.{index}.key"), (value, $"cross.{index}.value")])
        {
            maker.Does("Transpose", "", [maker.Does("Reshape", [flat, split])], [name], GraphMaker.ToldEach("perm", 0, 2, 1, 3));
            maker.Gives(name, ElementType.Real32, $"batch {sizes.Decoder.Heads} {positions} {sizes.Width / sizes.Decoder.Heads}");
        }
    }
}
