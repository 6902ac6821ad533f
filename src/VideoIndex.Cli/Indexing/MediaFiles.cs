using System.IO.Enumeration;
using VideoIndex.Pipeline.Watching;

namespace VideoIndex.Cli.Indexing;

/// <summary>The files a person means by naming files and folders.</summary>
/// <param name="Chosen">The files to index, in order, each once.</param>
/// <param name="PassedOver">How many files in the folders were left out as texts and pictures that lie beside footage.</param>
internal sealed record MediaFiles(IReadOnlyList<string> Chosen, int PassedOver)
{
    /// <summary>Finds the files. A file named itself is always chosen; folders are searched to the bottom, hidden files left out.</summary>
    /// <param name="paths">The files and folders.</param>
    /// <param name="library">The library's own folder, which is left out where it lies inside one of them.</param>
    /// <exception cref="CommandException">A path does not exist.</exception>
    public static MediaFiles Find(IEnumerable<string> paths, string library)
    {
        var (chosen, passedOver) = (new List<string>(), 0);
        foreach (var path in paths.Select(Path.GetFullPath))
        {
            if (File.Exists(path))
            {
                chosen.Add(path);
                continue;
            }

            if (!Directory.Exists(path))
            {
                throw new CommandException(ExitCodes.NotFound, "no-such-file", $"There is no file or folder '{path}'.");
            }

            var found = Below(path, library, (ref entry) => entry.ToFullPath())
                .Order(StringComparer.Ordinal)
                .ToLookup(FootageName.IsFootage);
            chosen.AddRange(found[true]);
            passedOver += found[false].Count();
        }

        return new MediaFiles([.. chosen.Distinct(StringComparer.Ordinal)], passedOver);
    }

    /// <summary>Lists the files in a folder, to the bottom: hidden ones left out, and the library where it lies inside.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="library">The library's own folder.</param>
    /// <param name="seen">What to make of each file.</param>
    public static IEnumerable<T> Below<T>(string folder, string library, FileSystemEnumerable<T>.FindTransform seen)
    {
        var isInside = !IsIn(folder, library) && IsIn(library, folder);
        return new FileSystemEnumerable<T>(folder, seen, new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref entry) => !(isInside && IsIn(entry.ToFullPath(), library))
                && (!entry.Attributes.HasFlag(FileAttributes.ReparsePoint) || !LeadsBack(entry.ToFullPath())),
        };
    }

    // A link to a folder is followed, but not one to a folder it lies in: that way has no end.
    private static bool LeadsBack(string link) =>
        Directory.ResolveLinkTarget(link, returnFinalTarget: true) is { } target && IsIn(link, target.FullName);

    private static bool IsIn(string path, string folder) =>
        path == folder || path.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
