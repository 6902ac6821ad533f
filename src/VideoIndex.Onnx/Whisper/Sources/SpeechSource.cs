using VideoIndex.Inference;
using VideoIndex.Onnx.Whisper.Weights;

namespace VideoIndex.Onnx.Whisper.Sources;

/// <summary>A speech model as people have one: the kind of its files, and which they are.</summary>
/// <param name="Kind">Their kind.</param>
/// <param name="Folder">Where they are.</param>
/// <param name="Files">Their names; the weights first.</param>
internal sealed record SpeechSource(SourceKind Kind, string Folder, IReadOnlyList<string> Files)
{
    // Those that are kept beside weights, where they are there.
    private static readonly string[] Beside =
        ["config.json", "generation_config.json", "vocab.json", "merges.txt", "added_tokens.json", "tokenizer.json", "multilingual.tiktoken", "gpt2.tiktoken"];

    /// <summary>Finds one.</summary>
    /// <param name="path">A folder as Hugging Face keeps models, with weights or with graphs; or whisper.cpp's file, or a folder with one of it.</param>
    /// <returns>It; null where there is none.</returns>
    /// <exception cref="ModelException">There is one, and a file of it is missing.</exception>
    public static SpeechSource? Find(string path)
    {
        if (File.Exists(path))
        {
            return IsGgml(path) ? new SpeechSource(SourceKind.Ggml, Path.GetDirectoryName(Path.GetFullPath(path))!, [Path.GetFileName(path)]) : null;
        }

        if (!Directory.Exists(path))
        {
            return null;
        }

        var beside = Beside.Where(name => File.Exists(Path.Combine(path, name))).ToList();
        if (ExportFiles.Find(path) is { } graphs)
        {
            return new SpeechSource(SourceKind.Exported, path, [.. graphs, .. beside]);
        }

        if (File.Exists(Path.Combine(path, HuggingFaceWeights.Single)) || File.Exists(Path.Combine(path, HuggingFaceWeights.Index)))
        {
            var weights = HuggingFaceWeights.Files(path);
            return new SpeechSource(SourceKind.Safetensors, path, [.. weights, .. weights is [HuggingFaceWeights.Single] ? Array.Empty<string>() : [HuggingFaceWeights.Index], .. beside]);
        }

        var binary = Directory.EnumerateFiles(path, "*.bin").Where(IsGgml).Take(2).ToList();
        return binary is [var one] ? new SpeechSource(SourceKind.Ggml, path, [Path.GetFileName(one)]) : null;
    }

    /// <summary>Opens its weights.</summary>
    /// <exception cref="ModelException">They are damaged, missing, or no Whisper model's; or it has graphs and no weights of its own.</exception>
    public WeightSet OpenWeights() => Kind switch
    {
        SourceKind.Safetensors => HuggingFaceWeights.Open(Folder),
        SourceKind.Ggml => GgmlWeights.Open(Path.Combine(Folder, Files[0]), out _),
        _ => throw new ModelException("no-weights", $"'{Folder}' holds graphs that others made, not weights."),
    };

    private static bool IsGgml(string path)
    {
        using var file = HuggingFaceWeights.OpenFile(path);
        return GgmlFile.IsOne(file);
    }
}

/// <summary>The kinds of files speech models come in.</summary>
internal enum SourceKind
{
    /// <summary>Hugging Face's: weights and their description.</summary>
    Safetensors,

    /// <summary>whisper.cpp's: one file with everything.</summary>
    Ggml,

    /// <summary>Hugging Face's: graphs in the ONNX format.</summary>
    Exported,
}
