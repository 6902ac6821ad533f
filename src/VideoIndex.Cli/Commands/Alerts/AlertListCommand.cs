using VideoIndex.Alerts;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Alerts;

namespace VideoIndex.Cli.Commands.Alerts;

/// <summary>Lists the alerts.</summary>
internal sealed class AlertListCommand() : LibraryCommand("list", "List the alerts, what each has told of, and which rest.")
{
    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var alerts = await library.Alerts.ListAsync(cancellationToken).ConfigureAwait(false);
        var terminal = invocation.Terminal;
        if (terminal.Json)
        {
            terminal.Write(new AlertListShape([.. alerts.Select(AlertShape.Of)]), Shapes.Default.AlertListShape);
            return ExitCodes.Ok;
        }

        foreach (var alert in alerts)
        {
            Print(alert, terminal);
        }

        terminal.Say(alerts is [] ? "There are no alerts. Add one with: videoindex alert add QUERY --run COMMAND" : $"{Counts.Of(alerts.Count, "alert")}.");
        return ExitCodes.Ok;
    }

    private static void Print(Alert alert, Terminal terminal)
    {
        terminal.Say($"{alert.Name}");
        terminal.Say($"    asks {alert.Question}");
        terminal.Say($"    {(alert.Receiver.Run is { } command ? $"runs {command}" : $"posts to {new Uri(alert.Receiver.Post!).Host}")}, {Counts.Of((int)alert.Fired, "moment")} told of, by {alert.AddedBy}");
        if (alert.Rests is { } why)
        {
            terminal.Say($"    rests: {why}");
        }
    }
}
