namespace VideoIndex.Inference;

/// <summary>Runs models that were learned elsewhere, in the ONNX format.</summary>
public interface IModelRuntime
{
    /// <summary>Gets why nothing can be run here, as a sentence that says what to install; null when it can.</summary>
    string? Missing { get; }

    /// <summary>Gets the runtime's own version, <c>1.30.0</c>; null when there is none.</summary>
    string? Version { get; }

    /// <summary>Reads a model and makes it ready to run.</summary>
    /// <param name="path">The model's file.</param>
    /// <param name="options">How it is to be run.</param>
    /// <exception cref="ModelException">There is no runtime, the file is no model, or no provider that was asked for is here.</exception>
    IModelSession Open(string path, ModelSessionOptions options);
}

/// <summary>How a model is to be run.</summary>
public sealed record ModelSessionOptions
{
    /// <summary>Gets how many threads one run may use; 1 by default, for other work goes on beside it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Gets what models are run on, the first that is here: <c>cuda</c>, <c>webgpu</c>, <c>cpu</c>.</summary>
    public IReadOnlyList<string> Providers { get; init; } = ["cuda", "webgpu", "cpu"];

    /// <summary>Gets whether a model is refused where only the processor could run it.</summary>
    public bool RequireGpu { get; init; }

    /// <summary>
    /// Gets whether runs of one item that several threads ask for at once may share one run of the model, where that serves and changes no byte of
    /// what each gets; false by default.
    /// </summary>
    public bool SharedBatch { get; init; }
}
