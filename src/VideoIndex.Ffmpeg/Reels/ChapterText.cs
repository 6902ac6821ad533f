using System.Globalization;
using System.Text;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Reels;

/// <summary>Chapters in FFmpeg's own text form, in which they are put into MP4 and QuickTime files. Pure.</summary>
internal static class ChapterText
{
    private const int LongestTitle = 255;

    /// <summary>Writes chapters.</summary>
    /// <param name="unit">The unit their times count in, in seconds.</param>
    /// <param name="chapters">When each begins and ends, in that unit, and its title.</param>
    public static string Of(Rational unit, IEnumerable<(long Start, long End, string Title)> chapters)
    {
        var text = new StringBuilder(";FFMETADATA1\n");
        foreach (var (start, end, title) in chapters)
        {
            text.Append(CultureInfo.InvariantCulture, $"[CHAPTER]\nTIMEBASE={unit.Numerator}/{unit.Denominator}\nSTART={start}\nEND={end}\ntitle={Escaped(title)}\n");
        }

        return text.ToString();
    }

    // A title is one line; five signs mean something, and a backslash before each takes that away.
    private static string Escaped(string title)
    {
        var (escaped, signs) = (new StringBuilder(), 0);
        foreach (var sign in title.EnumerateRunes())
        {
            if (signs++ == LongestTitle)
            {
                break;
            }

            escaped.Append(Rune.IsControl(sign) ? " " : sign.Value is '=' or ';' or '#' or '\\' ? "\\" + sign : sign.ToString());
        }

        return escaped.ToString();
    }
}
