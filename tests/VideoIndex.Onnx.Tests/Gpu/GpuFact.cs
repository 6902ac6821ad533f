using VideoIndex.Inference;
using VideoIndex.Onnx.Binding;
using VideoIndex.Onnx.Runtime;

namespace VideoIndex.Onnx.Tests.Gpu;

/// <summary>A test that runs models of the fixtures on a GPU; skipped, with the reason of each provider, where none works.</summary>
public sealed class GpuFactAttribute : FactAttribute
{
    public GpuFactAttribute() => Skip = GpuSkip.Reason;
}

/// <summary>A test that runs models of the fixtures on a GPU, one case a row.</summary>
public sealed class GpuTheoryAttribute : TheoryAttribute
{
    public GpuTheoryAttribute() => Skip = GpuSkip.Reason;
}

internal static class GpuSkip
{
    public static string? Reason { get; } = new OnnxFactAttribute().Skip ?? Probe();

    private static string? Probe()
    {
        try
        {
            _ = RuntimeProbe.Run(new OnnxRuntime(new OnnxRuntimeOptions { Library = OnnxLibrary.Path }), new ModelSessionOptions { RequireGpu = true });
            return null;
        }
        catch (ModelException none)
        {
            return none.Message;
        }
    }
}
