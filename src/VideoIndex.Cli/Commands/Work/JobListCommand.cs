using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Jobs;

namespace VideoIndex.Cli.Commands.Work;

/// <summary>Lists jobs.</summary>
internal sealed class JobListCommand : LibraryCommand
{
    private static readonly string[] States = ["ready", "leased", "dead", "discarded"];

    private readonly Option<string?> _state = new("--state") { Description = "Only those in this state: ready, leased, dead or discarded.", HelpName = "STATE" };
    private readonly Option<string?> _video = new("--video") { Description = "Only those of this video: an id, the beginning of one, or a path.", HelpName = "VIDEO" };
    private readonly Option<string?> _fingerprint = JobsCommand.Fingerprint("Only those that failed last for this cause.");
    private readonly Option<int> _limit = new("--limit") { Description = "The most jobs to show.", HelpName = "N", DefaultValueFactory = _ => new JobFilter().Most };

    public JobListCommand()
        : base("list", "List jobs, the oldest first; without --state all but those done.")
    {
        Options.Add(_state);
        Options.Add(_video);
        Options.Add(_fingerprint);
        Options.Add(_limit);
        _state.Validators.Add(result =>
        {
            if (result.Tokens is [var typed] && !States.Contains(typed.Value))
            {
                result.AddError($"--state is {string.Join(", ", States[..^1])} or {States[^1]}, not '{typed.Value}'.");
            }
        });
        Naming.Bound(_limit, 1, 100_000);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var video = invocation.Get(_video) is { } named ? await library.ResolveAsync(named, cancellationToken).ConfigureAwait(false) : null;
        var filter = new JobFilter
        {
            States = invocation.Get(_state) is { } state ? [Enum.Parse<JobState>(state, ignoreCase: true)] : [],
            Video = video?.Id,
            Fingerprint = invocation.Get(_fingerprint),
            Most = invocation.Get(_limit),
        };
        var jobs = await library.Jobs.ListAsync(filter, cancellationToken).ConfigureAwait(false);
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(new JobListShape([.. jobs.Select(JobShape.Of)]), Shapes.Default.JobListShape);
        }
        else
        {
            Print(jobs, filter, invocation.Terminal);
        }

        return ExitCodes.Ok;
    }

    private static void Print(IReadOnlyList<Job> jobs, JobFilter filter, Terminal terminal)
    {
        if (jobs is [])
        {
            terminal.Say("There are no such jobs.");
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("Job", "State", "Stage", "Video", "Part", "Given out", "Failed", "Why", "Fingerprint");
        foreach (var job in jobs)
        {
            table.AddRow([.. Row(job).Select(Markup.Escape)]);
        }

        terminal.Say(PlainText.Of(table));
        var counts = jobs.GroupBy(job => job.State).OrderBy(group => group.Key).Select(group => $"{group.Count()} {JobShape.Spelled(group.Key)}");
        terminal.Say($"{Counts.Of(jobs.Count, "job")}: {string.Join(", ", counts)}.");
        if (jobs.Count == filter.Most)
        {
            terminal.Say("These are the oldest; --limit shows more.");
        }
    }

    private static IEnumerable<string> Row(Job job) =>
    [
        job.Number.ToString(CultureInfo.InvariantCulture),
        JobShape.Spelled(job.State),
        job.Order.Key.Stage,
        job.Order.Key.Video.ToString()[..8],
        job.Order.Key.Unit,
        job.Deliveries.ToString(CultureInfo.InvariantCulture),
        job.Failures.ToString(CultureInfo.InvariantCulture),
        job.LastFailure?.Code ?? "",
        job.LastFailure?.Fingerprint ?? "",
    ];
}
