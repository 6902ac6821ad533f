using System.Globalization;
using System.Text;
using VideoIndex.Interchange.Transcripts.Cues;

namespace VideoIndex.Interchange.Transcripts;

/// <summary>Writes SubRip captions.</summary>
/// <remarks>
/// Nobody owns this format, and no sign in it means "as it stands". What players would take for markup, an arrow or a character reference gets a space of no
/// width (U+200B) inside, which nobody sees and our own reader takes out again.
/// </remarks>
internal static class SubRipWriter
{
    private const char NoWidth = '\u200B';

    /// <summary>Returns the file. A line where another speaks begins with a dash; what is not believed stands in brackets with the reason.</summary>
    public static string Write(IReadOnlyList<Cue> cues)
    {
        var file = new StringBuilder();
        for (var at = 0; at < cues.Count; at++)
        {
            file.Append(CultureInfo.InvariantCulture, $"{(at > 0 ? "\n" : "")}{at + 1}\n{CueClock.Of(cues[at].Span, ',')}\n");
            file.Append(cues[at].Dropped is { } why ? $"[not believed: {why}] " : "");
            foreach (var line in cues[at].Lines)
            {
                file.Append(line.StartsTurn ? "- " : "").Append(Harmless(line.Text)).Append('\n');
            }
        }

        return file.ToString();
    }

    private static string Harmless(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            kept.Append(text[at]);
            if (text[at] is '<' or '{' or '&' || text.AsSpan(at).StartsWith("-->"))
            {
                kept.Append(NoWidth);
            }
        }

        return kept.ToString();
    }
}
