using System.CommandLine;

namespace VideoIndex.Cli.Commands.Work;

/// <summary>The work that waits, is being done, or was given up.</summary>
internal sealed class JobsCommand : Command
{
    public JobsCommand()
        : base("jobs", "See what waits, is at work or was given up; retry or discard it.")
    {
        Subcommands.Add(new JobListCommand());
        Subcommands.Add(new JobShowCommand());
        Subcommands.Add(JobVerdictCommand.Retry());
        Subcommands.Add(JobVerdictCommand.Discard());
    }

    /// <summary>Returns the option that names a cause of failure.</summary>
    public static Option<string?> Fingerprint(string description) => new("--fingerprint") { Description = description, HelpName = "F" };
}
