using VideoIndex.Inference;
using VideoIndex.Onnx.Whisper.Weights;

namespace VideoIndex.Onnx.Whisper.Graph;

/// <summary>
/// Writes the decoder: further tokens of sequences in, with the keys and values of the tokens before them; logits out for the places that are wanted.
/// </summary>
/// <remarks>
/// Sequences about one window share its keys and values instead of each having a copy: they are laid in lines, a window each, for the attention to the
/// sound, and taken out of them after it. <c>lines</c> names the sequence of each place in them, <c>back</c> the place of each sequence.
/// </remarks>
internal static class DecoderGraph
{
    /// <summary>Writes it.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="precision">In what numbers products are made.</param>
    /// <param name="aligned">The layers whose heads follow the sound: what they ask of it comes out too, for the times of words.</param>
    /// <param name="path">The graph's file; the weights come beside it, with <c>.weights</c> behind the name.</param>
    public static void Write(WeightSet weights, Precision precision, IReadOnlyCollection<int> aligned, string path)
    {
        using var file = new WeightFile(path + ".weights");
        var maker = new GraphMaker("decoder", file);
        var part = new WhisperPart(maker, weights, new Products(maker, weights, precision, apart: true));
        var sizes = weights.Sizes;
        var tokens = maker.Takes("tokens", ElementType.Signed64, "batch new");
        var positions = maker.Takes("positions", ElementType.Signed64, "new");
        maker.Takes("wanted", ElementType.Signed64, "asked");
        maker.Takes("lines", ElementType.Signed64, "lined");
        maker.Takes("back", ElementType.Signed64, "batch");
        maker.Takes("lined.shape", ElementType.Signed64, "3");
        maker.Takes("apart.shape", ElementType.Signed64, "3");
        var sum = maker.Does("Add", [part.Products.Rows(tokens), maker.Does("Gather", [part.Plain("decoder.embed_positions.weight", sizes.TextLength, sizes.Width), positions])]);
        var normed = part.Norm(sum, "decoder.layers.0.self_attn_layer_norm");
        for (var i = 0; i < sizes.Decoder.Layers; i++)
        {
            (normed, sum) = Remember(part, i, normed, sum);
            (normed, sum) = Listen(part, i, normed, sum, aligned.Contains(i));
            var next = i + 1 < sizes.Decoder.Layers ? $"decoder.layers.{i + 1}.self_attn_layer_norm" : "decoder.layer_norm";
            (normed, sum) = part.AddAndNorm(part.Widen(normed, $"decoder.layers.{i}", sizes.Decoder.Inner), sum, $"decoder.layers.{i}.fc2.bias", next);
        }

        part.Products.Logits(maker.Does("Gather", [normed, "wanted"], GraphMaker.Told("axis", 1)), "logits");
        maker.Gives("logits", ElementType.Real32, $"batch asked {sizes.Vocabulary}");
        file.Flush();
        File.WriteAllBytes(path, maker.Bytes());
    }

    private static (string Normed, string Sum) Remember(WhisperPart part, int index, string normed, string sum)
    {
        var (maker, products, width) = (part.Maker, part.Products, part.Sizes.Width);
        var (layer, cache) = ($"decoder.layers.{index}", $"self.{index}");
        var attention = layer + ".self_attn";
        var sides = $"{part.Sizes.Decoder.Heads} past {width / part.Sizes.Decoder.Heads}";
        maker.Takes(cache + ".key", ElementType.Real32, "batch " + sides);
        maker.Takes(cache + ".value", ElementType.Real32, "batch " + sides);
        var heard = maker.Fresh();
        maker.Does(
            "MultiHeadAttention", GraphMaker.Fused,
            [
                products.Of(normed, attention + ".q_proj.weight", width, width), products.Of(normed, attention + ".k_proj.weight", width, width),
                products.Of(normed, attention + ".v_proj.weight", width, width), part.Biases(attention), "", "", cache + ".key", cache + ".value",
            ],
            [heard, cache + ".key.next", cache + ".value.next"],
            GraphMaker.Told("num_heads", part.Sizes.Decoder.Heads), GraphMaker.Told("unidirectional", 1));
        maker.Gives(cache + ".key.next", ElementType.Real32, "batch " + sides.Replace("past", "all", StringComparison.Ordinal));
        maker.Gives(cache + ".value.next", ElementType.Real32, "batch " + sides.Replace("past", "all", StringComparison.Ordinal));
        return part.AddAndNorm(products.Of(heard, attention + ".out_proj.weight", width, width), sum, attention + ".out_proj.bias", layer + ".encoder_attn_layer_norm");
    }

    private static (string Normed, string Sum) Listen(WhisperPart part, int index, string normed, string sum, bool shown)
    {
        var (maker, products, sizes) = (part.Maker, part.Products, part.Sizes);
        var (layer, cross) = ($"decoder.layers.{index}", $"cross.{index}");
        var attention = layer + ".encoder_attn";
        var sides = $"windows {sizes.Decoder.Heads} sound {sizes.Width / sizes.Decoder.Heads}";
        var query = part.Bias(products.Of(normed, attention + ".q_proj.weight", sizes.Width, sizes.Width), attention + ".q_proj.bias");
        if (shown)
        {
            maker.Does("Identity", "", [query], [$"query.{index}"]);
            maker.Gives($"query.{index}", ElementType.Real32, $"batch new {sizes.Width}");
        }

        var lined = maker.Does("Reshape", [maker.Does("Gather", [query, "lines"]), "lined.shape"]);
        var heard = maker.DoesFused(
            "MultiHeadAttention",
            [lined, maker.Takes(cross + ".key", ElementType.Real32, sides), maker.Takes(cross + ".value", ElementType.Real32, sides)],
            GraphMaker.Told("num_heads", sizes.Decoder.Heads));
        var apart = maker.Does("Gather", [maker.Does("Reshape", [heard, "apart.shape"]), "back"]);
        return part.AddAndNorm(products.Of(apart, attention + ".out_proj.weight", sizes.Width, sizes.Width), sum, attention + ".out_proj.bias", layer + ".final_layer_norm");
    }
}
