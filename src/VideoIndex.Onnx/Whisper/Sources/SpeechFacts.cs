using System.Text.Json;
using VideoIndex.Hearing;
using VideoIndex.Inference;
using VideoIndex.Onnx.Whisper.Weights;

namespace VideoIndex.Onnx.Whisper.Sources;

/// <summary>What a speech model's files say beside its weights.</summary>
/// <param name="Sizes">The sizes of the network.</param>
/// <param name="Heads">The heads that follow the sound.</param>
/// <param name="Tokens">What its tokens are read from.</param>
internal sealed record SpeechFacts(WhisperSizes Sizes, IReadOnlyList<AlignmentHead> Heads, SpeechTokens Tokens)
{
    private const long LargestTokens = 50_000_000;

    private static readonly string[] TokenFiles = ["vocab.json", "merges.txt", "added_tokens.json", "tokenizer.json", "multilingual.tiktoken", "gpt2.tiktoken"];

    /// <summary>Gets the tokens that are never said.</summary>
    public IReadOnlyList<int> NeverSaid { get; init; } = [];

    /// <summary>Gets the tokens that are never said first.</summary>
    public IReadOnlyList<int> NeverFirst { get; init; } = [];

    /// <summary>Reads them.</summary>
    /// <exception cref="ModelException">A file is missing or damaged.</exception>
    public static SpeechFacts Read(SpeechSource source)
    {
        if (source.Kind == SourceKind.Ggml)
        {
            using var weights = GgmlWeights.Open(Path.Combine(source.Folder, source.Files[0]), out var tokens);
            return new SpeechFacts(weights.Sizes, PublishedHeads.Of(weights.Sizes), new SpeechTokens { List = tokens });
        }

        var sizes = ModelConfig.Read(Path.Combine(source.Folder, "config.json"));
        var files = source.Files.Where(TokenFiles.Contains).ToDictionary(name => name, name => ReadTokens(Path.Combine(source.Folder, name)));
        if (!files.ContainsKey("vocab.json") && !files.ContainsKey("tokenizer.json") && !files.Keys.Any(name => name.EndsWith(".tiktoken", StringComparison.Ordinal)))
        {
            throw new ModelException("missing-file", $"'{source.Folder}' has no file of tokens: neither vocab.json nor tokenizer.json.");
        }

        var generation = Path.Combine(source.Folder, "generation_config.json");
        return File.Exists(generation)
            ? ReadGeneration(generation, new SpeechFacts(sizes, PublishedHeads.Of(sizes), new SpeechTokens { Files = files }))
            : new SpeechFacts(sizes, PublishedHeads.Of(sizes), new SpeechTokens { Files = files });
    }

    private static SpeechFacts ReadGeneration(string path, SpeechFacts facts)
    {
        using var document = ModelConfig.Open(path);
        var root = document.RootElement;
        return facts with
        {
            Heads = root.TryGetProperty("alignment_heads", out var heads) && heads.ValueKind == JsonValueKind.Array && heads.GetArrayLength() > 0
                ? [.. heads.EnumerateArray().Select(pair => Head(path, pair, facts.Sizes.Decoder))]
                : facts.Heads,
            Tokens = facts.Tokens with { Multilingual = root.TryGetProperty("is_multilingual", out var many) && many.ValueKind is JsonValueKind.True or JsonValueKind.False ? many.ValueKind == JsonValueKind.True : null },
            NeverSaid = Ids(path, root, "suppress_tokens", facts.Sizes.Vocabulary),
            NeverFirst = Ids(path, root, "begin_suppress_tokens", facts.Sizes.Vocabulary),
        };
    }

    private static AlignmentHead Head(string path, JsonElement pair, StackSizes decoder)
    {
        var fits = pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2 && pair.EnumerateArray().All(one => one.ValueKind == JsonValueKind.Number);
        var (layer, head) = fits && pair[0].TryGetInt32(out var first) && pair[1].TryGetInt32(out var second) ? (first, second) : (-1, -1);
        return layer >= 0 && layer < decoder.Layers && head >= 0 && head < decoder.Heads ? new AlignmentHead(layer, head)
            : throw new ModelException("bad-config", $"'{path}' names a head in 'alignment_heads' that the decoder does not have.");
    }

    private static int[] Ids(string path, JsonElement root, string field, int vocabulary) =>
        !root.TryGetProperty(field, out var list) || list.ValueKind == JsonValueKind.Null ? []
        : list.ValueKind == JsonValueKind.Array && list.GetArrayLength() <= vocabulary
            && list.EnumerateArray().All(one => one.ValueKind == JsonValueKind.Number && one.TryGetInt32(out var id) && id >= 0 && id < vocabulary)
            ? [.. list.EnumerateArray().Select(one => one.GetInt32())]
        : throw new ModelException("bad-config", $"'{path}' has '{field}' as something else than a list of its tokens.");

    private static ReadOnlyMemory<byte> ReadTokens(string path) => new FileInfo(path).Length <= LargestTokens ? File.ReadAllBytes(path)
        : throw new ModelException("bad-config", $"'{path}' is far larger than a file of tokens is.");
}
