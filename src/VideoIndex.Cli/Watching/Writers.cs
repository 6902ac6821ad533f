namespace VideoIndex.Cli.Watching;

/// <summary>Says which files some program of this machine holds open to write. Linux tells, of the programs this user may look into; elsewhere nothing is known.</summary>
internal static class Writers
{
    /// <summary>Returns those of some files that are held.</summary>
    public static IReadOnlySet<string> Of(IReadOnlyCollection<string> paths)
    {
        var wanted = OperatingSystem.IsLinux() ? paths.Where(path => RealPath(path) != "").ToLookup(RealPath, StringComparer.Ordinal) : null;
        return wanted is not { Count: > 0 }
            ? new HashSet<string>()
            : Directory.EnumerateDirectories("/proc")
                .Where(process => int.TryParse(Path.GetFileName(process), out _))
                .SelectMany(process => HeldBy(process, wanted.Contains))
                .Distinct(StringComparer.Ordinal)
                .SelectMany(held => wanted[held])
                .ToHashSet(StringComparer.Ordinal);
    }

    // The kernel names an open file by its real path, so that is what must be compared: links on the way are gone from it.
    private static string RealPath(string path)
    {
        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return new FileInfo($"/proc/self/fd/{file.DangerousGetHandle()}").LinkTarget ?? "";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static List<string> HeldBy(string process, Func<string, bool> isWanted)
    {
        var held = new List<string>();
        try
        {
            foreach (var open in Directory.EnumerateFileSystemEntries(Path.Combine(process, "fd")))
            {
                if (new FileInfo(open).LinkTarget is { } target && isWanted(target) && IsToWrite(process, Path.GetFileName(open)))
                {
                    held.Add(target);
                }
            }
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // It has ended, or is another user's.
        }

        return held;
    }

    // The flags of open(2), in octal: the lowest digit is 0 for reading alone, 1 for writing, 2 for both.
    private static bool IsToWrite(string process, string handle)
    {
        var flags = File.ReadLines(Path.Combine(process, "fdinfo", handle)).FirstOrDefault(line => line.StartsWith("flags:", StringComparison.Ordinal));
        return flags is [.., '1' or '2' or '5' or '6'];
    }
}
