using System.Runtime.InteropServices;

namespace VideoIndex.Sqlite.Storage;

/// <summary>Makes sure that a file, and its name, survive a power cut.</summary>
internal static partial class Durable
{
    private const int ReadOnlyFolder = 0x10000; // O_RDONLY | O_DIRECTORY

    /// <summary>Returns when a file's bytes are on the disk.</summary>
    public static void Sync(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Returns when the names in a folder are on the disk. Only Linux can be asked to; elsewhere this does nothing.</summary>
    public static void SyncFolder(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var opened = Open(folder, ReadOnlyFolder);
        var synced = opened >= 0 && Sync(opened) == 0;
        var error = Marshal.GetLastPInvokeErrorMessage();
        if (opened >= 0)
        {
            _ = Close(opened);
        }

        if (!synced)
        {
            throw new IOException($"{folder} cannot be synced: {error}");
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int file);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);
}
