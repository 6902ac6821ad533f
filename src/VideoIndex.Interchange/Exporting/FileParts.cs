using System.Globalization;
using System.Text;
using VideoIndex.Exporting;

namespace VideoIndex.Interchange.Exporting;

/// <summary>Names what tells the files of one export from each other, so that every file system takes it.</summary>
internal static class FileParts
{
    private const int Longest = 60;

    /// <summary>Returns a part for each video, in order, none like another: its name without ending. Empty for a video that is the only one.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<ExportedVideo> videos)
    {
        if (videos.Count == 1)
        {
            return [""];
        }

        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var parts = new List<string>();
        foreach (var video in videos)
        {
            var wanted = Kept(WithoutEnding(video.Name));
            var part = wanted;
            for (var number = 2; !taken.Add(part); number++)
            {
                part = string.Create(CultureInfo.InvariantCulture, $"{wanted}-{number}");
            }

            parts.Add(part);
        }

        return parts;
    }

    /// <summary>Returns the part of one of several files that share a part.</summary>
    /// <param name="part">What they share.</param>
    /// <param name="at">Which it is, from 0.</param>
    /// <param name="files">How many there are.</param>
    public static string Numbered(string part, int at, int files)
    {
        var number = (at + 1).ToString(CultureInfo.InvariantCulture);
        return files == 1 ? part : part == "" ? number : $"{part}-{number}";
    }

    private static string WithoutEnding(string name) => name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : name;

    private static string Kept(string name)
    {
        var kept = new StringBuilder();
        foreach (var rune in name.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            var isKept = Rune.IsLetterOrDigit(rune) || rune.Value == '_';
            kept.Append(isKept ? rune.ToString() : kept.Length > 0 && kept[^1] == '-' ? "" : "-");
            if (kept.Length >= Longest)
            {
                break;
            }
        }

        var part = kept.ToString().Trim('-');
        return part == "" ? "video" : part;
    }
}
