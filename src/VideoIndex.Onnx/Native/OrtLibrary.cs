using System.Runtime.InteropServices;
using VideoIndex.Inference;

namespace VideoIndex.Onnx.Native;

/// <summary>The native library, loaded: its functions, its environment, and what it can run on. It stays for as long as the process.</summary>
internal sealed unsafe class OrtLibrary
{
    private const int SilentLog = 4; // what fails is told by the status of the call that failed
    private const int DeviceAllocator = 0;
    private const int DefaultMemory = 0;

    private OrtLibrary(string path, string version, OrtTable functions)
    {
        Path = path;
        Version = version;
        Functions = functions;
        fixed (byte* name = "videoindex\0"u8)
        {
            Check(functions.CreateEnv(SilentLog, name, out var environment));
            Environment = environment;
        }

        Check(functions.DisableTelemetryEvents(Environment));
        Check(functions.GetAllocator(out var allocator));
        Check(functions.CreateCpuMemoryInfo(DeviceAllocator, DefaultMemory, out var memory));
        Allocator = allocator;
        Memory = memory;
        Providers = ReadProviders();
    }

    /// <summary>Gets the file it came from, or the name the system knows it by.</summary>
    public string Path { get; }

    /// <summary>Gets its own version.</summary>
    public string Version { get; }

    /// <summary>Gets its functions.</summary>
    public OrtTable Functions { get; }

    /// <summary>Gets what all sessions share.</summary>
    public nint Environment { get; }

    /// <summary>Gets what the library's own memory is given back to.</summary>
    public nint Allocator { get; }

    /// <summary>Gets the description of the processor's memory.</summary>
    public nint Memory { get; }

    /// <summary>Gets the providers it was built with, by its own names: <c>CPUExecutionProvider</c>.</summary>
    public IReadOnlyList<string> Providers { get; }

    /// <summary>Loads one.</summary>
    /// <param name="path">Its file, or a name the system looks for.</param>
    /// <returns>The library; null where there is none by that name.</returns>
    /// <exception cref="ModelException">It is too old, or none.</exception>
    public static OrtLibrary? TryLoad(string path)
    {
        if (!NativeLibrary.TryLoad(path, out var handle))
        {
            return null;
        }

        if (!NativeLibrary.TryGetExport(handle, "OrtGetApiBase", out var entry))
        {
            throw new ModelException("bad-runtime", $"'{path}' is not ONNX Runtime.");
        }

        // struct OrtApiBase: the table of a version, and the library's version as words.
        var entries = ((delegate* unmanaged[Cdecl]<void**>)entry)();
        var version = Marshal.PtrToStringUTF8(((delegate* unmanaged[Cdecl]<nint>)entries[1])())!;
        var table = IsOld(version) ? 0 : ((delegate* unmanaged[Cdecl]<uint, nint>)entries[0])(OrtTable.Version);
        return table == 0
            ? throw new ModelException("old-runtime", $"ONNX Runtime {version} at '{path}' is too old: 1.{OrtTable.Version} or a later one is needed.")
            : new OrtLibrary(path, version, new OrtTable(table));
    }

    /// <summary>Returns when a call went well.</summary>
    /// <exception cref="ModelException">It did not.</exception>
    public void Check(nint status)
    {
        if (status != 0)
        {
            throw Failure(status);
        }
    }

    // It would say so itself on the error stream, were it asked for a table it does not have.
    private static bool IsOld(string version) =>
        version.Split('.') is ["1", var minor, ..] && uint.TryParse(minor, out var number) && number < OrtTable.Version;

    private ModelException Failure(nint status)
    {
        var code = (OrtCode)Functions.GetErrorCode(status);
        var message = Marshal.PtrToStringUTF8((nint)Functions.GetErrorMessage(status)) ?? "";
        Functions.ReleaseStatus(status);
        return new ModelException(code.ToWord(), OrtCodes.ToSentence(code, message));
    }

    private string[] ReadProviders()
    {
        Check(Functions.GetAvailableProviders(out var names, out var count));
        var providers = new string[count];
        for (var i = 0; i < count; i++)
        {
            providers[i] = Marshal.PtrToStringUTF8(((nint*)names)[i])!;
        }

        Check(Functions.ReleaseAvailableProviders(names, count));
        return providers;
    }
}
