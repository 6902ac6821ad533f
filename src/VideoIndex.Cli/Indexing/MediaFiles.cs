using System.IO.Enumeration;

namespace VideoIndex.Cli.Indexing;

/// <summary>The files a person means by naming files and folders.</summary>
/// <param name="Chosen">The files to index, in order, each once.</param>
/// <param name="PassedOver">How many files in the folders were left out as texts and pictures that lie beside footage.</param>
internal sealed record MediaFiles(IReadOnlyList<string> Chosen, int PassedOver)
{
    // What lies beside footage and is not footage. Anything else in a folder is tried: names lie, contents decide.
    private static readonly HashSet<string> Companions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".srt", ".vtt", ".ass", ".ssa", ".sbv", ".ttml", ".dfxp", ".scc", ".json", ".txt", ".md", ".csv", ".tsv", ".xml", ".xmp", ".edl", ".otio", ".fcpxml",
        ".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".tif", ".tiff", ".bmp", ".pdf", ".html", ".log", ".db", ".zip", ".part", ".tmp",
    };

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

            var found = Below(path)
                .Where(file => IsIn(path, library) || !IsIn(file, library))
                .Order(StringComparer.Ordinal)
                .ToLookup(file => Companions.Contains(Path.GetExtension(file)));
            chosen.AddRange(found[false]);
            passedOver += found[true].Count();
        }

        return new MediaFiles([.. chosen.Distinct(StringComparer.Ordinal)], passedOver);
    }

    private static FileSystemEnumerable<string> Below(string folder) =>
        new(folder, (ref entry) => entry.ToFullPath(), new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint) || !LeadsBack(entry.ToFullPath()),
        };

    // A link to a folder is followed, but not one to a folder it lies in: that way has no end.
    private static bool LeadsBack(string link) =>
        Directory.ResolveLinkTarget(link, returnFinalTarget: true) is { } target && IsIn(link, target.FullName);

    private static bool IsIn(string path, string folder) =>
        path == folder || path.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
