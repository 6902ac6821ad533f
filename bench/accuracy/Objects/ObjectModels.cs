using VideoIndex.Inference;
using VideoIndex.Objects;
using VideoIndex.Onnx.Binding;
using VideoIndex.Onnx.Catalogue;
using VideoIndex.Vision.Objects;

namespace VideoIndex.Accuracy.Objects;

/// <summary>A model of the manifest whose file is given, or is among the fixtures.</summary>
internal sealed class ObjectModels(string name, string? file) : IModelCatalogue
{
    public ModelCard Card { get; } = Manifest.Embedded.Find(name) ?? throw new ArgumentException(
        $"There is no model '{name}' in the manifest; those there are: {string.Join(", ", Manifest.Embedded.Models.Select(card => card.Name))}.");

    public IReadOnlyList<ModelCard> Known => [Card];

    public static OnnxRuntime Runtime { get; } = new(new OnnxRuntimeOptions());

    public InstalledModel? Serving(string task) => FileOf() is { } path ? new InstalledModel(Card, path) : null;

    /// <summary>Opens it.</summary>
    public IObjectDetector Open(float floor) =>
        new ModelDetectors(this, Runtime, Card.Task, new ModelSessionOptions { Providers = ["cpu"] }) { Limits = new DetectionLimits { Floor = floor } }.Open();

    private string? FileOf() => file ?? (Environment.GetEnvironmentVariable("VIDEOINDEX_FIXTURES") is { } fixtures
        ? Directory.EnumerateFiles(Path.Combine(fixtures, "models"), "*.onnx", SearchOption.AllDirectories).FirstOrDefault(path => new FileInfo(path).Length == Card.Bytes)
        : null);
}
