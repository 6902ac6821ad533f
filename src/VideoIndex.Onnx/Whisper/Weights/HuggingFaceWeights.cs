using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using VideoIndex.Inference;

namespace VideoIndex.Onnx.Whisper.Weights;

/// <summary>Opens a Whisper model as Hugging Face keeps one: <c>config.json</c> beside <c>model.safetensors</c>, or beside several such files and their index.</summary>
internal static class HuggingFaceWeights
{
    /// <summary>The name of the weights' file where it is one.</summary>
    public const string Single = "model.safetensors";

    /// <summary>The name of the index where there are several.</summary>
    public const string Index = "model.safetensors.index.json";

    private const int MostFiles = 100;

    /// <summary>Opens one.</summary>
    /// <param name="folder">Its folder.</param>
    /// <exception cref="ModelException">A file is missing or damaged, or it is no Whisper model.</exception>
    public static WeightSet Open(string folder)
    {
        var sizes = ModelConfig.Read(Path.Combine(folder, "config.json"));
        var files = new List<SafeFileHandle>();
        try
        {
            var weights = new Dictionary<string, Weight>(StringComparer.Ordinal);
            foreach (var name in Files(folder))
            {
                var path = Path.Combine(folder, name);
                files.Add(OpenFile(path));
                foreach (var weight in SafetensorsFile.Read(path, files[^1]))
                {
                    if (!weights.TryAdd(Inner(weight.Name), weight))
                    {
                        throw new ModelException("malformed-model", $"'{folder}' has the weights '{weight.Name}' twice.");
                    }
                }
            }

            return new WeightSet(sizes, weights, files);
        }
        catch
        {
            files.ForEach(file => file.Dispose());
            throw;
        }
    }

    /// <summary>Returns the files of weights in a folder.</summary>
    /// <exception cref="ModelException">There are none, or the index names something that is no file beside it.</exception>
    public static IReadOnlyList<string> Files(string folder)
    {
        if (File.Exists(Path.Combine(folder, Single)))
        {
            return [Single];
        }

        var index = Path.Combine(folder, Index);
        if (!File.Exists(index))
        {
            throw new ModelException("missing-file", $"'{folder}' has neither {Single} nor {Index}.");
        }

        using var document = ModelConfig.Open(index);
        var named = document.RootElement.TryGetProperty("weight_map", out var map) && map.ValueKind == JsonValueKind.Object
            ? map.EnumerateObject().Select(entry => entry.Value.ValueKind == JsonValueKind.String ? entry.Value.GetString()! : "").Distinct().Order(StringComparer.Ordinal).ToList()
            : [];
        return named.Count is > 0 and <= MostFiles && named.TrueForAll(IsPlain) ? named
            : throw new ModelException("malformed-model", $"'{index}' does not name the files beside it.");
    }

    /// <summary>Opens a file to read at any place.</summary>
    /// <exception cref="ModelException">It cannot be opened.</exception>
    public static SafeFileHandle OpenFile(string path)
    {
        try
        {
            return File.OpenHandle(path, options: FileOptions.RandomAccess);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ModelException("missing-file", $"'{path}' cannot be opened: {failure.Message}", failure);
        }
    }

    private static bool IsPlain(string name) =>
        name.EndsWith(".safetensors", StringComparison.Ordinal) && name[0] != '.' && name.IndexOfAny(['/', '\\', '\0']) < 0;

    private static string Inner(string name) => name.StartsWith("model.", StringComparison.Ordinal) ? name["model.".Length..] : name;
}
