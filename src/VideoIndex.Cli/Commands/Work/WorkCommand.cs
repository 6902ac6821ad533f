using System.CommandLine;
using VideoIndex.Cli.Alerts;
using VideoIndex.Cli.Commands.Hearing;
using VideoIndex.Cli.Commands.Logos;
using VideoIndex.Cli.Commands.Models;
using VideoIndex.Cli.Events;
using VideoIndex.Pipeline.Delivery;
using VideoIndex.Pipeline.Running;

namespace VideoIndex.Cli.Commands.Work;

/// <summary>Does the work of a library, beside any number of others that do.</summary>
internal sealed class WorkCommand : LibraryCommand
{
    private readonly Option<int?> _workers = new("--workers") { Description = "The most jobs done side by side. Default: one for each processor.", HelpName = "N" };
    private readonly Option<bool> _untilIdle = new("--until-idle") { Description = "End when nothing waits or is at work, here or elsewhere." };
    private readonly Option<long?> _memory = Amounts.Size("--memory", "The memory all jobs may take together. Default: no bound.");
    private readonly Option<long?> _reserve = Amounts.Size("--disk-reserve", "How much of the library's disk is left free. Default: 1GB.");
    private readonly Option<bool> _sandbox = Protection.Required();
    private readonly Option<string?> _language = ReadingLanguages.Option();
    private readonly Option<string> _reader = ReadingLanguages.Reader();
    private readonly Option<string?> _logos = LogoEvidence.Option();
    private readonly Option<int> _bound = LogoEvidence.Bound();
    private readonly DetectorChoice _things = new();
    private readonly SpeechChoice _speech = new(asks: true);

    public WorkCommand()
        : base("work", "Do the work that waits, beside any number of other programs, until stopped.")
    {
        foreach (var option in (Option[])[_workers, _untilIdle, _memory, _reserve, _sandbox, _language, _reader, _logos, _bound, .. _things.Options, .. _speech.Options])
        {
            Options.Add(option);
        }

        Naming.Bound(_workers, 1, 256);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var tools = await Protection.FindToolsAsync(invocation, invocation.Get(_sandbox), cancellationToken).ConfigureAwait(false);
        using var library = invocation.Create();
        library.Readers = ReadingLanguages.Chosen(invocation, _language, _reader);
        library.Logos = LogoEvidence.Chosen(invocation, _logos, _bound);
        library.Things = _things.Chosen(invocation);
        library.Ears = _speech.Chosen(invocation);
        var terminal = invocation.Terminal;
        var usual = new WorkerOptions();
        var options = usual with
        {
            Concurrency = invocation.Get(_workers) ?? usual.Concurrency,
            MemoryBudget = invocation.Get(_memory) ?? usual.MemoryBudget,
            DiskReserve = invocation.Get(_reserve) ?? usual.DiskReserve,
        };
        var worker = library.Worker(tools, options, new WorkLog(terminal));
        var end = await OutboxEnd.FindAsync(library.Outbox, cancellationToken).ConfigureAwait(false);
        Func<CancellationToken, Task> work = invocation.Get(_untilIdle) ? worker.RunUntilIdleAsync : worker.RunAsync;
        await Shift.RunAnnouncedAsync(
            [
                work,
                stop => library.Sweep().RunAsync(TimeProvider.System, stop),
                stop => new Announcer(terminal).RunAsync(library.Outbox, end, stop),
                new AlertDesk(library, terminal).RunAsync,
            ],
            terminal,
            cancellationToken).ConfigureAwait(false);
        if (!cancellationToken.IsCancellationRequested)
        {
            await new AlertDesk(library, terminal).OnceAsync(cancellationToken).ConfigureAwait(false);
        }

        return ExitCodes.Ok;
    }
}
