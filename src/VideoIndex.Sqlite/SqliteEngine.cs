using System.Runtime.InteropServices;

namespace VideoIndex.Sqlite;

/// <summary>Which SQLite library this program runs on.</summary>
/// <param name="Version">SQLite's own version: <c>3.40.1</c>.</param>
/// <param name="File">The native library's file, where the system tells; its name otherwise.</param>
/// <param name="Bundled">Whether it is the one that came with VideoIndex rather than the system's.</param>
public sealed record SqliteBuild(string Version, string File, bool Bundled);

/// <summary>Chooses the SQLite library: the system's where it is newer than the bundled one and has FTS5.</summary>
/// <remarks>The choice is made once, before the first library is opened. <c>VIDEOINDEX_SQLITE=bundled</c> keeps to the bundled one.</remarks>
public static class SqliteEngine
{
    private const string BundledName = "e_sqlite3";
    private const string SystemName = "libsqlite3.so.0";

    private static readonly Lazy<SqliteBuild> Chosen = new(Choose);

    /// <summary>Returns the library in use.</summary>
    public static SqliteBuild Describe() => Chosen.Value;

    private static SqliteBuild Choose()
    {
        var provider = typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly;
        var bundled = NativeLibrary.TryLoad(BundledName, provider, null, out var handle) ? Inspect(handle) : null;
        var system = LoadSystem();
        var useSystem = system is { } found && (bundled is null || found.Number > bundled.Value.Number);
        if (useSystem)
        {
            NativeLibrary.SetDllImportResolver(provider, (name, _, _) => name == BundledName ? system!.Value.Handle : 0);
        }

        SQLitePCL.Batteries_V2.Init();
        var version = SQLitePCL.raw.sqlite3_libversion().utf8_to_string();
        var used = useSystem ? system : bundled;
        return new SqliteBuild(version, used is { } library ? FileOf(library.Handle) : BundledName, !useSystem);
    }

    private static (nint Handle, int Number)? LoadSystem()
    {
        var bundledOnly = Environment.GetEnvironmentVariable("VIDEOINDEX_SQLITE") == "bundled";
        return !bundledOnly && OperatingSystem.IsLinux() && NativeLibrary.TryLoad(SystemName, out var handle)
            ? Inspect(handle)
            : null;
    }

    // Null for a library without full-text search, which is of no use here.
    private static unsafe (nint Handle, int Number)? Inspect(nint handle)
    {
        if (!NativeLibrary.TryGetExport(handle, "sqlite3_libversion_number", out var number)
            || !NativeLibrary.TryGetExport(handle, "sqlite3_compileoption_used", out var optionUsed))
        {
            return null;
        }

        fixed (byte* option = "ENABLE_FTS5\0"u8)
        {
            var searches = ((delegate* unmanaged<byte*, int>)optionUsed)(option) != 0;
            return searches ? (handle, ((delegate* unmanaged<int>)number)()) : null;
        }
    }

    // Linux lists what is loaded where: "7f12a000-7f13b000 r-xp 00000000 08:01 1234  /usr/lib/libsqlite3.so.0.8.6".
    private static string FileOf(nint handle)
    {
        var address = (ulong)NativeLibrary.GetExport(handle, "sqlite3_libversion");
        if (!File.Exists("/proc/self/maps"))
        {
            return BundledName;
        }

        foreach (var line in File.ReadLines("/proc/self/maps"))
        {
            var parts = line.Split([' ', '-'], 3);
            if (ulong.Parse(parts[0], System.Globalization.NumberStyles.HexNumber, null) <= address
                && address < ulong.Parse(parts[1], System.Globalization.NumberStyles.HexNumber, null))
            {
                return line[line.IndexOf('/')..];
            }
        }

        return BundledName;
    }
}
