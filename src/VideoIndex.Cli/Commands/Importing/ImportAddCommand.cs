using System.CommandLine;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Importing;
using VideoIndex.Interchange.Importing;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Commands.Importing;

/// <summary>Takes a file in.</summary>
internal sealed class ImportAddCommand : LibraryCommand
{
    private static readonly Rational MostOffset = new(1_000_000, 1);

    private readonly Argument<string> _file = new("FILE") { Description = "The file to take in." };
    private readonly Option<string> _video = new("--video") { Description = "The video it is about: an id, the beginning of one (4 digits or more), or a path.", HelpName = "VIDEO", Required = true };
    private readonly Option<string?> _format = new("--format", "-f") { Description = $"What it is: {string.Join(", ", ImportReaders.All.Select(reader => reader.Name))}. Default: by what it ends in and what is in it.", HelpName = "FORMAT" };
    private readonly Option<string?> _as = new("--as") { Description = "What text with times becomes. Default: what the format usually is.", HelpName = "tags|transcript" };
    private readonly Option<string?> _offset = new("--offset") { Description = "How much later things are in the video than the file says; below 0 for earlier: 2, -0:01:00, 1001/30.", HelpName = "TIME" };
    private readonly Option<string?> _rate = new("--rate") { Description = "The rate the file counts frames at: 25, 30000/1001. Default: what it says, else the video's own.", HelpName = "RATE" };
    private readonly Option<string?> _start = new("--start") { Description = "The label of the video's first frame in the file's timecode. Default: the video's own.", HelpName = "TIMECODE" };
    private readonly Option<string?> _kind = new("--kind") { Description = "The kind of tags the file gives none to. Default: marker.", HelpName = "KIND" };
    private readonly Option<string?> _language = new("--language") { Description = "The language of its words. Default: what the file says.", HelpName = "LANGUAGE" };

    public ImportAddCommand()
        : base("add", "Take in a file, as tags and transcripts of a video; to do so again adds nothing twice.")
    {
        Arguments.Add(_file);
        foreach (var option in (Option[])[_video, _format, _as, _offset, _rate, _start, _kind, _language])
        {
            Options.Add(option);
        }

        _as.AcceptOnlyFromAmong("tags", "transcript");
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var (path, offset, rate) = (invocation.Get(_file), Offset(invocation.Get(_offset)), Rate(invocation.Get(_rate)));
        var bytes = await ReadAsync(path, cancellationToken).ConfigureAwait(false);
        using var library = invocation.Open();
        var video = await library.ResolveAsync(invocation.Get(_video)!, cancellationToken).ConfigureAwait(false);
        CheckRead(video);
        var order = new ImportOrder(video, Path.GetFileName(path))
        {
            Offset = offset,
            Rate = rate,
            Start = invocation.Get(_start),
            AsTranscript = invocation.Get(_as) is { } chosen ? chosen == "transcript" : null,
            Kind = invocation.Get(_kind),
            Language = invocation.Get(_language),
        };
        var (format, reading) = ImportFile.Read(bytes, invocation.Get(_format), order);
        var import = ImportFile.Taken(bytes, format, reading, order, TimeProvider.System.GetUtcNow());
        var known = await library.Imports.ListAsync(video.Id, cancellationToken).ConfigureAwait(false);
        if (!await library.Imports.KeepAsync(import, cancellationToken).ConfigureAwait(false))
        {
            throw new CommandException(ExitCodes.NotFound, "no-such-video", $"There is no video {video.Id} in the library any more.");
        }

        Answer(invocation, new ImportAddedShape(VideoName.Of(video), ImportShape.Of(import), known.Any(one => one.Id == import.Id)));
        return ExitCodes.Ok;
    }

    private static void Answer(Invocation invocation, ImportAddedShape added)
    {
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(added, Shapes.Default.ImportAddedShape);
            return;
        }

        invocation.Terminal.Say($"{ImportCommand.Line(added.Import)}{(added.Again ? ", taken in again" : "")}");
        foreach (var complaint in added.Import.Complaints)
        {
            invocation.Terminal.Remark($"Note: {complaint}");
        }
    }

    private static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new CommandException(ExitCodes.NotFound, "no-such-file", $"There is no file '{path}'.");
        }

        return new FileInfo(path).Length > ImportFile.MostBytes
            ? throw new ImportException("bad-import", $"'{path}' is larger than 200 MB.")
            : await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
    }

    private static void CheckRead(Video video)
    {
        if (video.State is VideoState.Rejected or VideoState.Quarantined or VideoState.Accepted)
        {
            throw new CommandException(
                ExitCodes.NotOk,
                "not-read",
                video.State == VideoState.Accepted
                    ? "The video is not indexed yet, so nothing can be put on its timeline. Index it first: videoindex index FILE"
                    : $"The video could not be read, so it has no timeline to put anything on: {video.Sentence}");
        }
    }

    private static Rational Offset(string? typed)
    {
        if (typed is null)
        {
            return default;
        }

        var isEarlier = typed.StartsWith('-');
        return TimeText.TryRead(isEarlier ? typed[1..] : typed, null, out var read) && read.Time.Seconds <= MostOffset && read.Time.Seconds >= default(Rational)
            ? isEarlier ? default(Rational) - read.Time.Seconds : read.Time.Seconds
            : throw new CommandException(ExitCodes.Usage, "bad-time", $"--offset takes seconds (2, -0.5, 1001/30) or clock time (-0:01:00), not '{typed}'.");
    }

    private static FrameRate? Rate(string? typed) => typed is null
        ? null
        : FrameRate.TryParse(typed, out var rate) && rate.FramesPerSecond <= new Rational(1000, 1)
            ? rate
            : throw new CommandException(ExitCodes.Usage, "bad-rate", $"--rate takes frames a second, 25 or 30000/1001, not '{typed}'.");
}
