using System.Globalization;
using System.Text;
using System.Text.Json;

namespace VideoIndex.Interchange.Tests.Exactness.Readers;

/// <summary>Reads the table: exact fractions decide; frames, labels and the rate have to agree with them.</summary>
internal sealed class CsvJudge() : TimeJudge("csv")
{
    public override IEnumerable<Timed> Read(string text, DrawnSheet drawn)
    {
        var truth = drawn.Truths().Select(one => (one.First, one.Until)).ToHashSet();
        foreach (var row in CsvFile.Rows(text))
        {
            var (video, said) = (drawn.Of(row["name"]), new Said(row["name"], Whole(row["start_frame"]), Whole(row["end_frame"])));
            Assert.Contains((said.First, said.Until), truth);
            Assert.Equal(video.Rate.PerSecond, Fraction.Read(row["frame_rate"]));
            Assert.Equal((video.Rate.Labels.Of(drawn.LabelOf(video) + said.First), video.Rate.Labels.Of(drawn.LabelOf(video) + said.Until)), (row["start_timecode"], row["end_timecode"]));
            yield return new Timed(row["name"], Fraction.Read(row["start"]), Fraction.Read(row["end"]));
        }
    }

    private static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>Reads the track for scripts: a cue's times, and JSON that says the same and more.</summary>
internal sealed class VttDetailJudge() : TimeJudge("vtt-metadata")
{
    public override IEnumerable<Timed> Read(string text, DrawnSheet drawn) => VttFile.Read(text).Select(cue =>
    {
        using var moment = JsonDocument.Parse(cue.Payload);
        return new Timed(moment.RootElement.GetProperty("label").GetString()!, cue.Start, cue.End);
    });
}

/// <summary>Reads chapters of players.</summary>
internal sealed class VttChapterJudge() : TimeJudge("vtt-chapters")
{
    public override bool OneAtATime => true;

    public override IEnumerable<Timed> Read(string text, DrawnSheet drawn) => VttFile.Read(text).Select(cue => new Timed(VttFile.WordsOf(cue.Payload), cue.Start, cue.End));
}

/// <summary>Reads the track of thumbnails, whose cues have places and no names: the moments in their order.</summary>
internal sealed class VttThumbnailJudge() : TimeJudge("vtt-thumbnails")
{
    public override bool OneAtATime => true;

    public override IEnumerable<Timed> Read(string text, DrawnSheet drawn)
    {
        var cues = VttFile.Read(text);
        Assert.All(cues, cue => Assert.Matches(@"^[a-z0-9.-]+#xywh=\d+,\d+,\d+,\d+$", cue.Payload));
        return cues.Zip(drawn.Truths().OrderBy(one => one.Start), (cue, moment) => new Timed(moment.Name, cue.Start, cue.End));
    }
}

/// <summary>Reads FFmpeg's metadata: sections of lines with an equals sign; a backslash takes the meaning from what follows it.</summary>
internal sealed class FfmpegChapterJudge() : TimeJudge("ffmetadata")
{
    public override bool OneAtATime => true;

    public override IEnumerable<Timed> Read(string text, DrawnSheet drawn)
    {
        Assert.StartsWith(";FFMETADATA1\n", text, StringComparison.Ordinal);
        Dictionary<string, string>? chapter = null;
        foreach (var line in Lines(text).Append("[END]"))
        {
            if (line.StartsWith('['))
            {
                if (chapter is not null)
                {
                    var unit = Fraction.Read(chapter["TIMEBASE"]);
                    yield return new Timed(chapter["title"], Fraction.Read(chapter["START"]) * unit, Fraction.Read(chapter["END"]) * unit);
                }

                Assert.True(line is "[CHAPTER]" or "[END]", line);
                chapter = [];
            }
            else if (line != "" && line[0] is not (';' or '#'))
            {
                var (key, value) = Pair(line);
                chapter!.Add(key, value);
            }
        }
    }

    // A line end after a backslash belongs to the line.
    private static IEnumerable<string> Lines(string text)
    {
        var line = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                line.Append(text, at++, 2);
            }
            else if (text[at] is '\n' or '\0')
            {
                yield return line.ToString();
                line.Clear();
            }
            else
            {
                line.Append(text[at]);
            }
        }
    }

    private static (string Key, string Value) Pair(string line)
    {
        var (parts, escaped) = (new List<StringBuilder> { new() }, false);
        foreach (var letter in line)
        {
            if (!escaped && letter == '=' && parts.Count == 1)
            {
                parts.Add(new StringBuilder());
            }
            else if (escaped || letter != '\\')
            {
                parts[^1].Append(letter);
            }

            escaped = !escaped && letter == '\\';
        }

        Assert.Equal(2, parts.Count);
        return (parts[0].ToString(), parts[1].ToString());
    }
}

/// <summary>Reads the lines of a YouTube description. They are to the second, ten seconds apart: what is there begins in the second its moment does.</summary>
internal sealed class YouTubeJudge : IJudge
{
    public IReadOnlyList<string> Formats => ["youtube"];

    public bool OneAtATime => true;

    public IEnumerable<string> Faults(VideoIndex.Interchange.Exporting.ExportResult result, DrawnSheet drawn)
    {
        var truth = drawn.Truths().ToDictionary(one => one.Name, one => one.Start.Floor());
        var (lines, before) = (result.Files.Single().Text.Split('\n', StringSplitOptions.RemoveEmptyEntries), (Fraction)(-10));
        for (var at = 0; at < lines.Length; at++)
        {
            var (time, names) = (lines[at][..lines[at].IndexOf(' ', StringComparison.Ordinal)], lines[at][(lines[at].IndexOf(' ', StringComparison.Ordinal) + 1)..].Split(" / "));
            var second = CueTimes.Read(time);
            if (at == 0 ? second != 0 : second != new Fraction(truth[names[0]], 1) || second < before + 10)
            {
                yield return lines[at];
            }

            before = second;
        }
    }

    public IEnumerable<(string Name, Fraction Start)> Sayings(string text, DrawnSheet drawn) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => (line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..], CueTimes.Read(line[..line.IndexOf(' ', StringComparison.Ordinal)])));
}
