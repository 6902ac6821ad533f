using System.CommandLine;
using VideoIndex.Exporting;
using VideoIndex.Timing;

namespace VideoIndex.Cli.Commands.Exporting;

/// <summary>The options that are the same for every format.</summary>
internal sealed class ExportOptions
{
    private readonly Option<string?> _handles = new("--handles") { Description = "How much more is taken before and after each moment: 12f for frames, 0.5s for seconds.", HelpName = "LENGTH" };
    private readonly Option<string?> _mergeGap = new("--merge-gap") { Description = "Make moments of one kind and name one that are no farther apart than this: 12f, 0.5s.", HelpName = "LENGTH" };
    private readonly Option<string> _timecode = new("--timecode") { Description = "Which labels name frames: the file's own (source), or counted from its first frame (running).", HelpName = "source|running", DefaultValueFactory = _ => "source" };
    private readonly Option<string?> _start = new("--start") { Description = "The label of the first frame of a running timecode: 01:00:00:00.", HelpName = "TIMECODE" };
    private readonly Option<string?> _rate = new("--rate") { Description = "For videos of varying rate, name frames as in a copy conformed to this rate: 25, 30000/1001.", HelpName = "RATE" };
    private readonly Option<string[]> _reels = new("--reel") { Description = "The reel's name; with several videos VIDEO=NAME, once for each.", HelpName = "NAME" };
    private readonly Option<string[]> _colours = new("--colour") { Description = "The colour of a kind of moment: logo=red.", HelpName = "KIND=COLOUR" };
    private readonly Option<string?> _title = new("--title") { Description = "What the export is called. Default: the question, or the video's name.", HelpName = "TITLE" };
    private readonly Option<string?> _linkBase = new("--link-base") { Description = "What links to videos begin with, before the file's name. Default: links to the files.", HelpName = "URL" };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_handles, _mergeGap, _timecode, _start, _rate, _reels, _colours, _title, _linkBase])
        {
            command.Options.Add(option);
        }

        _timecode.AcceptOnlyFromAmong("source", "running");
    }

    /// <summary>Reads the rules that were typed.</summary>
    /// <exception cref="CommandException">One of them says nothing.</exception>
    public ExportRules Read(Invocation invocation) => new()
    {
        Handles = Length(invocation.Get(_handles), "--handles") ?? default,
        MergeGap = Length(invocation.Get(_mergeGap), "--merge-gap"),
        Timecode = invocation.Get(_timecode) == "running" || invocation.Get(_start) is not null ? TimecodeKind.Running : TimecodeKind.Source,
        Start = invocation.Get(_start),
        Rate = Rate(invocation.Get(_rate)),
        Colours = Colours(invocation.Get(_colours) ?? []),
        LinkBase = LinkBase(invocation.Get(_linkBase)),
        Made = TimeProvider.System.GetUtcNow(),
    };

    /// <summary>Returns a sheet with its title and the reels that were named.</summary>
    /// <exception cref="CommandException">A reel is named for no video of it.</exception>
    public ExportSheet Named(ExportSheet sheet, Invocation invocation)
    {
        var reels = Reels(invocation.Get(_reels) ?? [], sheet);
        return sheet with
        {
            Title = invocation.Get(_title) ?? sheet.Title,
            Videos = [.. sheet.Videos.Select((video, at) => video with { Reel = reels.GetValueOrDefault(at) })],
        };
    }

    private static ExportLength? Length(string? typed, string option) => typed is null
        ? null
        : ExportLength.TryRead(typed, out var length)
            ? length
            : throw new CommandException(ExitCodes.Usage, "bad-length", $"{option} takes frames (12f) or seconds (0.5s), not '{typed}'.");

    private static FrameRate? Rate(string? typed) => typed is null
        ? null
        : FrameRate.TryParse(typed, out var rate) && rate.FramesPerSecond <= new Rational(1000, 1)
            ? rate
            : throw new CommandException(ExitCodes.Usage, "bad-rate", $"--rate takes frames a second, 25 or 30000/1001, not '{typed}'.");

    private static Dictionary<string, MarkerColour> Colours(string[] typed)
    {
        var colours = new Dictionary<string, MarkerColour>();
        foreach (var one in typed)
        {
            colours[one.Split('=') is [{ Length: > 0 } kind, var named] && Enum.TryParse<MarkerColour>(named, ignoreCase: true, out var colour) && !int.TryParse(named, out _)
                ? kind
                : throw new CommandException(ExitCodes.Usage, "bad-colour", $"--colour takes a kind and one of {string.Join(", ", Enum.GetNames<MarkerColour>()).ToLowerInvariant()}: logo=red. '{one}' is none.")] = colour;
        }

        return colours;
    }

    private static string? LinkBase(string? typed) => typed is null || (Uri.TryCreate(typed, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "file")
        ? typed
        : throw new CommandException(ExitCodes.Usage, "bad-link", $"--link-base takes the beginning of a web address, not '{typed}'.");

    // One name is for the one video; VIDEO=NAME goes by the beginning of its id or the name of its file.
    private static Dictionary<int, string> Reels(string[] typed, ExportSheet sheet)
    {
        var reels = new Dictionary<int, string>();
        foreach (var one in typed)
        {
            var cut = one.LastIndexOf('=');
            var meant = cut < 0
                ? sheet.Videos.Count == 1 ? [0] : throw new CommandException(ExitCodes.Usage, "bad-reel", $"The export is of {sheet.Videos.Count} videos: name reels as VIDEO=NAME, not '{one}'.")
                : Enumerable.Range(0, sheet.Videos.Count).Where(at => IsMeant(sheet.Videos[at], one[..cut])).ToList();
            reels[meant is [var only] ? only : throw new CommandException(ExitCodes.NotFound, "no-such-video", $"Of the videos of the export, '{one[..cut]}' is {(meant is [] ? "none" : "several")}.")] = one[(cut + 1)..];
        }

        return reels;
    }

    private static bool IsMeant(ExportedVideo video, string typed) =>
        video.Name == typed || video.Video.Path == typed || (typed.Length >= 4 && video.Video.Id.ToString().StartsWith(typed, StringComparison.OrdinalIgnoreCase));
}
