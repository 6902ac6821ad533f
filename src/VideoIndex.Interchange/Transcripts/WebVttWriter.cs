using System.Text;
using VideoIndex.Interchange.Transcripts.Cues;

namespace VideoIndex.Interchange.Transcripts;

/// <summary>Writes WebVTT captions, as W3C's "WebVTT: The Web Video Text Tracks Format" lays them out.</summary>
/// <remarks>Who speaks is a voice (<c>&lt;v left&gt;</c>), a word nobody is sure of is of the class <c>unsure</c>, what is not believed of the class <c>dropped</c>.</remarks>
internal static class WebVttWriter
{
    private const string Style = "STYLE\n::cue(.unsure) { font-style: italic; }\n::cue(.dropped) { text-decoration: line-through; }\n\n";

    /// <summary>Returns the file.</summary>
    public static string Write(IReadOnlyList<Cue> cues)
    {
        var isMarked = cues.Any(cue => cue.Dropped is not null || cue.Lines.Any(line => line.Runs.Any(run => run.IsUnsure)));
        var file = new StringBuilder("WEBVTT\n\n").Append(isMarked ? Style : "");
        foreach (var cue in cues)
        {
            file.Append(CueClock.Of(cue.Span, '.')).Append('\n');
            for (var at = 0; at < cue.Lines.Count; at++)
            {
                Put(file, cue, at);
                file.Append('\n');
            }

            file.Append('\n');
        }

        return file.ToString();
    }

    private static void Put(StringBuilder file, Cue cue, int at)
    {
        var line = cue.Lines[at];
        var isSpoken = line.Speaker is not null && (at == 0 || cue.Lines[at - 1].Speaker != line.Speaker);
        var ends = line.Speaker is not null && (at + 1 == cue.Lines.Count || cue.Lines[at + 1].Speaker != line.Speaker);
        file.Append(isSpoken ? $"<v {Voice(line.Speaker!)}>" : "").Append(cue.Dropped is null ? "" : "<c.dropped>");
        foreach (var run in line.Runs)
        {
            file.Append(run.IsUnsure ? "<c.unsure>" : "").Append(Escaped(run.Text)).Append(run.IsUnsure ? "</c>" : "");
        }

        file.Append(cue.Dropped is null ? "" : "</c>").Append(ends ? "</v>" : "");
    }

    // The sign that closes the voice would make an arrow of two dashes at its end.
    private static string Voice(string speaker) => speaker.EndsWith('-') ? Escaped(speaker[..^1]) + "&#45;" : Escaped(speaker);

    private static string Escaped(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("{\\", "&#123;\\", StringComparison.Ordinal) // which many players take for SubStation's markup, here too
        .Replace('\n', ' ');
}
