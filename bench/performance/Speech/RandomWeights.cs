using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VideoIndex.Performance.Speech;

/// <summary>Writes a Whisper model of the true shapes as Hugging Face keeps one, with weights that are drawn: it costs what the true one costs, and says nothing.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Width">The values of a position.</param>
/// <param name="Layers">The layers of encoder and decoder, each.</param>
/// <param name="Heads">The heads of a layer.</param>
internal sealed record RandomWeights(string Name, int Width, int Layers, int Heads)
{
    private const int Mels = 80, Positions = 1500, TextLength = 448, Vocabulary = 51_865, Seed = 20;

    /// <summary>The published sizes.</summary>
    public static IReadOnlyList<RandomWeights> Sizes { get; } = [new("tiny", 384, 4, 6), new("base", 512, 6, 8), new("small", 768, 12, 12)];

    /// <summary>Writes config and weights, 16 bits each.</summary>
    public void Write(string folder)
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
        };
        foreach (var stack in (string[])["encoder", "decoder"])
        {
            (config[stack + "_layers"], config[stack + "_attention_heads"], config[stack + "_ffn_dim"]) = (Layers, Heads, 4 * Width);
        }

        File.WriteAllText(Path.Combine(folder, "config.json"), config.ToJsonString());
        File.WriteAllText(Path.Combine(folder, "vocab.json"), "{}"); // no token is ever put into words here
        var tensors = Tensors().ToList();
        using var file = File.Create(Path.Combine(folder, "model.safetensors"));
        var (head, at) = (new JsonObject(), 0L);
        foreach (var (name, shape) in tensors)
        {
            var bytes = 2 * shape.Aggregate(1L, (count, side) => count * side);
            head[name] = new JsonObject { ["dtype"] = "F16", ["shape"] = new JsonArray([.. shape.Select(side => JsonValue.Create(side))]), ["data_offsets"] = new JsonArray(at, at + bytes) };
            at += bytes;
        }

        var text = JsonSerializer.SerializeToUtf8Bytes(head);
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, text.Length);
        file.Write(length);
        file.Write(text);
        var random = new Random(Seed);
        foreach (var (name, shape) in tensors)
        {
            Draw(random, name, shape, file);
        }
    }

    // Norms scale by one, biases are small, and a matrix keeps the size of what it is given.
    private static void Draw(Random random, string name, int[] shape, FileStream file)
    {
        var values = new Half[shape.Aggregate(1, (count, side) => count * side)];
        var scale = name.EndsWith("bias", StringComparison.Ordinal) ? .02 : name.Contains("embed", StringComparison.Ordinal) ? .05 : Math.Sqrt(3.0 / shape.Skip(1).Aggregate(1, (count, side) => count * side));
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (Half)(name.EndsWith("norm.weight", StringComparison.Ordinal) ? 1 : scale * (2 * random.NextDouble() - 1));
        }

        file.Write(MemoryMarshal.AsBytes<Half>(values));
    }

    private IEnumerable<(string Name, int[] Shape)> Tensors()
    {
        foreach (var one in (IEnumerable<(string, int[])>)[("conv1.weight", [Width, Mels, 3]), ("conv1.bias", [Width]), ("conv2.weight", [Width, Width, 3]), ("conv2.bias", [Width]), ("embed_positions.weight", [Positions, Width])])
        {
            yield return ("model.encoder." + one.Item1, one.Item2);
        }

        yield return ("model.decoder.embed_tokens.weight", [Vocabulary, Width]);
        yield return ("model.decoder.embed_positions.weight", [TextLength, Width]);
        foreach (var stack in (string[])["model.encoder.", "model.decoder."])
        {
            foreach (var one in Enumerable.Range(0, Layers).SelectMany(layer => Layer($"{stack}layers.{layer}.", stack == "model.decoder.")).Concat(Norm(stack + "layer_norm")))
            {
                yield return one;
            }
        }
    }

    private IEnumerable<(string, int[])> Layer(string layer, bool listens) =>
    [
        .. Norm(layer + "self_attn_layer_norm"), .. Attention(layer + "self_attn."),
        .. listens ? [.. Norm(layer + "encoder_attn_layer_norm"), .. Attention(layer + "encoder_attn.")] : Array.Empty<(string, int[])>(),
        .. Norm(layer + "final_layer_norm"),
        (layer + "fc1.weight", [4 * Width, Width]), (layer + "fc1.bias", [4 * Width]), (layer + "fc2.weight", [Width, 4 * Width]), (layer + "fc2.bias", [Width]),
    ];

    private IEnumerable<(string, int[])> Attention(string attention) =>
        from part in (string[])["q_proj", "k_proj", "v_proj", "out_proj"]
        from one in ((string, int[])[])[($"{attention}{part}.weight", [Width, Width]), ($"{attention}{part}.bias", [Width])]
        where !one.Item1.EndsWith("k_proj.bias", StringComparison.Ordinal)
        select one;

    private IEnumerable<(string, int[])> Norm(string name) => [(name + ".weight", [Width]), (name + ".bias", [Width])];
}
