using System.CommandLine;

namespace VideoIndex.Cli.Commands.Alerts;

/// <summary>Removes an alert.</summary>
internal sealed class AlertRemoveCommand : LibraryCommand
{
    private readonly Argument<string> _name = AlertCommand.Known();

    public AlertRemoveCommand()
        : base("remove", "Remove an alert, with what is on its way and was not taken.") => Arguments.Add(_name);

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var name = invocation.Get(_name);
        if (!await library.Alerts.RemoveAsync(name, cancellationToken).ConfigureAwait(false))
        {
            throw AlertCommand.Unknown(name);
        }

        invocation.Terminal.Remark($"Alert '{name}' is removed.");
        return ExitCodes.Ok;
    }
}
