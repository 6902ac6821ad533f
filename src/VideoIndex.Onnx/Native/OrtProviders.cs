namespace VideoIndex.Onnx.Native;

/// <summary>What models can be run on, by our names and the library's.</summary>
internal static unsafe class OrtProviders
{
    /// <summary>The provider that is always there.</summary>
    public const string Processor = "cpu";

    private const string CudaLibrary = "libonnxruntime_providers_cuda.so"; // the library loads it from its own folder

    private static readonly (string Ours, string Native)[] Names =
        [("cuda", "CUDAExecutionProvider"), ("webgpu", "WebGpuExecutionProvider"), (Processor, "CPUExecutionProvider")];

    /// <summary>Returns those a library was built with, by our names, the fastest first.</summary>
    public static IReadOnlyList<string> In(OrtLibrary library) =>
        [.. Names.Where(name => library.Providers.Contains(name.Native)).Select(name => name.Ours)];

    /// <summary>Returns why a library cannot use a provider, as a sentence; null where it may.</summary>
    public static string? Missing(OrtLibrary library, string provider) => provider switch
    {
        _ when !Names.Any(name => name.Ours == provider) => $"{provider}: there is no provider of that name.",
        _ when !In(library).Contains(provider) => $"{provider}: this ONNX Runtime was built without it.",
        "cuda" when File.Exists(library.Path) && !File.Exists(Path.Combine(Path.GetDirectoryName(library.Path)!, CudaLibrary)) => $"cuda: {CudaLibrary} is not beside the library.",
        "webgpu" when !VulkanHost.IsHere => "webgpu: there is no GPU with a Vulkan driver here.",
        _ => null,
    };

    /// <summary>Makes a session use a provider.</summary>
    /// <exception cref="Inference.ModelException">It does not work here.</exception>
    public static void Append(OrtLibrary library, nint options, string provider)
    {
        if (provider == "cuda")
        {
            AppendCuda(library, options);
        }
        else if (provider == "webgpu")
        {
            fixed (byte* name = "WebGPU\0"u8)
            {
                library.Check(library.Functions.AppendProvider(options, name, 0, 0, 0));
            }
        }
    }

    private static void AppendCuda(OrtLibrary library, nint options)
    {
        library.Check(library.Functions.CreateCudaOptions(out var cuda));
        try
        {
            library.Check(library.Functions.AppendCuda(options, cuda));
        }
        finally
        {
            library.Functions.ReleaseCudaOptions(cuda);
        }
    }
}
