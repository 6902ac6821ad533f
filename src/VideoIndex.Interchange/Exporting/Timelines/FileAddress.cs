using VideoIndex.Exporting;

namespace VideoIndex.Interchange.Exporting.Timelines;

/// <summary>Says where a video's file is as a URL, every character that could mean something else escaped.</summary>
internal static class FileAddress
{
    /// <summary>Returns the address of a video's file: <c>file:///media/match%20day.mp4</c>.</summary>
    /// <param name="video">The video.</param>
    /// <param name="rules">The rules; with a beginning of links, that and the file's name.</param>
    /// <param name="host">What stands between the slashes where the file is on the same machine: nothing, or <c>localhost</c>.</param>
    public static string Of(ExportedVideo video, ExportRules rules, string host = "") => rules.LinkBase is { } before
        ? before + Uri.EscapeDataString(video.Name)
        : Of(video.Video.Path, host);

    /// <summary>Returns the address of a path of any system: <c>/media/a.mp4</c>, <c>C:\media\a.mp4</c>, <c>\\server\media\a.mp4</c>.</summary>
    public static string Of(string path, string host = "")
    {
        if (path.StartsWith(@"\\", StringComparison.Ordinal))
        {
            return $"file://{Escaped(path[2..].Split('\\'))}";
        }

        return path is [>= 'A' and <= 'Z' or >= 'a' and <= 'z', ':', '\\' or '/', ..]
            ? $"file://{host}/{path[..2]}/{Escaped(path[3..].Split('\\', '/'))}"
            : $"file://{host}{(path.StartsWith('/') ? "" : "/")}{Escaped(path.Split('/'))}";
    }

    private static string Escaped(string[] steps) => string.Join('/', steps.Select(Uri.EscapeDataString));
}
