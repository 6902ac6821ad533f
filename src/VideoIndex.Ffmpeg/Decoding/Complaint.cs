namespace VideoIndex.Ffmpeg.Decoding;

/// <summary>Tells FFmpeg's errors about the pictures from the rest of its talk.</summary>
internal static class Complaint
{
    // Said of streams that are not decoded anyway: cover art, data, sound in a codec that is not read.
    private static readonly string[] Harmless = ["not on whitelist", "not currently supported", "Could not find codec parameters"];

    /// <summary>Returns the error a line reports, without the decoder's address; null for other lines.</summary>
    public static string? In(string line)
    {
        var at = line.IndexOf("[error] ", StringComparison.Ordinal);
        at = at >= 0 ? at : line.IndexOf("[fatal] ", StringComparison.Ordinal);
        if (at < 0 || Array.Exists(Harmless, words => line.Contains(words, StringComparison.Ordinal)))
        {
            return null;
        }

        var words = line[(at + "[error] ".Length)..].Trim();
        return words.Length > 200 ? words[..200] : words;
    }
}
