using VideoIndex.Hearing;
using VideoIndex.Inference;
using VideoIndex.Onnx.Whisper.Graph;
using VideoIndex.Onnx.Whisper.Weights;

namespace VideoIndex.Onnx.Whisper;

/// <summary>Makes graphs of a Whisper model's weights, and opens them.</summary>
public static class WhisperFolder
{
    /// <summary>Makes the graphs of a model as Hugging Face keeps one.</summary>
    /// <param name="source">The model's folder, with <c>model.safetensors</c> and <c>config.json</c>.</param>
    /// <param name="folder">Where the graphs go; it is made where need be.</param>
    /// <param name="precision">In what numbers they work.</param>
    /// <exception cref="ModelException">The model is not what it should be.</exception>
    public static void Convert(string source, string folder, Precision precision)
    {
        using var weights = HuggingFaceWeights.Open(source);
        var heads = Heads(source, weights.Sizes);
        Directory.CreateDirectory(folder);
        EncoderGraph.Write(weights, precision, Path.Combine(folder, "encoder.onnx"));
        DecoderGraph.Write(weights, precision, [.. heads.Select(head => head.Layer).Distinct()], Path.Combine(folder, "decoder.onnx"));
        ScoreGraph.Write(weights.Sizes.Width / weights.Sizes.Decoder.Heads, Path.Combine(folder, "scores.onnx"));
    }

    /// <summary>Opens graphs made by <see cref="Convert"/>.</summary>
    /// <param name="source">The model's folder they were made of.</param>
    /// <param name="folder">Where the graphs are.</param>
    /// <param name="runtime">What runs them.</param>
    /// <param name="options">How.</param>
    /// <exception cref="ModelException">They cannot be opened.</exception>
    public static SpeechModel Open(string source, string folder, IModelRuntime runtime, ModelSessionOptions options)
    {
        var sizes = ModelConfig.Read(Path.Combine(source, "config.json"));
        var graphs = new Dictionary<string, IModelSession>();
        try
        {
            foreach (var name in (string[])["encoder", "decoder", "scores"])
            {
                graphs[name] = runtime.Open(Path.Combine(folder, name + ".onnx"), options);
            }

            return new SpeechModel(SpeechLayouts.Own, graphs) { TextLength = sizes.TextLength, AlignmentHeads = Heads(source, sizes) };
        }
        catch
        {
            foreach (var graph in graphs.Values)
            {
                graph.Dispose();
            }

            throw;
        }
    }

    private static AlignmentHead[] Heads(string source, WhisperSizes sizes)
    {
        var path = Path.Combine(source, "generation_config.json");
        if (!File.Exists(path))
        {
            return UpperHalf(sizes);
        }

        using var document = ModelConfig.Open(path);
        return document.RootElement.TryGetProperty("alignment_heads", out var heads)
            ? [.. heads.EnumerateArray().Select(pair => new AlignmentHead(pair[0].GetInt32(), pair[1].GetInt32()))]
            : UpperHalf(sizes);
    }

    private static AlignmentHead[] UpperHalf(WhisperSizes sizes) =>
        [.. from layer in Enumerable.Range(sizes.Decoder.Layers / 2, sizes.Decoder.Layers - sizes.Decoder.Layers / 2)
            from head in Enumerable.Range(0, sizes.Decoder.Heads)
            select new AlignmentHead(layer, head)];
}
