using VideoIndex.Inference;
using VideoIndex.Onnx.Batching;
using VideoIndex.Onnx.Native;

namespace VideoIndex.Onnx.Binding;

/// <summary>ONNX Runtime, by its C interface. Safe for use by several threads.</summary>
/// <remarks>Nothing is loaded until it is asked for; what was loaded stays for as long as the process.</remarks>
public sealed class OnnxRuntime : IModelRuntime
{
    /// <summary>The name of the installed library within the models' folder.</summary>
    public const string InstalledName = "runtime/libonnxruntime.so.1";

    private static readonly string[] SystemNames = ["libonnxruntime.so.1", "libonnxruntime.so", "libonnxruntime.dylib", "onnxruntime.dll"];

    private readonly Lazy<(OrtLibrary? Library, string? Missing)> _found;

    /// <summary>Creates it.</summary>
    public OnnxRuntime(OnnxRuntimeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _found = new Lazy<(OrtLibrary?, string?)>(() => Find(options));
    }

    /// <inheritdoc/>
    public string? Missing => _found.Value.Missing;

    /// <inheritdoc/>
    public string? Version => _found.Value.Library?.Version;

    /// <summary>Gets where the library came from, a path or the name the system knows it by; null when there is none.</summary>
    public string? Path => _found.Value.Library?.Path;

    /// <summary>Gets what the library was built to run models on, by our names, the fastest first; whether it works here shows when a model is opened.</summary>
    public IReadOnlyList<string> Providers => _found.Value.Library is { } library ? OrtProviders.In(library) : [];

    /// <inheritdoc/>
    public IModelSession Open(string path, ModelSessionOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(options);
        return _found.Value.Library is { } library
            ? BatchPolicy.Of(new SessionMaker(library, path, options).Open(), options)
            : throw new ModelException("no-runtime", Missing!);
    }

    private static (OrtLibrary? Library, string? Missing) Find(OnnxRuntimeOptions options)
    {
        try
        {
            var named = options.Library ?? Environment.GetEnvironmentVariable(OnnxRuntimeOptions.Variable);
            if (!string.IsNullOrEmpty(named))
            {
                return OrtLibrary.TryLoad(named) is { } given ? (given, null) : (null, $"There is no ONNX Runtime at '{named}', so no model can be run.");
            }

            var names = options.ModelsFolder is { } folder ? [System.IO.Path.Combine(folder, InstalledName), .. SystemNames] : SystemNames;
            return names.Select(OrtLibrary.TryLoad).FirstOrDefault(library => library is not null) is { } found
                ? (found, null)
                : (null, "ONNX Runtime is not installed, so no model can be run. Run: videoindex models install runtime");
        }
        catch (ModelException unfit)
        {
            return (null, unfit.Message);
        }
    }
}
