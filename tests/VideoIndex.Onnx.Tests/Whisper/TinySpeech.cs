using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;

namespace VideoIndex.Onnx.Tests.Whisper;

/// <summary>A Whisper model of a few thousand drawn weights, as Hugging Face keeps one: window, tokens and heads are none of the published sizes.</summary>
internal static class TinySpeech
{
    public const int Width = 24, Heads = 2, Mels = 8, Positions = 10, TextLength = 12, Vocabulary = 40;

    /// <summary>Writes one.</summary>
    /// <param name="folder">Where; it is made where need be.</param>
    /// <param name="change">Changes the head of the weights' file, for a damaged one.</param>
    public static void Write(string folder, Action<JsonObject>? change = null)
    {
        Directory.CreateDirectory(folder);
        var config = new JsonObject
        {
            ["model_type"] = "whisper",
            ["activation_function"] = "gelu",
            ["d_model"] = Width,
            ["vocab_size"] = Vocabulary,
            ["num_mel_bins"] = Mels,
            ["max_source_positions"] = Positions,
            ["max_target_positions"] = TextLength,
            ["encoder_layers"] = 1,
            ["decoder_layers"] = 1,
            ["encoder_attention_heads"] = Heads,
            ["decoder_attention_heads"] = Heads,
            ["encoder_ffn_dim"] = 2 * Width,
            ["decoder_ffn_dim"] = 3 * Width,
        };
        File.WriteAllText(Path.Combine(folder, "config.json"), config.ToJsonString());
        File.WriteAllText(Path.Combine(folder, "vocab.json"), "{\"a\": 0}");
        File.WriteAllBytes(Path.Combine(folder, "model.safetensors"), Weights(change));
    }

    /// <summary>The weights' file.</summary>
    public static byte[] Weights(Action<JsonObject>? change = null)
    {
        var (head, bytes, random) = (new JsonObject(), new MemoryStream(), new Random(3));
        foreach (var (name, sides) in Tensors())
        {
            var count = sides.Aggregate(1, (all, side) => all * side);
            head[name] = new JsonObject { ["dtype"] = "F32", ["shape"] = new JsonArray([.. sides.Select(side => (JsonNode)side)]), ["data_offsets"] = new JsonArray(bytes.Length, bytes.Length + 4 * count) };
            for (var i = 0; i < count; i++)
            {
                var value = new byte[4];
                BinaryPrimitives.WriteSingleLittleEndian(value, (name.EndsWith("norm.weight", StringComparison.Ordinal) ? 1 : 0) + 0.6f * (random.NextSingle() - 0.5f));
                bytes.Write(value);
            }
        }

        change?.Invoke(head);
        return Framed(head.ToJsonString(), bytes.ToArray());
    }

    /// <summary>A file of this format: how long its head is, the head, the rest.</summary>
    public static byte[] Framed(string head, byte[] rest)
    {
        var length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, Encoding.UTF8.GetByteCount(head));
        return [.. length, .. Encoding.UTF8.GetBytes(head), .. rest];
    }

    private static IEnumerable<(string, int[])> Tensors() =>
    [
        ("model.encoder.conv1.weight", [Width, Mels, 3]), ("model.encoder.conv1.bias", [Width]), ("model.encoder.conv2.weight", [Width, Width, 3]), ("model.encoder.conv2.bias", [Width]),
        ("model.encoder.embed_positions.weight", [Positions, Width]), ("model.decoder.embed_positions.weight", [TextLength, Width]), ("model.decoder.embed_tokens.weight", [Vocabulary, Width]),
        .. Norm("model.encoder.layer_norm"), .. Norm("model.decoder.layer_norm"),
        .. Layer("model.encoder.layers.0.", ["self_attn"], 2 * Width), .. Layer("model.decoder.layers.0.", ["self_attn", "encoder_attn"], 3 * Width),
    ];

    private static IEnumerable<(string, int[])> Layer(string layer, string[] attentions, int inner) =>
    [
        .. attentions.SelectMany(attention => Norm($"{layer}{attention}_layer_norm")), .. Norm(layer + "final_layer_norm"),
        .. from attention in attentions
           from part in (string[])["q_proj", "k_proj", "v_proj", "out_proj"]
           from one in part == "k_proj" ? (string[])["weight"] : ["weight", "bias"]
           select ($"{layer}{attention}.{part}.{one}", one == "bias" ? (int[])[Width] : [Width, Width]),
        (layer + "fc1.weight", [inner, Width]), (layer + "fc1.bias", [inner]), (layer + "fc2.weight", [Width, inner]), (layer + "fc2.bias", [Width]),
    ];

    private static IEnumerable<(string, int[])> Norm(string name) => [(name + ".weight", [Width]), (name + ".bias", [Width])];
}
