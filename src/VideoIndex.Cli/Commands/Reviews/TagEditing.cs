using System.CommandLine;
using System.Globalization;
using VideoIndex.Looks;
using VideoIndex.Shots;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Commands.Reviews;

/// <summary>The options that say what a tag is, and how they are read.</summary>
internal static class TagEditing
{
    /// <summary>Returns the option for when a tag begins or ends.</summary>
    public static Option<string?> Time(string name, bool required) => new(name)
    {
        Description = $"When it {(name == "--from" ? "begins" : "ends")}: seconds (9009/250, 36.036), clock time (1:02.5) or a timecode (10:00:36;00).",
        HelpName = "TIME",
        Required = required,
    };

    /// <summary>Returns the option for the kind of a tag.</summary>
    public static Option<string?> Kind(string usual) => new("--kind") { Description = $"Its kind: tag, object, logo, text, or a word of your own. Default: {usual}.", HelpName = "KIND" };

    /// <summary>Returns the option for where in the picture a tag is.</summary>
    public static Option<string?> Box() => new("--box") { Description = "Where in the picture: left, top, width and height as parts of it, from 0 to 1.", HelpName = "x,y,w,h" };

    /// <summary>Reads a time: the start of the frame that is meant, where the video has frames.</summary>
    public static MediaTime TimeIn(Video video, FrameEvidence? evidence, string typed)
    {
        var time = Naming.TimeIn(video, typed);
        return evidence is { Count: > 0 } frames && time.Time < frames.End ? frames.TimeMeant(time)
            : video.Extent.End is var end && time.Earliest <= end && end <= time.Latest ? end : time.Time;
    }

    /// <summary>Reads a span.</summary>
    /// <exception cref="CommandException">It ends before it begins.</exception>
    public static MediaSpan Span(MediaTime start, MediaTime end) => end > start
        ? new MediaSpan(start, end)
        : throw new CommandException(ExitCodes.Usage, "empty-tag", "A tag holds for a while: --to must come after --from.");

    /// <summary>Reads a place in the picture, rounded to a ten-thousandth of it.</summary>
    /// <exception cref="CommandException">It is none.</exception>
    public static PictureBox? BoxIn(string? typed)
    {
        if (typed is null)
        {
            return null;
        }

        var parts = typed.Split(',').Select(part => decimal.TryParse(part.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= 1 ? (int)decimal.Round(value * PictureBox.Whole) : -1).ToList();
        return parts is [>= 0, >= 0, > 0, > 0]
            ? new PictureBox(parts[0], parts[1], parts[2], parts[3])
            : throw new CommandException(ExitCodes.Usage, "bad-box", $"'{typed}' is no place in the picture. Give left, top, width and height as parts of it, from 0 to 1: 0.25,0.5,0.2,0.1.");
    }
}
