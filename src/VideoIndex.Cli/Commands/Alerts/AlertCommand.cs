using System.CommandLine;

namespace VideoIndex.Cli.Commands.Alerts;

/// <summary>Questions that stand.</summary>
internal sealed class AlertCommand : Command
{
    public AlertCommand()
        : base("alert", "Be told of every new moment that answers a question, as soon as it can be found.")
    {
        Subcommands.Add(new AlertAddCommand());
        Subcommands.Add(new AlertListCommand());
        Subcommands.Add(new AlertRunCommand());
        Subcommands.Add(new AlertWakeCommand());
        Subcommands.Add(new AlertRemoveCommand());
    }

    /// <summary>Returns the argument that names an alert that is there.</summary>
    public static Argument<string> Known() => new("NAME") { Description = "The alert's name: see videoindex alert list." };

    /// <summary>Returns the failure of a name that no alert has.</summary>
    public static CommandException Unknown(string name) => new(ExitCodes.NotFound, "no-such-alert", $"There is no alert '{name}'. See: videoindex alert list");
}
