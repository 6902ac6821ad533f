using System.CommandLine;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;

namespace VideoIndex.Cli.Commands.Work;

/// <summary>Shows everything known of a job.</summary>
internal sealed class JobShowCommand : LibraryCommand
{
    private readonly Argument<long> _job = Amounts.Whole(new Argument<long>("JOB") { Description = "The job's number." });

    public JobShowCommand()
        : base("show", "Show a job: what was asked, how often it was tried, and why it failed each time.") => Arguments.Add(_job);

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var number = invocation.Get(_job);
        var job = await library.Jobs.FindAsync(number, cancellationToken).ConfigureAwait(false)
            ?? throw new CommandException(ExitCodes.NotFound, "no-such-job", $"There is no job {number}; jobs of a finished run are forgotten. See: videoindex jobs list");
        var video = await library.Catalog.FindAsync(job.Order.Key.Video, cancellationToken).ConfigureAwait(false);
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(JobPageShape.Of(job, video), Shapes.Default.JobPageShape);
        }
        else
        {
            JobPage.Print(job, video, invocation.Terminal);
        }

        return ExitCodes.Ok;
    }
}
