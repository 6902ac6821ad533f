using System.Globalization;
using VideoIndex.Exporting;

namespace VideoIndex.Interchange.Exporting;

/// <summary>Names the files of formats that hold one video each.</summary>
internal static class VideoParts
{
    /// <summary>Returns a file of each video.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="write">Writes what is in the file of one.</param>
    public static IReadOnlyList<ExportFile> Files(ExportSheet sheet, Func<ExportedVideo, string> write) =>
        [.. sheet.Videos.Zip(Of(sheet), (video, part) => new ExportFile(part, write(video), video.Moments.Count))];

    /// <summary>Returns what tells the file of each video from the others: the file's name without its ending, numbered where two are alike; empty where there is one.</summary>
    public static IReadOnlyList<string> Of(ExportSheet sheet) =>
        sheet.Videos.Count == 1 ? [""] : Apart([.. sheet.Videos.Select(video => WithoutEnding(video.Name))]);

    /// <summary>Returns the same names, numbered from the second of those that are alike.</summary>
    public static IReadOnlyList<string> Apart(IReadOnlyList<string> names)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. names.Select(name => Free(name, taken))];
    }

    /// <summary>Returns the name of one of several files that share a name.</summary>
    /// <param name="name">What they share; may be empty.</param>
    /// <param name="at">Which it is, from 0.</param>
    /// <param name="files">How many there are; one keeps the name.</param>
    public static string Numbered(string name, int at, int files)
    {
        var number = (at + 1).ToString(CultureInfo.InvariantCulture);
        return files == 1 ? name : name == "" ? number : $"{name}-{number}";
    }

    /// <summary>Returns which videos have no frames that could be named, a sentence each.</summary>
    public static IEnumerable<string> WithoutFrames(ExportSheet sheet) => sheet.Videos.Where(video => video.Labels is null)
        .Select(video => $"'{video.Name}' has no constant frame rate: its times are exact, and no frame is named.");

    /// <summary>Returns which videos' frames are those of a copy, a sentence each.</summary>
    public static IEnumerable<string> Conformed(ExportSheet sheet) => sheet.Videos.Where(video => video.IsConformed)
        .Select(video => $"'{video.Name}' has a varying rate: frames are those of a copy conformed to {video.Labels!.First.Rate} frames a second.");

    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var number = 2; !taken.Add(free); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
        }

        return free;
    }

    private static string WithoutEnding(string name) => name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : name;
}
