using System.Globalization;
using System.Text;
using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Chapters;

/// <summary>Chapters in FFmpeg's own text form, in which they are put into MP4 and QuickTime files. Pure.</summary>
internal static class ChapterText
{
    private const int LongestTitle = 255;

    /// <summary>Writes chapters.</summary>
    /// <param name="chapters">When each begins and ends on the file's clock, and its title.</param>
    /// <remarks>
    /// The track of texts that players read chapters from counts in milliseconds. A beginning is rounded up, into the frame it is about: rounded down it would
    /// send a player to the frame before.
    /// </remarks>
    public static string Of(IEnumerable<(MediaTime Start, MediaTime End, string Title)> chapters)
    {
        var text = new StringBuilder(";FFMETADATA1\n");
        foreach (var (start, end, title) in chapters)
        {
            text.Append(CultureInfo.InvariantCulture, $"[CHAPTER]\nTIMEBASE=1/1000\nSTART={Up(start)}\nEND={Up(end)}\ntitle={Escaped(title)}\n");
        }

        return text.ToString();
    }

    private static long Up(MediaTime time) => -(time.Seconds * new Rational(-1000, 1)).Floor();

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

        // A line that ends with a backslash goes on with the next, even where the backslash was escaped.
        return escaped.Append(title.EndsWith('\\') ? " " : "").ToString();
    }
}
