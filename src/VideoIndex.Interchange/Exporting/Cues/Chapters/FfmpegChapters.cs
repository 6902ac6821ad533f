using System.Globalization;
using System.Text;
using VideoIndex.Exporting;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exporting.Cues.Chapters;

/// <summary>Writes chapters as FFmpeg reads them (<c>FFMETADATA1</c>), to be put into an MP4 or any other container.</summary>
public static class FfmpegChapters
{
    /// <summary>The most bytes a title may have: MP4's older list of chapters counts them in one byte.</summary>
    public const int LongestTitle = 255;

    // Containers keep chapters in units of their own, and what reads them rounds to the nearest. A whole millisecond stays what it is in all of them.
    private const int TicksPerSecond = 1000;

    /// <summary>Returns the file of one video, and what could not be had.</summary>
    public static ExportResult Of(ExportedVideo video)
    {
        ArgumentNullException.ThrowIfNull(video);
        var text = new ExportText();
        var list = ChapterList.Of(video, new Rational(1, TicksPerSecond), name => text.Line(name, LongestTitle));
        var file = new StringBuilder(";FFMETADATA1\n");
        foreach (var chapter in list.Chapters)
        {
            var (start, end) = chapter.Span.In(TicksPerSecond);
            file.Append(CultureInfo.InvariantCulture, $"\n[CHAPTER]\nTIMEBASE=1/{TicksPerSecond}\nSTART={start}\nEND={end}\ntitle={Escaped(text.Line(chapter.Title, LongestTitle))}\n");
        }

        return new ExportResult([new ExportFile("", file.ToString(), video.Moments.Count)], [.. list.Notes, .. text.Notes]);
    }

    private static string Escaped(string title)
    {
        var kept = new StringBuilder(title.Length);
        foreach (var letter in title)
        {
            kept.Append(letter is '=' or ';' or '#' or '\\' ? "\\" : "").Append(letter);
        }

        // FFmpeg takes the end of a line after a backslash for a part of the title, even where the backslash is escaped; so no line ends with one.
        return kept.Append(title.EndsWith('\\') ? " " : "").ToString();
    }
}
