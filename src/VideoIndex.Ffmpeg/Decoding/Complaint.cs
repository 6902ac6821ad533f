namespace VideoIndex.Ffmpeg.Decoding;

/// <summary>Tells FFmpeg's errors about the pictures from the rest of its talk.</summary>
internal static class Complaint
{
    // Said of streams that are not decoded anyway (cover art, data, sound in a codec that is not read), or of the raw
    // frames on their way out, whose encoder counts in coarser steps than the file: times are read before it.
    private static readonly string[] Harmless =
        ["not on whitelist", "not currently supported", "Could not find codec parameters", "non monotonically increasing dts to muxer"];

    /// <summary>Returns the error a line reports, without the decoder's address; null for other lines.</summary>
    public static string? In(string line)
    {
        var at = LevelIn(line);
        if (at < 0 || Array.Exists(Harmless, words => line.Contains(words, StringComparison.Ordinal)))
        {
            return null;
        }

        var words = line[(at + "[error] ".Length)..].Trim();
        return words.Length > 200 ? words[..200] : words;
    }

    // FFmpeg starts a line with who speaks, "[h264 @ 0x55d0]", and the level. A file's title is printed too and may hold
    // the same words, but never at the start of a line.
    private static int LevelIn(string line)
    {
        var at = 0;
        while (line.AsSpan(at).StartsWith("[") && line.IndexOf("] ", at, StringComparison.Ordinal) is > 0 and var end)
        {
            if (line.AsSpan(at, end - at) is "[error" or "[fatal")
            {
                return at;
            }

            at = end + 2;
        }

        return -1;
    }
}
