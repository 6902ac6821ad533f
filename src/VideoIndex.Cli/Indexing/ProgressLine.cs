using System.Globalization;
using VideoIndex.Cli.Output;

namespace VideoIndex.Cli.Indexing;

/// <summary>One line on how far a video has come: frames, share, time left.</summary>
internal static class ProgressLine
{
    private static readonly TimeSpan LongestForetold = TimeSpan.FromHours(100);

    /// <summary>Returns the line.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="standing">How far it has come.</param>
    /// <param name="others">How many other files wait or are worked on.</param>
    public static string Of(string name, Standing standing, int others)
    {
        var more = others > 0 ? $" (and {Counts.Of(others, "other file")})" : "";
        if (standing.Done == 0)
        {
            return $"{name}: {(standing.Stage == "" ? "waiting" : standing.Stage)}{more}";
        }

        var frames = standing.Frames > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{standing.Done:N0} of {standing.Frames:N0} frames")
            : Counts.Of(standing.Done, "frame");
        var rest = standing is { Share: { } share, Left: { } left } && left < LongestForetold
            ? string.Create(CultureInfo.InvariantCulture, $", {100 * share:0} %, {(long)left.TotalHours}:{left:mm\\:ss} left")
            : "";
        return $"{name}: {frames}{rest}{more}";
    }
}
