using System.Runtime.InteropServices;

namespace VideoIndex.Performance.Measuring;

/// <summary>What .NET does not offer: starting a child and waiting for it and for every orphan it leaves, with what each of them used.</summary>
/// <remarks>
/// The sandbox ends before the decoder in it has been waited for, so the decoder's time is missing from what its parent
/// has used. This process therefore adopts orphans (<c>PR_SET_CHILD_SUBREAPER</c>) and waits until there are none.
/// Linux, 64 bits, glibc.
/// </remarks>
internal static partial class Kernel
{
    private const int AdoptOrphans = 36; // PR_SET_CHILD_SUBREAPER
    private const int WriteOnlyCreateTruncate = 1 | 0x40 | 0x200;
    private const int Room = 512; // for glibc's posix_spawn_file_actions_t, which is 80 bytes

    static Kernel() => _ = Adopt(AdoptOrphans, 1, 0, 0, 0);

    /// <summary>Starts a program found on the path.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="output">The file that takes what it prints.</param>
    /// <param name="errors">The file that takes its errors.</param>
    public static int Start(IReadOnlyList<string> command, string output, string errors)
    {
        var actions = Marshal.AllocHGlobal(Room);
        try
        {
            _ = BeginActions(actions);
            _ = AddOpen(actions, 1, output, WriteOnlyCreateTruncate, 0x1A4);
            _ = AddOpen(actions, 2, errors, WriteOnlyCreateTruncate, 0x1A4);
            var failed = Spawn(out var child, command[0], actions, 0, [.. command, null], [.. Surroundings(), null]);
            _ = EndActions(actions);
            return failed == 0 ? child : throw new InvalidOperationException($"'{command[0]}' did not start: error {failed}.");
        }
        finally
        {
            Marshal.FreeHGlobal(actions);
        }
    }

    /// <summary>Waits for the next child or adopted orphan to end; null when none is left.</summary>
    public static Ended? Next()
    {
        var usage = new long[18]; // struct rusage: user time, system time, largest resident set, 13 more
        return Wait(-1, out var status, 0, usage) is > 0 and var child
            ? new Ended(child, status, Microseconds(usage[0], usage[1]), Microseconds(usage[2], usage[3]))
            : null;
    }

    private static long Microseconds(long seconds, long rest) => seconds * 1_000_000 + rest;

    private static IEnumerable<string> Surroundings() =>
        from System.Collections.DictionaryEntry entry in Environment.GetEnvironmentVariables()
        select $"{entry.Key}={entry.Value}";

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int Adopt(int what, nint one, nint two, nint three, nint four);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    private static partial int BeginActions(nint actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    private static partial int EndActions(nint actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AddOpen(nint actions, int descriptor, string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "posix_spawnp", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Spawn(out int child, string file, nint actions, nint attributes, string?[] arguments, string?[] surroundings);

    [LibraryImport("libc", EntryPoint = "wait4")]
    private static partial int Wait(int which, out int status, int options, [Out] long[] usage);
}

/// <summary>One ended process and what it, and those it waited for, used.</summary>
internal sealed record Ended(int Child, int Status, long UserMicroseconds, long SystemMicroseconds);
