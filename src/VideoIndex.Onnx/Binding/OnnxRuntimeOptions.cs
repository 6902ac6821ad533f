namespace VideoIndex.Onnx.Binding;

/// <summary>Where ONNX Runtime's native library is looked for.</summary>
public sealed record OnnxRuntimeOptions
{
    /// <summary>The environment variable that names the library where <see cref="Library"/> does not.</summary>
    public const string Variable = "VIDEOINDEX_ONNXRUNTIME";

    /// <summary>Gets the library's file; null, the default, for the one <see cref="Variable"/> names, else the installed one, else the system's.</summary>
    public string? Library { get; init; }

    /// <summary>Gets the folder models are installed in, whose <c>runtime/libonnxruntime.so.1</c> is the installed library; null, the default, for none.</summary>
    public string? ModelsFolder { get; init; }
}
