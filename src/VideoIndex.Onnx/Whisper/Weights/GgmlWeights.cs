using VideoIndex.Inference;

namespace VideoIndex.Onnx.Whisper.Weights;

/// <summary>Opens a Whisper model in whisper.cpp's file, its weights by our names.</summary>
internal static class GgmlWeights
{
    // What the official implementation, and so whisper.cpp, calls what.
    private static readonly (string Theirs, string Ours)[] Parts =
    [
        ("blocks.", "layers."), (".cross_attn_ln.", ".encoder_attn_layer_norm."), (".attn_ln.", ".self_attn_layer_norm."), (".mlp_ln.", ".final_layer_norm."),
        (".cross_attn.", ".encoder_attn."), (".attn.", ".self_attn."), (".mlp.0.", ".fc1."), (".mlp.2.", ".fc2."),
        (".query.", ".q_proj."), (".key.", ".k_proj."), (".value.", ".v_proj."), (".out.", ".out_proj."),
        ("encoder.ln_post.", "encoder.layer_norm."), ("decoder.ln.", "decoder.layer_norm."),
        ("decoder.token_embedding.", "decoder.embed_tokens."), ("positional_embedding", "embed_positions.weight"),
    ];

    /// <summary>Opens one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tokens">Takes its tokens.</param>
    /// <exception cref="ModelException">It is damaged, or no Whisper model.</exception>
    public static WeightSet Open(string path, out IReadOnlyList<byte[]> tokens)
    {
        var handle = HuggingFaceWeights.OpenFile(path);
        try
        {
            var file = GgmlFile.Read(path, handle);
            tokens = file.Tokens;
            var weights = new Dictionary<string, Weight>(StringComparer.Ordinal);
            foreach (var weight in file.Weights)
            {
                if (!weights.TryAdd(Inner(weight.Name), weight))
                {
                    throw new ModelException("malformed-model", $"'{path}' has the weights '{weight.Name}' twice.");
                }
            }

            return new WeightSet(Sizes(path, file.Numbers, weights), weights, [handle]);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    private static WhisperSizes Sizes(string path, IReadOnlyList<int> numbers, Dictionary<string, Weight> weights)
    {
        if (numbers[2] != numbers[6])
        {
            throw new ModelException("bad-config", $"'{path}' has another number of values a position in its encoder than in its decoder.");
        }

        return new WhisperSizes(numbers[9], numbers[1], numbers[5], numbers[0], numbers[2])
        {
            Encoder = new StackSizes(numbers[4], numbers[3], Inner(weights, "encoder")),
            Decoder = new StackSizes(numbers[8], numbers[7], Inner(weights, "decoder")),
        }.Checked();
    }

    private static int Inner(Dictionary<string, Weight> weights, string stack) => weights.GetValueOrDefault($"{stack}.layers.0.fc1.weight")?.Shape[0] ?? 0;

    private static string Inner(string name) => Parts.Aggregate(name, (all, part) => all.Replace(part.Theirs, part.Ours, StringComparison.Ordinal));
}
