using VideoIndex.Exporting;

namespace VideoIndex.Interchange.Exporting.Summaries;

/// <summary>Writes addresses of videos and of moments in them.</summary>
internal static class VideoLinks
{
    /// <summary>Returns the address of a video: what was given and the file's name, else that of the file itself.</summary>
    public static string Of(ExportedVideo video, ExportRules rules) => rules.LinkBase is { } given
        ? given + (given.Length > 0 && given[^1] is '/' or '=' or '?' or '&' or '#' ? "" : "/") + Uri.EscapeDataString(video.Name)
        : OfFile(video.Video.Path);

    /// <summary>Returns the address of a video from beside its file: its name.</summary>
    public static string FromBeside(ExportedVideo video) => Uri.EscapeDataString(video.Name);

    /// <summary>Returns the address of a moment: the video's with <c>#t=</c> and the seconds it begins and ends at.</summary>
    public static string WithSpan(string address, (string From, string? To) seek) => $"{address}#t={seek.From}{(seek.To is null ? "" : "," + seek.To)}";

    // /media/a.mp4, C:\media\a.mp4, \\server\media\a.mp4
    private static string OfFile(string path)
    {
        var isWindows = path.StartsWith(@"\\", StringComparison.Ordinal) || (path.Length > 2 && path[1] == ':' && char.IsAsciiLetter(path[0]));
        var slashed = isWindows ? path.Replace('\\', '/') : path;
        var start = slashed.StartsWith("//", StringComparison.Ordinal) ? "file:" : slashed.StartsWith('/') ? "file://" : isWindows ? "file:///" : "";
        var drive = isWindows && slashed[1] == ':' ? slashed[..2] : "";
        return start + drive + string.Join('/', slashed[drive.Length..].Split('/').Select(Uri.EscapeDataString));
    }
}
