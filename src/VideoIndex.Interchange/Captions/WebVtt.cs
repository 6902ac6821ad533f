using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Captions;

/// <summary>Reads WebVTT captions (<c>.vtt</c>), as W3C's "WebVTT: The Web Video Text Tracks Format" lays them out.</summary>
/// <remarks>Cue settings, styles, regions and notes are passed over. A missing header is forgiven.</remarks>
public static class WebVtt
{
    /// <summary>Reads the text of a file. Never throws; what cannot be read is a complaint.</summary>
    public static CaptionFile Read(string text)
    {
        var lines = TextLines.Of(text);
        var cues = new CueList();
        for (var at = 0; at < lines.Length;)
        {
            var end = EndOfBlock(lines, at);
            if (!IsRemark(lines[at]))
            {
                ReadBlock(lines.AsSpan(at, end - at), cues);
            }

            at = end + 1;
        }

        return cues.ToFile();
    }

    private static int EndOfBlock(string[] lines, int start)
    {
        var end = start;
        while (end < lines.Length && lines[end].Length > 0)
        {
            end++;
        }

        return end;
    }

    private static bool IsRemark(string first) =>
        IsKeyword(first, "NOTE") || IsKeyword(first, "STYLE") || IsKeyword(first, "REGION");

    private static bool IsKeyword(string line, string keyword) =>
        line.StartsWith(keyword, StringComparison.Ordinal)
        && string.IsNullOrWhiteSpace(line[keyword.Length..(keyword.Length + (line.Length > keyword.Length ? 1 : 0))])
        && !CueTime.IsTiming(line);

    // A block holds one cue; where a blank line was forgotten, several.
    private static void ReadBlock(ReadOnlySpan<string> block, CueList cues)
    {
        var at = 0;
        while (at < block.Length && !CueTime.IsTiming(block[at]))
        {
            at++;
        }

        while (at < block.Length)
        {
            var next = at + 1;
            while (next < block.Length && !CueTime.IsTiming(block[next]))
            {
                next++;
            }

            if (CueTime.TryReadTiming(block[at], out var start, out var end))
            {
                cues.Add(start, end, CaptionText.FromMarkup(string.Join('\n', block[(at + 1)..next])));
            }
            else
            {
                cues.AddUnreadable();
            }

            at = next;
        }
    }
}
