using System.Security.Cryptography;
using VideoIndex.Inference;

namespace VideoIndex.Accuracy.Text.Reading;

/// <summary>The models that read, from a folder that holds them as their makers published them.</summary>
/// <param name="folder">The folder; its files may lie in folders of their own.</param>
internal sealed class BenchModels(string folder) : IModelCatalogue
{
    private static readonly (string Task, string Name, string File)[] Files =
    [
        (ModelTasks.TextPlaces, "ppocr-text-places-en", "en_PP-OCRv3_det_infer.onnx"),
        (ModelTasks.TextDirection, "ppocr-text-direction", "ch_ppocr_mobile_v2.0_cls_infer.onnx"),
        (ModelTasks.TextLines, "ppocr-text-lines-en", "en_number_mobile_v2.0_rec_infer.onnx"),
    ];

    public IReadOnlyList<ModelCard> Known => [.. Files.Select(file => Serving(file.Task)?.Card).OfType<ModelCard>()];

    public InstalledModel? Serving(string task)
    {
        var (_, name, file) = Array.Find(Files, known => known.Task == task);
        if (file is null || Find(file) is not { } path)
        {
            return null;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        return new InstalledModel(new ModelCard(name, task, "bench", "Apache-2.0", hash, new FileInfo(path).Length, name) { Labels = task == ModelTasks.TextLines ? Letters() : [], Language = task == ModelTasks.TextLines ? "eng" : null }, path);
    }

    private string? Find(string file) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, file, SearchOption.AllDirectories).FirstOrDefault() : null;

    // None, the letters of the makers' list in its order, and a space once more.
    private string[] Letters() => ["", .. File.ReadAllLines(Find("en_dict.txt")!).Select(line => line.Length == 0 ? " " : line), " "];
}
