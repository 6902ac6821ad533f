namespace VideoIndex.Testing;

/// <summary>
/// ONNX Runtime's native library, which is no part of the repository: the file <c>VIDEOINDEX_ONNXRUNTIME</c> names, else the one
/// <c>./check</c> puts into <c>artifacts/models/runtime</c>. Tests that need it are skipped, and say so, where it is absent.
/// </summary>
public static class OnnxLibrary
{
    public static string Path { get; } =
        Environment.GetEnvironmentVariable("VIDEOINDEX_ONNXRUNTIME") is { Length: > 0 } named
            ? named
            : System.IO.Path.Combine(Repository.Root, "artifacts", "models", "runtime", "libonnxruntime.so.1");

    public static bool Present => File.Exists(Path);

    /// <summary>The path of a model among the fixtures.</summary>
    public static string Model(string name) => System.IO.Path.Combine(Fixtures.Folder, "models", name);
}

/// <summary>A test that runs models of the fixtures.</summary>
public sealed class OnnxFactAttribute : FactAttribute
{
    public OnnxFactAttribute() => Skip = OnnxSkip.Reason;
}

/// <summary>A test that runs models of the fixtures, one case a row.</summary>
public sealed class OnnxTheoryAttribute : TheoryAttribute
{
    public OnnxTheoryAttribute() => Skip = OnnxSkip.Reason;
}

internal static class OnnxSkip
{
    public static string? Reason { get; } =
        !OnnxLibrary.Present ? $"ONNX Runtime is not at {OnnxLibrary.Path}: ./videoindex models install runtime"
        : !Fixtures.Present ? $"The models are not at {Fixtures.Folder}."
        : null;
}
