using System.Runtime.InteropServices;

namespace VideoIndex.Pipeline.Library;

/// <summary>Makes sure that what was written is on the disk, not only on its way.</summary>
internal static partial class Disk
{
    /// <summary>Flushes a file.</summary>
    public static void Flush(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Flushes a folder: the names in it, after files were moved there. The platform's library cannot open one.</summary>
    /// <exception cref="IOException">The disk reports an error.</exception>
    public static void FlushFolder(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        const int ReadOnly = 0;
        var handle = Open(folder, ReadOnly);
        if (handle < 0)
        {
            throw new IOException($"'{folder}' cannot be opened.");
        }

        try
        {
            if (Synchronize(handle) != 0)
            {
                throw new IOException($"'{folder}' cannot be written to the disk.");
            }
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Synchronize(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int handle);
}
