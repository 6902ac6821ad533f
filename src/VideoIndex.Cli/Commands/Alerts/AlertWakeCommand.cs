using System.CommandLine;

namespace VideoIndex.Cli.Commands.Alerts;

/// <summary>Wakes an alert that rests because its receiver wanted no more.</summary>
internal sealed class AlertWakeCommand : LibraryCommand
{
    private readonly Argument<string> _name = AlertCommand.Known();

    public AlertWakeCommand()
        : base("wake", "Have an alert that rests go on where it was.") => Arguments.Add(_name);

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var name = invocation.Get(_name);
        var alerts = await library.Alerts.ListAsync(cancellationToken).ConfigureAwait(false);
        if (alerts.All(alert => alert.Name != name))
        {
            throw AlertCommand.Unknown(name);
        }

        await library.Alerts.RestAsync(name, null, cancellationToken).ConfigureAwait(false);
        invocation.Terminal.Remark($"Alert '{name}' goes on.");
        return ExitCodes.Ok;
    }
}
