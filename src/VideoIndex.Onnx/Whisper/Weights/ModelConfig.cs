using System.Text.Json;
using VideoIndex.Inference;

namespace VideoIndex.Onnx.Whisper.Weights;

/// <summary>Reads Hugging Face's <c>config.json</c> of a Whisper model.</summary>
internal static class ModelConfig
{
    private const int MostBytes = 1_000_000;

    /// <summary>Reads the sizes of the network.</summary>
    /// <exception cref="ModelException">The file is missing or damaged, or says something that is not Whisper.</exception>
    public static WhisperSizes Read(string path)
    {
        using var document = Open(path);
        var root = document.RootElement;
        Require(path, root, "model_type", "whisper");
        Require(path, root, "activation_function", "gelu");
        if (root.TryGetProperty("scale_embedding", out var scaled) && scaled.ValueKind == JsonValueKind.True)
        {
            throw new ModelException("bad-config", $"'{path}' scales its embeddings, which no published Whisper model does.");
        }

        return new WhisperSizes(
            Whole(path, root, "num_mel_bins"), Whole(path, root, "max_source_positions"), Whole(path, root, "max_target_positions"), Whole(path, root, "vocab_size"), Whole(path, root, "d_model"))
        {
            Encoder = Stack(path, root, "encoder"),
            Decoder = Stack(path, root, "decoder"),
        }.Checked();
    }

    /// <summary>Opens a small file of JSON.</summary>
    /// <exception cref="ModelException">It is missing, too large, or none.</exception>
    public static JsonDocument Open(string path)
    {
        try
        {
            var file = new FileInfo(path);
            var text = !file.Exists ? throw new ModelException("missing-file", $"'{path}' is missing.")
                : file.Length > MostBytes ? throw new ModelException("bad-config", $"'{path}' is far larger than such a file is.")
                : File.ReadAllBytes(path);
            var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 16 });
            return document.RootElement.ValueKind == JsonValueKind.Object ? document : throw new ModelException("bad-config", $"'{path}' is no object of JSON.");
        }
        catch (JsonException failure)
        {
            throw new ModelException("bad-config", $"'{path}' is no JSON (line {failure.LineNumber + 1}).", failure);
        }
    }

    private static StackSizes Stack(string path, JsonElement root, string which) =>
        new(Whole(path, root, which + "_layers"), Whole(path, root, which + "_attention_heads"), Whole(path, root, which + "_ffn_dim"));

    private static int Whole(string path, JsonElement root, string field) =>
        root.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var whole) ? whole
        : throw new ModelException("bad-config", $"'{path}' does not say '{field}', or not as a whole number.");

    private static void Require(string path, JsonElement root, string field, string wanted)
    {
        if (root.TryGetProperty(field, out var value) && (value.ValueKind != JsonValueKind.String || value.GetString() != wanted))
        {
            throw new ModelException("bad-config", $"'{path}' has '{field}' as something else than '{wanted}': it is no Whisper model.");
        }
    }
}
