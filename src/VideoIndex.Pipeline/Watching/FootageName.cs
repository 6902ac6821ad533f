namespace VideoIndex.Pipeline.Watching;

/// <summary>Says by a file's name whether it is worth a look. Names lie, so anything that is not plainly something else is footage.</summary>
public static class FootageName
{
    // What lies beside footage and is not footage.
    private static readonly HashSet<string> Companions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".srt", ".vtt", ".ass", ".ssa", ".sbv", ".ttml", ".dfxp", ".scc", ".json", ".txt", ".md", ".csv", ".tsv", ".xml", ".xmp", ".edl", ".otio", ".fcpxml",
        ".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".tif", ".tiff", ".bmp", ".pdf", ".html", ".log", ".db", ".zip",
    };

    // What browsers, copiers and downloaders call a file until it is whole.
    private static readonly HashSet<string> Unfinished = new(StringComparer.OrdinalIgnoreCase)
    {
        ".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".opdownload", ".filepart", ".aria2", ".ytdl", ".!qb", ".swp",
    };

    /// <summary>Returns whether a file found in a folder is to be tried: neither hidden, nor unfinished, nor something that lies beside footage.</summary>
    public static bool IsFootage(string path)
    {
        var (name, kind) = (Path.GetFileName(path), Path.GetExtension(path));
        return name is not ([] or ['.', ..] or ['~', ..] or [.., '~']) && !Companions.Contains(kind) && !Unfinished.Contains(kind);
    }
}
