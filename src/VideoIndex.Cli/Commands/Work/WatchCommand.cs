using System.CommandLine;
using VideoIndex.Cli.Alerts;
using VideoIndex.Cli.Commands.Hearing;
using VideoIndex.Cli.Commands.Logos;
using VideoIndex.Cli.Commands.Models;
using VideoIndex.Cli.Events;
using VideoIndex.Cli.Watching;
using VideoIndex.Pipeline.Delivery;
using VideoIndex.Pipeline.Running;
using VideoIndex.Pipeline.Watching;

namespace VideoIndex.Cli.Commands.Work;

/// <summary>Picks up what is put into a folder.</summary>
internal sealed class WatchCommand : LibraryCommand
{
    private readonly Argument<string> _folder = new("DIR") { Description = "The folder, watched to the bottom." };
    private readonly Option<TimeSpan?> _settle = Amounts.Time("--settle", "How long a file must stand still before it counts as finished. Default: 5s.");
    private readonly Option<TimeSpan?> _poll = Amounts.Time("--poll", "The longest time between two looks at the folder. Default: 2s.");
    private readonly Option<bool> _noWork = new("--no-work") { Description = "Only take files in; leave the work to others (videoindex work)." };
    private readonly Option<bool> _sandbox = Protection.Required();
    private readonly Option<string?> _language = ReadingLanguages.Option();
    private readonly Option<string> _reader = ReadingLanguages.Reader();
    private readonly Option<string?> _logos = LogoEvidence.Option();
    private readonly Option<int> _bound = LogoEvidence.Bound();
    private readonly DetectorChoice _things = new();
    private readonly SpeechChoice _speech = new(asks: true);

    public WatchCommand()
        : base("watch", "Index every file that is put into a folder, once it is finished, until stopped.")
    {
        Arguments.Add(_folder);
        Options.Add(_settle);
        Options.Add(_poll);
        Options.Add(_noWork);
        Options.Add(_sandbox);
        Options.Add(_language);
        Options.Add(_reader);
        Options.Add(_logos);
        Options.Add(_bound);
        _things.Options.Concat(_speech.Options).ToList().ForEach(Options.Add);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(invocation.Get(_folder));
        if (!Directory.Exists(folder))
        {
            throw new CommandException(ExitCodes.NotFound, "no-such-folder", $"There is no folder '{folder}'.");
        }

        using var library = invocation.Create();
        library.Readers = ReadingLanguages.Chosen(invocation, _language, _reader);
        library.Logos = LogoEvidence.Chosen(invocation, _logos, _bound);
        library.Things = _things.Chosen(invocation);
        library.Ears = _speech.Chosen(invocation);
        using var disk = new DiskFolder(folder, library.Folder.Root);
        List<Func<CancellationToken, Task>> parts = [stop => WatchAsync(disk, library, invocation, stop)];
        if (!invocation.Get(_noWork))
        {
            parts.AddRange(await WorkAsync(library, invocation, cancellationToken).ConfigureAwait(false));
        }

        invocation.Terminal.Remark($"Watching {folder}. Stop with Ctrl-C.");
        await (invocation.Get(_noWork)
            ? Shift.RunAsync(parts, cancellationToken)
            : Shift.RunAnnouncedAsync(parts, invocation.Terminal, cancellationToken)).ConfigureAwait(false);
        return ExitCodes.Ok;
    }

    private Task WatchAsync(DiskFolder disk, LibraryHost library, Invocation invocation, CancellationToken stop)
    {
        var terminal = invocation.Terminal;
        var usual = new WatchRules();
        var rules = new WatchRules { Settle = invocation.Get(_settle) ?? usual.Settle, Poll = invocation.Get(_poll) ?? usual.Poll };
        var watch = new FolderWatch(disk, TakenFiles.Open(library.Folder.PathOf("watched.jsonl")), rules, TimeProvider.System);
        return watch.RunAsync(new Doorkeeper(library.Intake(), terminal).TakeAsync, new Lost(terminal), stop);
    }

    // With JSON, what is taken is told and nothing else: what becomes of it is in "videoindex events".
    private async Task<IReadOnlyList<Func<CancellationToken, Task>>> WorkAsync(LibraryHost library, Invocation invocation, CancellationToken cancellationToken)
    {
        var terminal = invocation.Terminal;
        var tools = await Protection.FindToolsAsync(invocation, invocation.Get(_sandbox), cancellationToken).ConfigureAwait(false);
        var worker = library.Worker(tools, new WorkerOptions(), new WorkLog(terminal));
        var end = await OutboxEnd.FindAsync(library.Outbox, cancellationToken).ConfigureAwait(false);
        Func<CancellationToken, Task> sweep = stop => library.Sweep().RunAsync(TimeProvider.System, stop);
        var alerts = new AlertDesk(library, terminal);
        return terminal.Json ? [worker.RunAsync, sweep, alerts.RunAsync] : [worker.RunAsync, sweep, alerts.RunAsync, stop => new Announcer(terminal).RunAsync(library.Outbox, end, stop)];
    }

    private sealed class Lost(Output.Terminal terminal) : IProgress<string?>
    {
        public void Report(string? value) => terminal.Remark(value is null ? "The folder can be read again." : $"The folder cannot be read, and is waited for: {value}");
    }
}
