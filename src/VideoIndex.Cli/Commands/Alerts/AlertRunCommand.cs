using System.CommandLine;
using VideoIndex.Cli.Alerts;

namespace VideoIndex.Cli.Commands.Alerts;

/// <summary>Serves the alerts without doing any other work.</summary>
internal sealed class AlertRunCommand : LibraryCommand
{
    private readonly Option<bool> _follow = new("--follow") { Description = "Go on as things happen, until stopped." };

    public AlertRunCommand()
        : base("run", "Tell the receivers of alerts what they have not been told, as index, work and watch do beside their work.") => Options.Add(_follow);

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var desk = new AlertDesk(library, invocation.Terminal);
        if (!invocation.Get(_follow))
        {
            await desk.OnceAsync(cancellationToken).ConfigureAwait(false);
            return ExitCodes.Ok;
        }

        try
        {
            await desk.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // It follows until it is stopped.
        }

        return ExitCodes.Ok;
    }
}
