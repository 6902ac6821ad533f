using System.Runtime.InteropServices;
using VideoIndex.Inference;

namespace VideoIndex.Onnx.Binding;

/// <summary>Opens a model by the first provider that takes it.</summary>
internal sealed unsafe class SessionMaker(OrtLibrary library, string path, ModelSessionOptions options)
{
    private const string Processor = "cpu";
    private const int AllOptimisations = 99;

    /// <summary>Opens it.</summary>
    /// <exception cref="ModelException">No provider that was asked for took it.</exception>
    public OnnxSession Open()
    {
        if (!File.Exists(path))
        {
            throw new ModelException("no-such-model", $"There is no model at '{path}'.");
        }

        var wanted = options.Providers.Where(provider => !options.RequireGpu || provider != Processor).ToList();
        var refusals = new List<string>();
        foreach (var provider in wanted)
        {
            if (provider != Processor && Missing(provider) is { } missing)
            {
                refusals.Add(missing);
                continue;
            }

            try
            {
                return Open(provider);
            }
            catch (ModelException failure) when (provider != Processor)
            {
                refusals.Add($"{provider}: {failure.Message}");
            }
        }

        throw new ModelException("no-provider", $"Nothing that was asked for can run the model: {string.Join("; ", refusals)}");
    }

    private string? Missing(string provider) => NativeName(provider) is not { } name
        ? $"'{provider}' is no provider"
        : library.Providers.Contains(name) ? null : $"this ONNX Runtime has no {provider}";

    private static string? NativeName(string provider) => provider switch
    {
        "cuda" => "CUDAExecutionProvider",
        "webgpu" => "WebGpuExecutionProvider",
        _ => null,
    };

    private OnnxSession Open(string provider)
    {
        library.Check(library.Functions.CreateSessionOptions(out var native));
        try
        {
            library.Check(library.Functions.SetIntraOpThreads(native, options.Threads));
            library.Check(library.Functions.SetInterOpThreads(native, 1));
            library.Check(library.Functions.SetGraphOptimizationLevel(native, AllOptimisations));
            Append(native, provider);
            return Describe(Create(native), provider);
        }
        finally
        {
            library.Functions.ReleaseSessionOptions(native);
        }
    }

    private OnnxSession Describe(nint session, string provider)
    {
        try
        {
            var inputs = Describe(session, inputs: true);
            var outputs = Describe(session, inputs: false);
            return new OnnxSession(new SessionHandle(library, session, inputs, outputs), inputs, outputs, provider);
        }
        catch
        {
            library.Functions.ReleaseSession(session);
            throw;
        }
    }

    private void Append(nint native, string provider)
    {
        if (provider == "cuda")
        {
            library.Check(library.Functions.CreateCudaOptions(out var cuda));
            try
            {
                library.Check(library.Functions.AppendCuda(native, cuda));
            }
            finally
            {
                library.Functions.ReleaseCudaOptions(cuda);
            }
        }
        else if (provider == "webgpu")
        {
            fixed (byte* name = "WebGPU\0"u8)
            {
                library.Check(library.Functions.AppendProvider(native, name, 0, 0, 0));
            }
        }
    }

    private nint Create(nint native)
    {
        var name = OperatingSystem.IsWindows() ? Marshal.StringToCoTaskMemUni(path) : Marshal.StringToCoTaskMemUTF8(path);
        try
        {
            library.Check(library.Functions.CreateSession(library.Environment, name, native, out var session));
            return session;
        }
        finally
        {
            Marshal.FreeCoTaskMem(name);
        }
    }

    private TensorShape[] Describe(nint session, bool inputs)
    {
        var functions = library.Functions;
        library.Check(inputs ? functions.GetInputCount(session, out var count) : functions.GetOutputCount(session, out count));
        var shapes = new TensorShape[count];
        for (nuint i = 0; i < count; i++)
        {
            library.Check(inputs ? functions.GetInputName(session, i, library.Allocator, out var name) : functions.GetOutputName(session, i, library.Allocator, out name));
            var word = Marshal.PtrToStringUTF8(name)!;
            library.Check(functions.AllocatorFree(library.Allocator, name));
            library.Check(inputs ? functions.GetInputTypeInfo(session, i, out var info) : functions.GetOutputTypeInfo(session, i, out info));
            try
            {
                shapes[i] = Describe(word, info);
            }
            finally
            {
                functions.ReleaseTypeInfo(info);
            }
        }

        return shapes;
    }

    private TensorShape Describe(string name, nint info)
    {
        library.Check(library.Functions.CastToTensorInfo(info, out var tensor));
        if (tensor == 0)
        {
            return new TensorShape(name, ElementType.Unknown, []);
        }

        var (type, shape) = TensorReader.Describe(library, tensor);
        return new TensorShape(name, type, shape);
    }
}
