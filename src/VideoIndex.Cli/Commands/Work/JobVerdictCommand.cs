using System.CommandLine;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Jobs;

namespace VideoIndex.Cli.Commands.Work;

/// <summary>A person's verdict on jobs that were given up: try them again, or give them up for good.</summary>
internal sealed class JobVerdictCommand : LibraryCommand
{
    private const int Batch = 1000;

    private readonly Argument<long[]> _numbers = Amounts.Whole(
        new Argument<long[]>("JOB") { Description = "The jobs' numbers.", Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => [] });

    private readonly Option<bool> _all = new("--all-dead") { Description = "All dead jobs." };
    private readonly Option<string?> _fingerprint = JobsCommand.Fingerprint("With --all-dead: only those that failed last for this cause.");
    private readonly Func<IJobStore, long, CancellationToken, Task<bool>> _judge;
    private readonly string _done;

    private JobVerdictCommand(string name, string description, string done, Func<IJobStore, long, CancellationToken, Task<bool>> judge)
        : base(name, description)
    {
        (_done, _judge) = (done, judge);
        Arguments.Add(_numbers);
        Options.Add(_all);
        Options.Add(_fingerprint);
    }

    /// <summary>Makes <c>jobs retry</c>.</summary>
    public static JobVerdictCommand Retry() => new(
        "retry", "Have dead or discarded jobs tried again, as if they were new.", "to be tried again", (jobs, number, stop) => jobs.RetryAsync(number, stop));

    /// <summary>Makes <c>jobs discard</c>.</summary>
    public static JobVerdictCommand Discard() => new(
        "discard", "Give dead jobs up for good; their videos stay as they are.", "discarded", (jobs, number, stop) => jobs.DiscardAsync(number, stop));

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var (numbers, all, fingerprint) = (invocation.Get(_numbers), invocation.Get(_all), invocation.Get(_fingerprint));
        if (all != (numbers is []))
        {
            throw new CommandException(ExitCodes.Usage, "bad-usage", $"jobs {Name} takes either numbers of jobs or --all-dead. Run: videoindex jobs {Name} --help");
        }

        if (fingerprint is not null && !all)
        {
            throw new CommandException(ExitCodes.Usage, "bad-usage", $"--fingerprint goes with --all-dead. Run: videoindex jobs {Name} --help");
        }

        using var library = invocation.Open();
        var judged = all
            ? await JudgeAllAsync(library.Jobs, fingerprint, cancellationToken).ConfigureAwait(false)
            : await JudgeAsync(library.Jobs, numbers, cancellationToken).ConfigureAwait(false);
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(new JobVerdictShape(Name, judged), Shapes.Default.JobVerdictShape);
        }
        else
        {
            invocation.Terminal.Say(judged is [] ? "There are no such dead jobs." : $"{Output.Counts.Of(judged.Count, "job")} {_done}.");
        }

        return ExitCodes.Ok;
    }

    // All that are named are looked at before one is judged, so that a slip of the finger changes nothing.
    private async Task<IReadOnlyList<long>> JudgeAsync(IJobStore jobs, IReadOnlyList<long> numbers, CancellationToken cancellationToken)
    {
        foreach (var number in numbers)
        {
            var job = await jobs.FindAsync(number, cancellationToken).ConfigureAwait(false)
                ?? throw new CommandException(ExitCodes.NotFound, "no-such-job", $"There is no job {number}, so nothing was changed. See: videoindex jobs list");
            if (job.State != JobState.Dead && !(job.State == JobState.Discarded && Name == "retry"))
            {
                throw new CommandException(ExitCodes.NotFound, "job-not-dead", $"Job {number} is {JobShape.Spelled(job.State)}, not dead, so nothing was changed.");
            }
        }

        var judged = new List<long>();
        foreach (var number in numbers.Distinct())
        {
            if (await _judge(jobs, number, cancellationToken).ConfigureAwait(false))
            {
                judged.Add(number);
            }
        }

        return judged;
    }

    private async Task<IReadOnlyList<long>> JudgeAllAsync(IJobStore jobs, string? fingerprint, CancellationToken cancellationToken)
    {
        var judged = new List<long>();
        var filter = new JobFilter { States = [JobState.Dead], Fingerprint = fingerprint, Most = Batch };
        while (true)
        {
            var dead = await jobs.ListAsync(filter, cancellationToken).ConfigureAwait(false);
            var before = judged.Count;
            foreach (var job in dead)
            {
                if (await _judge(jobs, job.Number, cancellationToken).ConfigureAwait(false))
                {
                    judged.Add(job.Number);
                }
            }

            if (dead.Count < Batch || judged.Count == before)
            {
                return judged;
            }
        }
    }
}
