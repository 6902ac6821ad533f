using VideoIndex.Interchange.Sidecars;
using VideoIndex.Sidecars;

namespace VideoIndex.Cli.Commands.Sidecars;

/// <summary>Side-cars on the disk.</summary>
internal static class SidecarDisk
{
    /// <summary>Writes a side-car, whole or not at all, its folder made; one that is the same is left alone.</summary>
    /// <returns>Whether anything was written.</returns>
    /// <exception cref="CommandException">There is a file of that name that is no side-car.</exception>
    public static async Task<bool> WriteAsync(string path, byte[] bytes, CancellationToken cancellationToken)
    {
        if (File.Exists(path))
        {
            var there = new FileInfo(path).Length > SidecarFile.MostBytes ? [] : await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
            if (there.AsSpan().SequenceEqual(bytes))
            {
                return false;
            }

            if (!IsSidecar(there))
            {
                throw new CommandException(ExitCodes.Usage, "bad-output", $"'{path}' is there and is no side-car of VideoIndex, so it is not written over.");
            }
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await ReplaceAsync(path, bytes, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Puts a file in the place of the one that is there, in one step.</summary>
    public static async Task ReplaceAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var part = path + ".part";
        try
        {
            using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write))
            {
                await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
                stream.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Returns the side-cars a person means by naming files and folders, each once: folders are searched to the bottom.</summary>
    /// <exception cref="CommandException">A path does not exist.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths)
    {
        var found = new List<string>();
        foreach (var path in paths.Select(Path.GetFullPath))
        {
            if (File.Exists(path))
            {
                found.Add(path);
                continue;
            }

            if (!Directory.Exists(path))
            {
                throw new CommandException(ExitCodes.NotFound, "no-such-file", $"There is no file or folder '{path}'.");
            }

            var below = Directory.EnumerateFiles(path, "*" + SidecarFile.Ending, new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MatchCasing = MatchCasing.CaseInsensitive });
            found.AddRange(below.Order(StringComparer.Ordinal));
        }

        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Reads the bytes of a side-car.</summary>
    /// <exception cref="SidecarException">It is larger than any may be, or no file.</exception>
    public static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var file = new FileInfo(path);
            return !file.Attributes.HasFlag(FileAttributes.Device) && file.Length <= SidecarFile.MostBytes
                ? await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false)
                : throw new SidecarException("sidecar-too-large", "It is larger than the 512 MiB a side-car may have.");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new SidecarException(refused is IOException ? "file-error" : "no-permission", refused.Message);
        }
    }

    private static bool IsSidecar(byte[] bytes)
    {
        try
        {
            return SidecarHead.Read(bytes).Version > 0;
        }
        catch (SidecarException other)
        {
            return other.Code == "sidecar-newer";
        }
    }
}
