using VideoIndex.Inference;
using VideoIndex.Onnx.Whisper.Graph;
using VideoIndex.Onnx.Whisper.Weights;
using VideoIndex.Speech.Tests.Network;

namespace VideoIndex.Speech.Tests.Exported;

/// <summary>Makes stand-ins of Hugging Face's exports, of the reference weights: the names, types and layout are theirs, the operations within our own.</summary>
internal sealed class ExportMaker(WeightSet weights, string folder) : IDisposable
{
    private WhisperSizes Sizes => weights.Sizes;

    private int Heads => Sizes.Decoder.Heads;

    private int Head => Sizes.Width / Heads;

    /// <summary>Makes an encoder, and either one decoder for both uses or a pair; a pair takes its places as <c>cache_position</c>.</summary>
    public static void Make(string folder, bool merged, bool listening)
    {
        Directory.CreateDirectory(folder);
        foreach (var name in (string[])["config.json", "generation_config.json", "multilingual.tiktoken"])
        {
            File.Copy(Path.Combine(ReferenceNetwork.Vectors, name), Path.Combine(folder, name));
        }

        using var maker = new ExportMaker(HuggingFaceWeights.Open(ReferenceNetwork.Vectors), folder);
        maker.Encoder();
        if (merged)
        {
            maker.Merged(listening);
        }
        else
        {
            maker.Alone("decoder_model", cached: false, listening);
            maker.Alone("decoder_with_past_model", cached: true, listening);
        }
    }

    public void Dispose() => weights.Dispose();

    private void Encoder()
    {
        var own = Path.Combine(folder, "own.onnx");
        EncoderGraph.Write(weights, Precision.Real32, own);
        File.Delete(own + ".proof");
        File.Move(own, Path.Combine(folder, "encoder_model.onnx"));
    }

    private void Merged(bool listening)
    {
        using var file = new WeightFile(Path.Combine(folder, "decoder_model_merged.onnx_data"));
        var main = new GraphMaker("merged", file);
        Take(main, cached: true);
        main.Takes("use_cache_branch", ElementType.Truth, "1");
        var (with, without) = (new GraphMaker("with", file), new GraphMaker("without", file));
        Decode(with, cached: true, listening, inner: true, main.Fresh());
        Decode(without, cached: false, listening, inner: true, main.Fresh());
        var outputs = Outputs(cached: false, listening);
        main.Does("If", "", ["use_cache_branch"], outputs, GraphMaker.Told("then_branch", with), GraphMaker.Told("else_branch", without));
        foreach (var output in outputs)
        {
            main.Gives(output, ElementType.Real32, output == "logits" ? $"a b {Sizes.Vocabulary}" : "a b c d");
        }

        file.Flush();
        File.WriteAllBytes(Path.Combine(folder, "decoder_model_merged.onnx"), main.Bytes());
    }

    private void Alone(string name, bool cached, bool listening)
    {
        using var file = new WeightFile(Path.Combine(folder, name + ".onnx_data"));
        var maker = new GraphMaker(name, file);
        Take(maker, cached);
        if (cached)
        {
            maker.Takes("cache_position", ElementType.Signed64, "new");
        }

        Decode(maker, cached, listening, inner: false, "places");
        foreach (var output in Outputs(cached, listening))
        {
            maker.Gives(output, ElementType.Real32, output == "logits" ? $"a b {Sizes.Vocabulary}" : "a b c d");
        }

        file.Flush();
        File.WriteAllBytes(Path.Combine(folder, name + ".onnx"), maker.Bytes());
    }

    private void Take(GraphMaker maker, bool cached)
    {
        maker.Takes("input_ids", ElementType.Signed64, "batch new");
        maker.Takes("encoder_hidden_states", ElementType.Real32, $"batch sound {Sizes.Width}");
        for (var i = 0; i < Sizes.Decoder.Layers && cached; i++)
        {
            foreach (var part in Parts)
            {
                maker.Takes($"past_key_values.{i}.{part}", ElementType.Real32, $"batch {Heads} {part.Replace('.', '_')} {Head}");
            }
        }
    }

    private static readonly string[] Parts = ["decoder.key", "decoder.value", "encoder.key", "encoder.value"];

    private string[] Outputs(bool cached, bool listening) =>
    [
        "logits",
        .. from i in Enumerable.Range(0, Sizes.Decoder.Layers)
           from part in cached ? Parts[..2] : Parts
           select $"present.{i}.{part}",
        .. listening ? Enumerable.Range(0, Sizes.Decoder.Layers).Select(i => $"cross_attentions.{i}") : [],
    ];

    private void Decode(GraphMaker maker, bool cached, bool listening, bool inner, string prefix)
    {
        var part = new WhisperPart(maker, weights, new Products(maker, weights, Precision.Real32, apart: true));
        var given = new Dictionary<string, string>();
        var places = cached && !inner ? "cache_position" : Places(maker, cached);
        var sum = maker.Does("Add", [part.Products.Rows("input_ids"), maker.Does("Gather", [part.Plain("decoder.embed_positions.weight", Sizes.TextLength, Sizes.Width), places])]);
        var normed = part.Norm(sum, "decoder.layers.0.self_attn_layer_norm");
        for (var i = 0; i < Sizes.Decoder.Layers; i++)
        {
            (normed, sum) = Remember(part, i, (normed, sum), cached, given);
            (normed, sum) = Listen(part, i, (normed, sum), cached, given);
            var next = i + 1 < Sizes.Decoder.Layers ? $"decoder.layers.{i + 1}.self_attn_layer_norm" : "decoder.layer_norm";
            (normed, sum) = part.AddAndNorm(part.Widen(normed, $"decoder.layers.{i}", Sizes.Decoder.Inner), sum, $"decoder.layers.{i}.fc2.bias", next);
        }

        given["logits"] = maker.Fresh();
        part.Products.Logits(normed, given["logits"]);
        foreach (var output in Outputs(cached && !inner, listening))
        {
            var name = inner ? $"{prefix}/{output}" : output;
            maker.Does("Identity", "", [given[output]], [name]);
            if (inner)
            {
                maker.Gives(name, ElementType.Real32, output == "logits" ? $"a b {Sizes.Vocabulary}" : "a b c d");
            }
        }
    }

    private static string Places(GraphMaker maker, bool cached)
    {
        var zero = maker.Does("Squeeze", [maker.Constant(0)]);
        var further = maker.Does("Squeeze", [maker.Does("Gather", [maker.Does("Shape", ["input_ids"]), maker.Constant(1)])]);
        var past = cached ? maker.Does("Squeeze", [maker.Does("Gather", [maker.Does("Shape", ["past_key_values.0.decoder.key"]), maker.Constant(2)])]) : zero;
        return maker.Does("Range", [past, maker.Does("Add", [past, further]), maker.Does("Squeeze", [maker.Constant(1)])]);
    }

    private (string, string) Remember(WhisperPart part, int index, (string Normed, string Sum) state, bool cached, Dictionary<string, string> given)
    {
        var (maker, products, layer) = (part.Maker, part.Products, $"decoder.layers.{index}");
        var attention = layer + ".self_attn";
        string[] past = cached ? ["", "", $"past_key_values.{index}.decoder.key", $"past_key_values.{index}.decoder.value"] : [];
        var (heard, key, value) = (maker.Fresh(), maker.Fresh(), maker.Fresh());
        maker.Does(
            "MultiHeadAttention", GraphMaker.Fused,
            [.. new[] { "q", "k", "v" }.Select(side => products.Of(state.Normed, $"{attention}.{side}_proj.weight", Sizes.Width, Sizes.Width)), part.Biases(attention), .. past],
            [heard, key, value], GraphMaker.Told("num_heads", Heads), GraphMaker.Told("unidirectional", 1));
        (given[$"present.{index}.decoder.key"], given[$"present.{index}.decoder.value"]) = (key, value);
        return part.AddAndNorm(products.Of(heard, attention + ".out_proj.weight", Sizes.Width, Sizes.Width), state.Sum, attention + ".out_proj.bias", layer + ".encoder_attn_layer_norm");
    }

    // Softmax and all in single operations, for where heads listen comes out after it.
    private (string, string) Listen(WhisperPart part, int index, (string Normed, string Sum) state, bool cached, Dictionary<string, string> given)
    {
        var (maker, products, layer) = (part.Maker, part.Products, $"decoder.layers.{index}");
        var attention = layer + ".encoder_attn";
        var query = Split(maker, part.Bias(products.Of(state.Normed, attention + ".q_proj.weight", Sizes.Width, Sizes.Width), attention + ".q_proj.bias"));
        var key = cached ? $"past_key_values.{index}.encoder.key" : Split(maker, products.Of("encoder_hidden_states", attention + ".k_proj.weight", Sizes.Width, Sizes.Width));
        var value = cached ? $"past_key_values.{index}.encoder.value"
            : Split(maker, part.Bias(products.Of("encoder_hidden_states", attention + ".v_proj.weight", Sizes.Width, Sizes.Width), attention + ".v_proj.bias"));
        var nothing = cached ? maker.Does("ConstantOfShape", [maker.Constant(0, Heads, 1, Head)]) : "";
        (given[$"present.{index}.encoder.key"], given[$"present.{index}.encoder.value"]) = cached ? (nothing, nothing) : (key, value);
        var scores = maker.DoesFused("FusedMatMul", [query, key], GraphMaker.Told("transB", 1), GraphMaker.Told("alpha", 1 / MathF.Sqrt(Head)));
        given[$"cross_attentions.{index}"] = maker.Does("Softmax", [scores]);
        var heard = maker.Does("Transpose", [maker.Does("MatMul", [given[$"cross_attentions.{index}"], value])], GraphMaker.ToldEach("perm", 0, 2, 1, 3));
        var flat = maker.Does("Reshape", [heard, maker.Constant(0, 0, Sizes.Width)]);
        return part.AddAndNorm(products.Of(flat, attention + ".out_proj.weight", Sizes.Width, Sizes.Width), state.Sum, attention + ".out_proj.bias", layer + ".final_layer_norm");
    }

    private string Split(GraphMaker maker, string flat) =>
        maker.Does("Transpose", [maker.Does("Reshape", [flat, maker.Constant(0, 0, Heads, Head)])], GraphMaker.ToldEach("perm", 0, 2, 1, 3));
}
