namespace VideoIndex.Onnx.Whisper.Sources;

/// <summary>
/// Finds the graphs of an export among files: an encoder, and either one decoder for both its uses or a pair. Their names are those that Hugging Face's
/// tools give them; graphs may lie in a folder <c>onnx</c>, and in several precisions side by side, of which the exact one is taken first.
/// </summary>
internal static class ExportFiles
{
    private static readonly string[] Precisions = ["", "_fp16", "_quantized", "_int8", "_uint8"];

    /// <summary>Returns the files, relative to a folder: encoder, decoder, the decoder's other half where there is a pair, and files of their weights; null where there are none.</summary>
    public static IReadOnlyList<string>? Find(string folder) =>
        (from inner in (string[])["", "onnx"]
         from precision in Precisions
         select Of(folder, inner, precision)).FirstOrDefault(found => found is not null);

    /// <summary>Returns what a graph is called among others, by its file's name.</summary>
    public static string Part(string file) =>
        file.Contains("encoder_model", StringComparison.Ordinal) ? "encoder"
        : file.Contains("merged", StringComparison.Ordinal) ? "decoder-merged"
        : file.Contains("with_past", StringComparison.Ordinal) ? "decoder-with-past"
        : "decoder";

    private static List<string>? Of(string folder, string inner, string precision)
    {
        string[][] ways =
        [
            [$"encoder_model{precision}.onnx", $"decoder_model_merged{precision}.onnx"],
            [$"encoder_model{precision}.onnx", $"decoder_model{precision}.onnx", $"decoder_with_past_model{precision}.onnx"],
        ];
        var found = ways.Select(names => names.Select(name => Path.Combine(inner, name)).ToArray())
            .FirstOrDefault(names => Array.TrueForAll(names, name => File.Exists(Path.Combine(folder, name))));
        return found is null ? null : [.. found, .. found.Select(name => name + "_data").Where(name => File.Exists(Path.Combine(folder, name)))];
    }
}
