using System.Globalization;
using System.Text;
using VideoIndex.Exporting;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Exporting.Cues.Chapters;

/// <summary>Writes chapters as lines for a video's description on YouTube, within its rules: the first at 0:00, at least three, ten seconds each, ascending.</summary>
internal sealed class YouTubeExport : IExportWriter
{
    private const int Shortest = 10; // seconds
    private const int Fewest = 3;
    private const int LongestTitle = 100; // of titles that are joined; what is called longer stays as it is
    private const int LongestName = 200; // bytes
    private const int LongestDescription = 5_000; // bytes

    private static readonly Rational Second = new(1, 1);

    /// <inheritdoc/>
    public string Name => "youtube";

    /// <inheritdoc/>
    public string Title => "Chapters for a YouTube description: to the second, ten seconds and more apart";

    /// <inheritdoc/>
    public string Ending => ".txt";

    /// <inheritdoc/>
    public bool NamesFrames => false;

    /// <inheritdoc/>
    public ExportResult Write(ExportSheet sheet, ExportRules rules)
    {
        var (text, parts) = (new ExportText(), VideoParts.Of(sheet));
        var (files, notes) = (new List<ExportFile>(), new List<string>());
        foreach (var (at, video) in sheet.Videos.Index())
        {
            var list = ChapterList.Of(video, Second, name => text.Line(name, LongestName).Replace('<', '\u2039').Replace('>', '\u203A'));
            var lines = Fitted([.. list.Chapters.Select(chapter => (chapter.Span.Start.Seconds.Floor(), text.Line(chapter.Title, LongestName)))], video.Video.Extent.End.Seconds.Floor(), notes);
            var file = string.Concat(lines.Select(line => $"{Clock(line.Second)} {line.Title}\n"));
            if (Encoding.UTF8.GetByteCount(file) is > LongestDescription and var bytes)
            {
                notes.Add(string.Create(CultureInfo.InvariantCulture, $"The chapters are {bytes} bytes long, and a description holds {LongestDescription}."));
            }

            files.Add(new ExportFile(parts[at], file, video.Moments.Count));
        }

        return new ExportResult(files, [.. notes.Distinct(), .. text.Notes]);
    }

    private static List<(long Second, string Title)> Fitted(IReadOnlyList<(long Second, string Title)> wanted, long end, List<string> notes)
    {
        var (done, joined, left) = (new List<(long Second, string Title)>(), 0, 0);
        if (wanted is [{ Second: >= Shortest }, ..])
        {
            done.Add((0, "Start"));
            notes.Add("The first chapter has to be at 0:00: one called 'Start' was put there.");
        }
        else if (wanted is [{ Second: > 0 }, ..])
        {
            notes.Add("The first chapter has to be at 0:00: it was moved there.");
        }

        foreach (var (second, title) in wanted)
        {
            var isShort = done is [.., var last] && (second - last.Second < Shortest || (end > 0 && end - second < Shortest));
            if (!isShort)
            {
                done.Add((done.Count == 0 ? 0 : second, title));
            }
            else if (done[^1].Title.Contains(title, StringComparison.Ordinal) || done[^1].Title.Length + title.Length + ChapterList.Between.Length <= LongestTitle)
            {
                joined++;
                done[^1] = done[^1] with { Title = done[^1].Title.Contains(title, StringComparison.Ordinal) ? done[^1].Title : done[^1].Title + ChapterList.Between + title };
            }
            else
            {
                left++;
            }
        }

        notes.AddRange(Notes(done.Count, joined, left));
        return done;
    }

    private static IEnumerable<string> Notes(int chapters, int joined, int left)
    {
        if (joined > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Chapters are {Shortest} seconds long at least: {joined} {(joined == 1 ? "was" : "were")} made one with the one before.");
        }

        if (left > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{left} {(left == 1 ? "chapter that was" : "chapters that were")} too near the one before {(left == 1 ? "was" : "were")} left out: the title had no room for more.");
        }

        if (chapters is > 0 and < Fewest)
        {
            yield return $"YouTube shows chapters where there are {Fewest} at least; here {(chapters == 1 ? "is 1" : $"are {chapters}")}. As links in the description they work all the same.";
        }
    }

    private static string Clock(long second) => second < 3600
        ? string.Create(CultureInfo.InvariantCulture, $"{second / 60}:{second % 60:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{second / 3600}:{second / 60 % 60:00}:{second % 60:00}");
}
