using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace VideoIndex.Ffmpeg.Running;

/// <summary>Widens the pipe a tool writes into.</summary>
/// <remarks>
/// Linux gives a pipe 64 KB: one gray frame. A decoder that writes frame by frame then waits for its reader at every
/// one; with room for eighteen the two run beside each other.
/// </remarks>
internal static partial class WidePipe
{
    private const int SetPipeSize = 1031; // F_SETPIPE_SZ, linux/fcntl.h
    private const int OneMegabyte = 1 << 20; // what any user may ask for

    /// <summary>Asks for a wide pipe. A system that refuses keeps the narrow one, and works.</summary>
    public static void Widen(Stream output)
    {
        if (output is PipeStream pipe)
        {
            Widen(pipe.SafePipeHandle);
        }
    }

    /// <inheritdoc cref="Widen(Stream)"/>
    public static void Widen(SafeHandle pipe)
    {
        if (OperatingSystem.IsLinux())
        {
            _ = Control(pipe, SetPipeSize, OneMegabyte);
        }
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(SafeHandle file, int command, int argument);
}
