using System.CommandLine;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;
using VideoIndex.Pipeline;
using VideoIndex.Pipeline.Library;
using VideoIndex.Transcripts;
using VideoIndex.Videos;
using Protection = VideoIndex.Cli.Commands.Work.Protection;

namespace VideoIndex.Cli.Commands.Hearing;

/// <summary>Listens to videos that were indexed before.</summary>
internal sealed class ListenCommand : LibraryCommand
{
    private const string All = "all";

    private readonly Argument<string> _video = new("VIDEO|all") { Description = "An id, the beginning of one, a path; or all: every video this engine has not heard." };
    private readonly Option<int[]> _tracks = new("--track") { Description = "The audio track to listen to, from 1; may be repeated. Default: every one.", HelpName = "N" };
    private readonly Option<bool> _force = new("--force") { Description = "With all: the videos this engine has heard, too." };
    private readonly Option<bool> _sandbox = Protection.Required();
    private readonly SpeechChoice _speech = new(asks: false);

    public ListenCommand()
        : base("listen", "Write down what is said in videos that were indexed before; only their sound is decoded again.")
    {
        Arguments.Add(_video);
        foreach (var option in (Option[])[_tracks, _force, _sandbox, .. _speech.Options])
        {
            Options.Add(option);
        }

        Naming.Bound(_tracks, 1, 1000);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        library.Ears = _speech.Chosen(invocation);
        if (library.Ears.Transcribers.Missing is { } missing)
        {
            throw new CommandException(ExitCodes.ToolMissing, "no-speech-model", missing);
        }

        var tools = await Protection.FindToolsAsync(invocation, invocation.Get(_sandbox), cancellationToken).ConfigureAwait(false);
        return invocation.Get(_video) == All
            ? await HearAllAsync(invocation, library, tools, cancellationToken).ConfigureAwait(false)
            : await HearAsync(invocation, library, tools, await library.ResolveAsync(invocation.Get(_video), cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    private async Task<int> HearAllAsync(Invocation invocation, LibraryHost library, MediaTools tools, CancellationToken cancellationToken)
    {
        var (author, ending) = (await library.Scribe().OriginAsync(cancellationToken).ConfigureAwait(false), ExitCodes.Ok);
        foreach (var video in await library.Catalog.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            var contents = await library.Catalog.ReadAsync(video.Id, cancellationToken).ConfigureAwait(false);
            var isHeard = contents?.Transcripts.Any(transcript => transcript.Track is not null && transcript.Origin == author) == true;
            if (video.Probe is not { Audio: [_, ..] } || (isHeard && !invocation.Get(_force)))
            {
                continue;
            }

            try
            {
                await HearAsync(invocation, library, tools, video, cancellationToken).ConfigureAwait(false);
            }
            catch (CommandException failure)
            {
                invocation.Terminal.Remark($"{Path.GetFileName(video.Path)}: {failure.Message}");
                ending = ExitCodes.NotOk;
            }
        }

        return ending;
    }

    private async Task<int> HearAsync(Invocation invocation, LibraryHost library, MediaTools tools, Video video, CancellationToken cancellationToken)
    {
        var tracks = invocation.Get(_tracks) ?? [];
        await CheckAsync(video, tracks, cancellationToken).ConfigureAwait(false);
        try
        {
            var (heard, notes) = await library.Rehearing(tools).RunAsync(video, tracks, new Progress<StageProgress>(), cancellationToken).ConfigureAwait(false);
            Answer(invocation.Terminal, video, heard, notes);
            return ExitCodes.Ok;
        }
        catch (MediaRefusedException refusal)
        {
            throw new CommandException(ExitCodes.NotOk, refusal.Code, $"'{video.Path}': {refusal.Message}");
        }
    }

    private static async Task CheckAsync(Video video, int[] tracks, CancellationToken cancellationToken)
    {
        if (video.Probe is not { Audio: [_, ..] audio } || tracks.Except(audio.Select(track => track.Number)).Any())
        {
            throw new CommandException(ExitCodes.NotFound, "no-such-track", video.Probe is { Audio: [_, ..] has }
                ? $"'{video.Path}' has {Counts.Of(has.Count, "audio track")}."
                : $"'{video.Path}' has no sound.");
        }

        if (!File.Exists(video.Path))
        {
            throw new CommandException(ExitCodes.NotFound, "file-gone", $"'{video.Path}' is no longer there. If it moved, index it at its new place.");
        }

        if (!await SourceFile.IsUnchangedAsync(video, cancellationToken).ConfigureAwait(false))
        {
            throw new CommandException(ExitCodes.NotOk, "file-changed", $"'{video.Path}' is not the file that was indexed. Index it again.");
        }
    }

    private static void Answer(Terminal terminal, Video video, IReadOnlyList<Transcript> heard, IReadOnlyList<string> notes)
    {
        if (terminal.Json)
        {
            terminal.Write(new ListenedShape(VideoName.Of(video), [.. heard.Select(HeardShape.Of)], [.. heard.SelectMany(one => one.Notes), .. notes]), Shapes.Default.ListenedShape);
            return;
        }

        foreach (var transcript in heard)
        {
            terminal.Say($"{Path.GetFileName(video.Path)}: {HeardShape.Of(transcript).Sentence}");
        }

        foreach (var note in heard.SelectMany(one => one.Notes).Concat(notes))
        {
            terminal.Say($"Note: {note}");
        }
    }
}
