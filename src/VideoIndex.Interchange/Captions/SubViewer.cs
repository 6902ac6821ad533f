using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Captions;

/// <summary>Reads the captions YouTube calls SubViewer (<c>.sbv</c>): <c>0:00:01.500,0:00:02.000</c>, then the words.</summary>
public static class SubViewer
{
    /// <summary>Reads the text of a file. Never throws; what cannot be read is a complaint.</summary>
    public static CaptionFile Read(string text)
    {
        var cues = new CueList();
        var lines = TextLines.Of(text);
        for (var at = 0; at < lines.Length; at++)
        {
            if (!TryTiming(lines[at], out var start, out var end))
            {
                continue;
            }

            var next = at + 1;
            while (next < lines.Length && !string.IsNullOrWhiteSpace(lines[next]))
            {
                next++;
            }

            var words = string.Join('\n', lines[(at + 1)..next]).Replace("[br]", "\n", StringComparison.OrdinalIgnoreCase);
            cues.Add(start, end, CaptionText.FromMarkup(words));
            at = next - 1;
        }

        return cues.ToFile();
    }

    private static bool TryTiming(string line, out MediaTime start, out MediaTime end)
    {
        (start, end) = (default, default);
        var comma = line.IndexOf(',', StringComparison.Ordinal);
        return comma > 0
            && CueTime.TryRead(line.AsSpan(0, comma).Trim(), out start)
            && CueTime.TryRead(line.AsSpan(comma + 1).Trim(), out end);
    }
}
