using System.CommandLine;
using VideoIndex.Cli.Commands.Exporting.Media;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Exporting;
using VideoIndex.Exporting;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Interchange.Exporting;

namespace VideoIndex.Cli.Commands.Exporting;

/// <summary>Writes moments for editors, broadcasters, players and other systems.</summary>
internal sealed class ExportCommand : LibraryCommand
{
    private readonly SelectionOptions _selection = new();
    private readonly ExportOptions _rules = new();
    private readonly Option<string?> _format = new("--format", "-f") { Description = "What is written; --formats lists them. Default: what FILE ends in, where only one format does.", HelpName = "FORMAT" };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "The file to write, or the folder for clips. What needs several files gets several, named after it.", HelpName = "FILE" };
    private readonly Option<bool> _formats = new("--formats") { Description = "List the formats and end." };
    private readonly Option<bool> _burnIn = new("--burn-in") { Description = "In clips and reels, write each frame's timecode and its video's name into the picture." };
    private readonly Option<bool> _fast = new("--fast") { Description = "Copy clips without encoding: quick, but each starts at a sync frame, which is reported." };

    public ExportCommand()
        : base("export", "Write moments for editors, broadcasters, players and other systems.")
    {
        _selection.AddTo(this);
        Options.Add(_format);
        Options.Add(_output);
        Options.Add(_formats);
        _rules.AddTo(this);
        Options.Add(_burnIn);
        Options.Add(_fast);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        if (invocation.Get(_formats))
        {
            List(invocation.Terminal);
            return ExitCodes.Ok;
        }

        var output = invocation.Get(_output) ?? throw new CommandException(ExitCodes.Usage, "bad-usage", "Name the file to write with -o FILE. See: videoindex export --help");
        var format = ExportFormat.Of(invocation.Get(_format), output);
        var path = format.Check(output);
        var rules = _rules.Read(invocation);
        using var library = invocation.Open();
        var chosen = await _selection.TakeAsync(invocation, library, cancellationToken).ConfigureAwait(false);
        var sheet = ExportPlan.Of(_rules.Named(chosen, invocation), rules);
        if (sheet.Videos.Sum(video => video.Moments.Count) == 0)
        {
            throw new ExportException("nothing-to-export", $"Nothing was found to export, so nothing was written.{string.Concat(sheet.Notes.Select(note => " " + note))}");
        }

        var made = format.Media is { } media
            ? await MakeAsync(media, sheet, rules, path, library, invocation, cancellationToken).ConfigureAwait(false)
            : await WriteAsync(format.Writer!, sheet, rules, path, library, cancellationToken).ConfigureAwait(false);
        Answer(invocation.Terminal, new ExportedShape(format.Name, made.Files, [.. sheet.Notes, .. made.Notes]) { Failures = FailedShape.Of(made.Troubles) });
        return made.Files is [] || made.Troubles is [_, ..] ? ExitCodes.NotOk : ExitCodes.Ok;
    }

    private async Task<MediaExported> MakeAsync(
        IMediaExport media, ExportSheet sheet, ExportRules rules, string path, LibraryHost library, Invocation invocation, CancellationToken cancellationToken)
    {
        await library.KeepFootageAsync(path, cancellationToken).ConfigureAwait(false);
        var tools = await MediaTools.DiscoverAsync(cancellationToken).ConfigureAwait(false);
        var order = new MediaExportOrder(sheet, rules, library, tools, path, invocation.Terminal) { BurnIn = invocation.Get(_burnIn), Fast = invocation.Get(_fast) };
        return await media.MakeAsync(order, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<MediaExported> WriteAsync(
        IExportWriter writer, ExportSheet sheet, ExportRules rules, string path, LibraryHost library, CancellationToken cancellationToken)
    {
        var result = writer.Write(sheet, rules);
        var files = result.Files.Zip(ExportFiles.PathsOf(path, result.Files.Select(file => file.Part)), (file, at) => (Path: at, file.Text, file.Moments)).ToList();
        foreach (var file in files)
        {
            await library.KeepFootageAsync(file.Path, cancellationToken).ConfigureAwait(false);
        }

        foreach (var file in files)
        {
            await ExportFiles.WriteAsync(file.Path, file.Text, cancellationToken).ConfigureAwait(false);
        }

        return new MediaExported([.. files.Select(file => (file.Path, file.Moments))], result.Notes);
    }

    private static void Answer(Terminal terminal, ExportedShape exported)
    {
        if (terminal.Json)
        {
            terminal.Write(exported, Shapes.Default.ExportedShape);
            return;
        }

        foreach (var file in exported.Files)
        {
            terminal.Say($"{file.Path}: {Counts.Of(file.Moments, "moment")}");
        }

        foreach (var note in exported.Notes)
        {
            terminal.Remark($"Note: {note}");
        }

        foreach (var failed in exported.Failures ?? [])
        {
            terminal.Remark($"Failed: {failed.What}: {failed.Sentence}");
        }
    }

    private static void List(Terminal terminal)
    {
        var formats = ExportFormat.All;
        if (terminal.Json)
        {
            terminal.Write(new ExportFormatsShape([.. formats.Select(format => new ExportFormatShape(format.Name, format.Title, format.Endings))]), Shapes.Default.ExportFormatsShape);
            return;
        }

        foreach (var format in formats)
        {
            terminal.Say($"{format.Name,-18}{(format.Endings is [] ? "folder" : string.Join(' ', format.Endings)),-14}{format.Title}");
        }
    }
}
