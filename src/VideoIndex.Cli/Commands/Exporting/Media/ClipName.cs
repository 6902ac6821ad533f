using System.Globalization;
using System.Text;

namespace VideoIndex.Cli.Commands.Exporting.Media;

/// <summary>Names the files of clips: <c>0001-match-day-goal.mp4</c>.</summary>
/// <remarks>
/// The number comes first and no two clips share it, so that no two names are alike on any file system, none begins with a point, and none is one a system keeps for
/// itself. What follows holds letters, digits and hyphens of whatever script, and fits into the 255 bytes a name may have.
/// </remarks>
internal static class ClipName
{
    private const int LongestVideo = 60, LongestMoment = 120, LeastDigits = 4;

    /// <summary>Returns the name of a clip, without ending.</summary>
    /// <param name="number">Which moment of the export, from 1.</param>
    /// <param name="of">How many moments the export has.</param>
    /// <param name="video">The name of the video's file.</param>
    /// <param name="moment">What the moment is called.</param>
    public static string Of(int number, int of, string video, string moment)
    {
        var digits = Math.Max(LeastDigits, of.ToString(CultureInfo.InvariantCulture).Length);
        string[] parts = [number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0'), Kept(Path.GetFileNameWithoutExtension(video), LongestVideo), Kept(moment, LongestMoment)];
        return string.Join('-', parts.Where(part => part != ""));
    }

    private static string Kept(string text, int bytes)
    {
        var (kept, room) = (new StringBuilder(), bytes);
        foreach (var sign in text.EnumerateRunes())
        {
            var letter = IsKept(sign, kept.Length > 0) ? Rune.ToLowerInvariant(sign).ToString() : kept.Length == 0 || kept[^1] == '-' || IsUnseen(sign) ? "" : "-";
            room -= Encoding.UTF8.GetByteCount(letter);
            if (room < 0)
            {
                break;
            }

            kept.Append(letter);
        }

        return kept.ToString().Trim('-');
    }

    // Vowel signs of many scripts are marks upon letters.
    private static bool IsKept(Rune sign, bool follows) => Rune.IsLetterOrDigit(sign)
        || (follows && Rune.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static bool IsUnseen(Rune sign) => Rune.GetUnicodeCategory(sign) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
