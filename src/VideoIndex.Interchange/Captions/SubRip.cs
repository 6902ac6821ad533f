using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Captions;

/// <summary>Reads SubRip captions (<c>.srt</c>).</summary>
/// <remarks>
/// Nobody owns this format, so the reader leans on the one thing every writer agrees on, the line with an arrow: counters
/// may be missing or wrong, blank lines may be missing or doubled, a decimal comma may be a point, hours may be left out.
/// </remarks>
public static class SubRip
{
    /// <summary>Reads the text of a file. Never throws; what cannot be read is a complaint.</summary>
    public static CaptionFile Read(string text)
    {
        var lines = TextLines.Of(text);
        var cues = new CueList();
        for (var at = 0; at < lines.Length;)
        {
            if (!CueTime.IsTiming(lines[at]))
            {
                at++;
                continue;
            }

            var next = at + 1;
            while (next < lines.Length && !CueTime.IsTiming(lines[next]))
            {
                next++;
            }

            if (CueTime.TryReadTiming(lines[at], out var start, out var end))
            {
                cues.Add(start, end, CaptionText.FromMarkup(TextOf(lines.AsSpan(at + 1, next - at - 1), next < lines.Length)));
            }
            else
            {
                cues.AddUnreadable();
            }

            at = next;
        }

        return cues.ToFile();
    }

    // The last line before the next cue's times is that cue's counter, if it is a number.
    private static string TextOf(ReadOnlySpan<string> lines, bool isFollowed)
    {
        var last = lines.Length - 1;
        while (isFollowed && last >= 0 && string.IsNullOrWhiteSpace(lines[last]))
        {
            last--;
        }

        var counter = isFollowed && last >= 0 && lines[last].AsSpan().Trim() is var line
            && !line.ContainsAnyExceptInRange('0', '9');
        return string.Join('\n', lines[..(counter ? last : last + 1)]);
    }
}
