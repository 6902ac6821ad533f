using System.Diagnostics;
using System.Runtime.InteropServices;
using VideoIndex.Inference;
using VideoIndex.Onnx.Native;

namespace VideoIndex.Onnx.Binding;

/// <summary>Opens a model by the first provider that takes it.</summary>
internal sealed unsafe class SessionMaker(OrtLibrary library, string path, ModelSessionOptions options)
{
    private const int AllOptimisations = 99;

    /// <summary>Opens it, and notes on the running activity by what, and what was passed over.</summary>
    /// <exception cref="ModelException">The file is no model, or no provider that was asked for takes it.</exception>
    public OnnxSession Open()
    {
        if (!File.Exists(path))
        {
            throw new ModelException("no-such-model", $"There is no model at '{path}'.");
        }

        var passedOver = new List<string>();
        foreach (var provider in options.Providers)
        {
            if (Refusal(provider) is { } refusal)
            {
                passedOver.Add(refusal);
            }
            else if (TryOpen(provider, passedOver) is { } session)
            {
                Tell(provider, passedOver);
                return session;
            }
        }

        throw new ModelException(
            options.RequireGpu ? "no-gpu" : "no-provider",
            $"{(options.RequireGpu ? "No GPU" : "Nothing that was asked for")} can run the model. {string.Join(" ", passedOver)}".TrimEnd());
    }

    private string? Refusal(string provider) =>
        provider != OrtProviders.Processor ? OrtProviders.Missing(library, provider)
        : options.RequireGpu ? "cpu: a GPU is required." : null;

    private OnnxSession? TryOpen(string provider, List<string> passedOver)
    {
        try
        {
            return Open(provider, passedOver);
        }
        catch (ModelException failure) when (provider != OrtProviders.Processor)
        {
            passedOver.Add($"{provider}: {failure.Message}");
            return null;
        }
    }

    private void Tell(string provider, List<string> passedOver) => Activity.Current?.AddEvent(new ActivityEvent("model opened", tags: new ActivityTagsCollection
    {
        ["model"] = Path.GetFileName(path),
        ["provider"] = provider,
        ["passed_over"] = string.Join(" ", passedOver),
    }));

    private OnnxSession Open(string provider, List<string> passedOver)
    {
        library.Check(library.Functions.CreateSessionOptions(out var native));
        try
        {
            library.Check(library.Functions.SetIntraOpThreads(native, options.Threads));
            library.Check(library.Functions.SetInterOpThreads(native, 1));
            library.Check(library.Functions.SetGraphOptimizationLevel(native, AllOptimisations));
            OrtProviders.Append(library, native, provider);
            return Describe(Create(native), provider, passedOver);
        }
        finally
        {
            library.Functions.ReleaseSessionOptions(native);
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

    private OnnxSession Describe(nint session, string provider, List<string> passedOver)
    {
        try
        {
            var inputs = SessionShapes.Read(library, session, inputs: true);
            var outputs = SessionShapes.Read(library, session, inputs: false);
            return new OnnxSession(new SessionHandle(library, session, inputs, outputs), inputs, outputs, provider) { PassedOver = passedOver };
        }
        catch
        {
            library.Functions.ReleaseSession(session);
            throw;
        }
    }
}
