using System.CommandLine;
using VideoIndex.Cli.Commands.Exporting;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Interchange.Transcripts;
using VideoIndex.Interchange.Transcripts.Cues;
using VideoIndex.Transcripts;

namespace VideoIndex.Cli.Commands.Transcripts;

/// <summary>Writes what is said in a video as captions, text or JSON.</summary>
internal sealed class TranscriptCommand : LibraryCommand
{
    private const string Kinds = ".srt, .vtt, .txt or .json";

    private readonly Argument<string> _video = Naming.Video();
    private readonly Option<string?> _format = new("--format") { Description = "srt, vtt, txt or json. Default: what the file to write ends in, else txt.", HelpName = "FORMAT" };
    private readonly Option<int?> _track = new("--track") { Description = "What was heard in this audio track, from 1. Default: captions, where there are any.", HelpName = "N" };
    private readonly Option<string?> _language = new("--language") { Description = "The transcript in this language, as show names it; en means eng and en-GB too.", HelpName = "LANGUAGE" };
    private readonly Option<string?> _output = new("--output", "-o") { Description = $"The file to write ({Kinds}). Default: standard output.", HelpName = "FILE" };
    private readonly Option<bool> _dropped = new("--dropped") { Description = "With what is not believed, marked." };
    private readonly Option<int?> _maxLine = new("--max-line") { Description = "The most characters a line has. Default: 42; 13 in Japanese, 16 in Chinese and Korean.", HelpName = "N" };
    private readonly Option<int?> _maxLines = new("--max-lines") { Description = "The most lines on screen at a time. Default: 2.", HelpName = "N" };
    private readonly Option<int?> _readingSpeed = new("--reading-speed") { Description = "The most characters a second. Default: 20 in English, 4 in Japanese, 9 in Chinese, 12 in Korean, else 17.", HelpName = "N" };
    private readonly Option<bool> _rewrap = new("--rewrap") { Description = "Break the lines of captions anew; their times stay." };
    private readonly Option<bool> _markUnsure = new("--mark-unsure") { Description = "Mark the words the model is not sure of, (meat?), in srt and txt; vtt and json always say." };

    public TranscriptCommand()
        : base("transcript", "Write what is said in a video as captions, text or JSON.")
    {
        Arguments.Add(_video);
        foreach (var option in (Option[])[_format, _track, _language, _output, _dropped, _maxLine, _maxLines, _readingSpeed, _rewrap, _markUnsure])
        {
            Options.Add(option);
        }

        Naming.Bound(_track, 1, 1000);
        Naming.Bound(_maxLine, 10, 200);
        Naming.Bound(_maxLines, 1, 4);
        Naming.Bound(_readingSpeed, 1, 60);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var output = invocation.Get(_output) is { } file ? Naming.CheckOutput(file, ".srt", ".vtt", ".txt", ".json") : null;
        var format = FormatOf(invocation.Get(_format), output);
        using var library = invocation.Open();
        var video = await library.ResolveAsync(invocation.Get(_video), cancellationToken).ConfigureAwait(false);
        var contents = (await library.Catalog.ReadAsync(video.Id, cancellationToken).ConfigureAwait(false))!;
        var (transcript, others) = TranscriptChoice.Of(contents.Transcripts, invocation.Get(_track), invocation.Get(_language), video.Path);
        var written = TranscriptWriter.Write(
            transcript, format, Rules(invocation, transcript, format), [.. contents.Shots.Skip(1).Select(shot => shot.Shot.Span.Start).Order()]);
        if (output is not null)
        {
            await library.KeepFootageAsync(output, cancellationToken).ConfigureAwait(false);
            await ExportFiles.WriteAsync(output, written.Text, cancellationToken).ConfigureAwait(false);
        }

        Answer(invocation, new TranscriptWrittenShape(video, transcript, format, written, output), others);
        return ExitCodes.Ok;
    }

    private static void Answer(Invocation invocation, TranscriptWrittenShape written, IReadOnlyList<Transcript> others)
    {
        var terminal = invocation.Terminal;
        if (terminal.Json)
        {
            terminal.Write(written, Shapes.Default.TranscriptWrittenShape);
            return;
        }

        terminal.Say(written.Text?.TrimEnd('\n') ?? $"{written.Output}: {written.Named}, {written.Counted}");
        foreach (var note in written.Notes)
        {
            terminal.Remark($"Note: {note}");
        }

        if (others is [_, ..])
        {
            terminal.Remark($"This is {written.Named}. There is also: {string.Join("; ", others.Select(TranscriptChoice.Named))}. --track and --language choose.");
        }
    }

    private CueRules Rules(Invocation invocation, Transcript transcript, TranscriptFormat format)
    {
        var usual = CueRules.For(transcript);
        return usual with
        {
            MaxLine = invocation.Get(_maxLine) ?? usual.MaxLine,
            MaxLines = invocation.Get(_maxLines) ?? usual.MaxLines,
            ReadingSpeed = invocation.Get(_readingSpeed) ?? usual.ReadingSpeed,
            WithDropped = invocation.Get(_dropped),
            Rewrap = invocation.Get(_rewrap),
            MarkUnsure = invocation.Get(_markUnsure) && format is TranscriptFormat.Srt or TranscriptFormat.Txt,
        };
    }

    private static TranscriptFormat FormatOf(string? typed, string? output)
    {
        var ending = Path.GetExtension(output)?.TrimStart('.').ToLowerInvariant();
        var name = typed?.ToLowerInvariant() ?? ending ?? "txt";
        if (!Enum.GetNames<TranscriptFormat>().Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw new CommandException(ExitCodes.Usage, "bad-format", $"A transcript is written as srt, vtt, txt or json, not as '{typed}'.");
        }

        return ending is null || ending == name
            ? Enum.Parse<TranscriptFormat>(name, ignoreCase: true)
            : throw new CommandException(ExitCodes.Usage, "bad-output", $"The file to write must end in .{name}; '{output}' does not.");
    }
}
