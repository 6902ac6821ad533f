using VideoIndex.Inference;
using VideoIndex.Onnx.Binding;

namespace VideoIndex.Onnx.Tests.Making;

/// <summary>Opens tiny models from a folder of their own, which is gone afterwards.</summary>
internal sealed class TinyModels : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("videoindex-models-");

    /// <summary>Doubles a row of numbers of any length.</summary>
    public static TinyModel Doubling => new TinyModel()
        .Takes("x", TinyModel.Real32, -1, 4).Gives("y", TinyModel.Real32, -1, 4).Does("Add", ["x", "x"], ["y"]);

    public OnnxRuntime Runtime { get; } = new(new OnnxRuntimeOptions { Library = OnnxLibrary.Path });

    public string Write(byte[] content)
    {
        var path = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.onnx");
        File.WriteAllBytes(path, content);
        return path;
    }

    public IModelSession Open(TinyModel model, ModelSessionOptions? options = null) =>
        Runtime.Open(Write(model.Bytes()), options ?? new ModelSessionOptions { Providers = ["cpu"] });

    public void Dispose() => _folder.Delete(recursive: true);
}
