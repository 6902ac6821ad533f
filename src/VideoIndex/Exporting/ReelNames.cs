using System.Globalization;
using VideoIndex.Search.Folding;

namespace VideoIndex.Exporting;

/// <summary>Names reels as edit decision lists have them: up to 8 capital letters and digits, no two videos of one sheet alike.</summary>
public static class ReelNames
{
    private const int Longest = 8;

    // What CMX3600 keeps for itself: an unknown source, and black.
    private static readonly string[] Reserved = ["AX", "BL"];

    /// <summary>Returns a name for each video, in order: the one given, else one made of the file's name; numbered where two would be alike.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<ExportedVideo> videos)
    {
        ArgumentNullException.ThrowIfNull(videos);
        var taken = new HashSet<string>(Reserved);
        var names = new List<string>();
        foreach (var video in videos)
        {
            var wanted = Kept(video.Reel ?? WithoutEnding(video.Name));
            wanted = wanted == "" ? "REEL" : wanted;
            var name = wanted;
            for (var number = 2; !taken.Add(name); number++)
            {
                var digits = number.ToString(CultureInfo.InvariantCulture);
                name = wanted[..Math.Min(wanted.Length, Longest - digits.Length)] + digits;
            }

            names.Add(name);
        }

        return names;
    }

    private static string WithoutEnding(string name) => name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : name;

    private static string Kept(string name)
    {
        var folded = string.Concat(name.EnumerateRunes().Select(FoldingTable.Fold)).ToUpperInvariant();
        return string.Concat(folded.Where(char.IsAsciiLetterOrDigit).Take(Longest));
    }
}
