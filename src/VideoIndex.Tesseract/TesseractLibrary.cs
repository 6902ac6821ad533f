using System.Reflection;
using System.Runtime.InteropServices;

namespace VideoIndex.Tesseract;

/// <summary>The native library: found once, and made to keep to one thread a reader.</summary>
public static partial class TesseractLibrary
{
    private static readonly string[] Names = ["libtesseract.so.5", "libtesseract.so", "libtesseract.5.dylib"];

    private static readonly Lazy<string?> Found = new(() => Load() ? Marshal.PtrToStringUTF8(Native.Version()) : null);

    /// <summary>Gets Tesseract's own version, <c>5.3.0</c>; null when neither 5 nor a later one is installed.</summary>
    public static string? Version => Found.Value is { } version && version[0] >= '5' ? version : null;

    private static bool Load()
    {
        using var oneThread = new OneThread();
        var handle = Names.Select(name => NativeLibrary.TryLoad(name, out var found) ? found : 0).FirstOrDefault(found => found != 0);
        if (handle != 0)
        {
            NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), (name, _, _) => name == Native.Library ? handle : 0);
        }

        return handle != 0;
    }

    // Tesseract cuts even a line among OpenMP's threads, which costs more than it gains, and other readers are at work on
    // the other cores. OpenMP reads this once, natively, while it is loaded: the platform's SetEnvironmentVariable is not seen there.
    private sealed partial class OneThread : IDisposable
    {
        private const string Limit = "OMP_THREAD_LIMIT";

        private readonly bool _set = OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable(Limit) is null && Set(Limit, "1", 1) == 0;

        public void Dispose()
        {
            if (_set)
            {
                _ = Unset(Limit);
            }
        }

        [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
        private static partial int Set(string name, string value, int overwrite);

        [LibraryImport("libc", EntryPoint = "unsetenv", StringMarshalling = StringMarshalling.Utf8)]
        private static partial int Unset(string name);
    }
}
