using System.CommandLine;
using System.Globalization;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Commands;

/// <summary>How people name videos, times and outputs on the command line.</summary>
internal static class Naming
{
    /// <summary>Returns the argument that names a video.</summary>
    public static Argument<string> Video() => new("VIDEO") { Description = "An id, the beginning of one (4 digits or more), or a path." };

    /// <summary>Returns an argument that names a time.</summary>
    public static Argument<string> Time(string name) => new(name)
    {
        Description = "Seconds exactly (9009/250), in decimals (36.036), clock time (1:02.5) or a timecode (10:00:36;00).",
    };

    /// <summary>Returns the option that names the file to write.</summary>
    public static Option<string> Output(string kinds) => new("--output", "-o") { Description = $"The file to write ({kinds}).", HelpName = "FILE", Required = true };

    /// <summary>Refuses a number that is none or outside its bounds.</summary>
    public static void Bound(Option option, int least, int most) => option.Validators.Add(result =>
    {
        if (result.Tokens is [var typed] && !(int.TryParse(typed.Value, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most))
        {
            result.AddError($"{option.Name} takes a whole number from {least} to {most}, not '{typed.Value}'.");
        }
    });

    /// <summary>Reads a time of a video.</summary>
    /// <exception cref="CommandException">It is none, or outside the video.</exception>
    public static TimeText TimeIn(Video video, string text)
    {
        if (!TimeText.TryRead(text, video.Timecodes, out var time))
        {
            var labels = video.Timecodes is { } track ? $", or a timecode from {track.First} on" : "; this video's rate varies, so it has no timecode";
            throw new CommandException(ExitCodes.Usage, "bad-time", $"'{text}' is not a time in this video. Give seconds (9009/250 or 36.036), clock time (1:02.5){labels}.");
        }

        return time;
    }

    /// <summary>Checks that a file to write has one of the kinds allowed, and a folder to lie in.</summary>
    /// <returns>Its absolute path.</returns>
    public static string CheckOutput(string path, params ReadOnlySpan<string> kinds)
    {
        var whole = path == "" ? "" : Path.GetFullPath(path);
        var kind = Path.GetExtension(whole).ToLowerInvariant();
        if (!kinds.Contains(kind))
        {
            throw new CommandException(ExitCodes.Usage, "bad-output", $"The file to write must end in {string.Join(" or ", kinds.ToArray())}; '{path}' does not.");
        }

        if (Directory.Exists(whole))
        {
            throw new CommandException(ExitCodes.Usage, "bad-output", $"'{whole}' is a folder.");
        }

        return Directory.Exists(Path.GetDirectoryName(whole))
            ? whole
            : throw new CommandException(ExitCodes.NotFound, "no-such-folder", $"There is no folder '{Path.GetDirectoryName(whole)}'.");
    }
}
