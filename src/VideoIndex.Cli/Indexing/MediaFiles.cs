namespace VideoIndex.Cli.Indexing;

/// <summary>The files a person means by naming files and folders.</summary>
/// <param name="Chosen">The files to index, in order, each once.</param>
/// <param name="PassedOver">How many files in the folders were left out as texts and pictures that lie beside footage.</param>
internal sealed record MediaFiles(IReadOnlyList<string> Chosen, int PassedOver)
{
    // What lies beside footage and is not footage. Anything else in a folder is tried: names lie, contents decide.
    private static readonly HashSet<string> Companions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".srt", ".vtt", ".ass", ".ssa", ".ttml", ".scc", ".json", ".txt", ".md", ".csv", ".tsv", ".xml", ".xmp", ".edl", ".otio", ".fcpxml",
        ".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".tif", ".tiff", ".bmp", ".pdf", ".html", ".log", ".db", ".zip", ".part", ".tmp",
    };

    /// <summary>Finds the files. A file named itself is always chosen; folders are searched to the bottom, hidden files left out.</summary>
    /// <exception cref="CommandException">A path does not exist.</exception>
    public static MediaFiles Find(IEnumerable<string> paths)
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

            var found = Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
                .Order(StringComparer.Ordinal)
                .ToLookup(file => Companions.Contains(Path.GetExtension(file)));
            chosen.AddRange(found[false]);
            passedOver += found[true].Count();
        }

        return new MediaFiles([.. chosen.Distinct(StringComparer.Ordinal)], passedOver);
    }
}
