using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VideoIndex.Sqlite.Tests.Power;

/// <summary>
/// A VFS of SQLite that does what the default one does and notes every write, cut, sync and deletion. It takes the
/// default's own open files and changes three entries in their tables of functions; all else is as it was.
/// </summary>
internal static unsafe class RecordingFileSystem
{
    public const string Name = "recording";

    // How sqlite3_vfs and sqlite3_io_methods are laid out, in eights of bytes.
    private const int VfsSize = 21, VfsName = 3, VfsOpen = 5, VfsDelete = 6;
    private const int MethodsSize = 19, Write = 3, Truncate = 4, Sync = 5;

    private static readonly ConcurrentDictionary<string, DiskLog> Logs = new();
    private static readonly ConcurrentDictionary<nint, (DiskLog Log, string File)> Open = new();
    private static readonly ConcurrentDictionary<nint, nint> Tables = new(); // ours, by the default's

    private static readonly Lazy<nint> Default = new(Register);

    /// <summary>Notes what is done to files in a folder, whoever opens them through this VFS.</summary>
    public static DiskLog Record(string folder)
    {
        _ = Default.Value;
        return Logs.GetOrAdd(folder, _ => new DiskLog());
    }

    private static nint Register()
    {
        var library = NativeLibrary.Load(SqliteEngine.Describe().File);
        var find = (delegate* unmanaged<byte*, nint>)NativeLibrary.GetExport(library, "sqlite3_vfs_find");
        var register = (delegate* unmanaged<nint*, int, int>)NativeLibrary.GetExport(library, "sqlite3_vfs_register");
        var original = (nint*)find(null);
        var ours = (nint*)NativeMemory.Alloc(VfsSize, (nuint)sizeof(nint));
        new ReadOnlySpan<nint>(original, VfsSize).CopyTo(new Span<nint>(ours, VfsSize));
        ours[VfsName] = Marshal.StringToCoTaskMemUTF8(Name);
        ours[VfsOpen] = (nint)(delegate* unmanaged[Cdecl]<nint, byte*, nint*, int, int*, int>)&OpenFile;
        ours[VfsDelete] = (nint)(delegate* unmanaged[Cdecl]<nint, byte*, int, int>)&DeleteFile;
        return register(ours, 0) == 0 ? (nint)original : throw new InvalidOperationException("SQLite takes no VFS.");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OpenFile(nint vfs, byte* name, nint* file, int flags, int* given)
    {
        var open = (delegate* unmanaged[Cdecl]<nint, byte*, nint*, int, int*, int>)((nint*)Default.Value)[VfsOpen];
        var result = open(Default.Value, name, file, flags, given);
        Open.TryRemove((nint)file, out _); // another file was there before
        if (result == 0 && name is not null && LogOf(name) is var (log, inFolder))
        {
            Open[(nint)file] = (log, inFolder);
            *file = Tables.GetOrAdd(*file, Ours);
        }

        return result;
    }

    private static nint Ours(nint original)
    {
        var ours = (nint*)NativeMemory.Alloc(MethodsSize, (nuint)sizeof(nint));
        new ReadOnlySpan<nint>((nint*)original, MethodsSize).CopyTo(new Span<nint>(ours, MethodsSize));
        ours[Write] = (nint)(delegate* unmanaged[Cdecl]<nint*, byte*, int, long, int>)&WriteFile;
        ours[Truncate] = (nint)(delegate* unmanaged[Cdecl]<nint*, long, int>)&TruncateFile;
        ours[Sync] = (nint)(delegate* unmanaged[Cdecl]<nint*, int, int>)&SyncFile;
        return (nint)ours;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int WriteFile(nint* file, byte* bytes, int count, long at)
    {
        var write = (delegate* unmanaged[Cdecl]<nint*, byte*, int, long, int>)OriginalOf(file)[Write];
        var (log, name) = Open[(nint)file];
        return log.Do(() => write(file, bytes, count, at), new DiskOperation(DiskAction.Write, name, at, new Span<byte>(bytes, count).ToArray()));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int TruncateFile(nint* file, long length)
    {
        var truncate = (delegate* unmanaged[Cdecl]<nint*, long, int>)OriginalOf(file)[Truncate];
        var (log, name) = Open[(nint)file];
        return log.Do(() => truncate(file, length), new DiskOperation(DiskAction.Truncate, name, length, []));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SyncFile(nint* file, int flags)
    {
        var sync = (delegate* unmanaged[Cdecl]<nint*, int, int>)OriginalOf(file)[Sync];
        var (log, name) = Open[(nint)file];
        return log.Do(() => sync(file, flags), new DiskOperation(DiskAction.Sync, name, 0, []));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int DeleteFile(nint vfs, byte* name, int andSyncFolder)
    {
        var delete = (delegate* unmanaged[Cdecl]<nint, byte*, int, int>)((nint*)Default.Value)[VfsDelete];
        return LogOf(name) is var (log, inFolder)
            ? log.Do(
                () => delete(Default.Value, name, andSyncFolder),
                new DiskOperation(andSyncFolder != 0 ? DiskAction.DeleteForGood : DiskAction.Delete, inFolder, 0, []))
            : delete(Default.Value, name, andSyncFolder);
    }

    private static nint* OriginalOf(nint* file) => (nint*)Tables.First(table => table.Value == *file).Key;

    private static (DiskLog Log, string File)? LogOf(byte* name)
    {
        var path = Marshal.PtrToStringUTF8((nint)name)!;
        return Logs.TryGetValue(Path.GetDirectoryName(path)!, out var log) ? (log, Path.GetFileName(path)) : null;
    }
}
