using System.Runtime.InteropServices;

namespace VideoIndex.Durability.Faults;

/// <summary>Sends signals as the kernel numbers them on Linux.</summary>
internal static partial class Signals
{
    public const int Kill = 9, Segfault = 11, Terminate = 15, Continue = 18, Stop = 19;
    private const nint Default = 0;

    /// <summary>Sends a signal. One to a process that is gone goes nowhere.</summary>
    public static void Send(int process, int signal) => _ = SendTo(process, signal);

    /// <summary>
    /// Sends a signal to this process by the calling thread: it does not return before the signal has done its work. One sent to the
    /// process may strike another thread first, while this one goes on into a transaction and is stopped there, with the library locked.
    /// </summary>
    /// <remarks>After <see cref="Kill"/> nothing more happens here, not even a finally.</remarks>
    public static void Raise(int signal) => _ = RaiseHere(signal);

    /// <summary>Ends this process as a fault in native code does: the platform's own handler, which looks at such signals, is put aside.</summary>
    public static void Crash()
    {
        while (true) // another thread may be the one that is struck, a moment later
        {
            _ = Handle(Segfault, Default);
            Raise(Segfault);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendTo(int process, int signal);

    [LibraryImport("libc", EntryPoint = "raise")]
    private static partial int RaiseHere(int signal);

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint Handle(int signal, nint handler);
}
