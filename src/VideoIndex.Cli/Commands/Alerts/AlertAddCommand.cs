using System.CommandLine;
using VideoIndex.Alerts;
using VideoIndex.Cli.Commands.Brands;
using VideoIndex.Cli.Commands.Searching;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Alerts;
using VideoIndex.Pipeline.Alerts;
using VideoIndex.Pipeline.Delivery;
using VideoIndex.Search.Answers;

namespace VideoIndex.Cli.Commands.Alerts;

/// <summary>Adds an alert.</summary>
internal sealed class AlertAddCommand : LibraryCommand
{
    private const int LongestName = 80;

    private readonly Argument<string[]> _question = new("QUERY") { Description = "The question, as for search.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _name = new("--name") { Description = "What the alert is called. Default: its question.", HelpName = "NAME" };
    private readonly Option<string?> _run = new("--run") { Description = "Start a command for each moment, with the event on its standard input.", HelpName = "COMMAND" };
    private readonly Option<string?> _post = new("--post") { Description = "Post each moment to a web address.", HelpName = "URL" };
    private readonly Option<string?> _secrets = new("--secret-file") { Description = "With --post: sign with the secrets in this file.", HelpName = "FILE" };
    private readonly Option<bool> _existing = new("--existing") { Description = "Tell of the moments that can be found already, too." };
    private readonly Option<string?> _by = BrandCommand.By();

    public AlertAddCommand()
        : base("add", "Add an alert; index, work and watch tell of each new moment once, while the video is still being analysed.")
    {
        Arguments.Add(_question);
        foreach (var option in (Option[])[_name, _run, _post, _secrets, _existing, _by])
        {
            Options.Add(option);
        }
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var question = string.Join(' ', invocation.Get(_question));
        var receiver = Receiver(invocation);
        var name = Named(invocation.Get(_name) ?? question);
        using var library = invocation.Create();
        var asked = new SearchRequest(await Asking.ReadAsync(question, library, cancellationToken).ConfigureAwait(false));
        var (request, _) = await Asking.MeantAsync(asked, library, cancellationToken).ConfigureAwait(false);

        // In this order: what is found between the two is asked for again, and known by then.
        var after = await OutboxEnd.FindAsync(library.Outbox, cancellationToken).ConfigureAwait(false);
        var found = await AlertWatch.AllAsync(library.Moments, request, cancellationToken).ConfigureAwait(false);
        var alert = new Alert(name, question, receiver, after, TimeProvider.System.GetUtcNow(), BrandCommand.Author(invocation.Get(_by)));
        var existing = invocation.Get(_existing);
        try
        {
            await library.Alerts.AddAsync(alert, existing ? [] : [.. found.Select(moment => (moment.Video.Id, AlertEvent.Of(alert, moment)))], cancellationToken).ConfigureAwait(false);
        }
        catch (AlertException refused)
        {
            throw new CommandException(ExitCodes.Usage, refused.Code, refused.Message);
        }

        foreach (var video in existing ? found.GroupBy(moment => moment.Video.Id) : [])
        {
            await library.Alerts.FireAsync(name, video.Key, [.. video.Select(moment => AlertEvent.Of(alert, moment))], cancellationToken).ConfigureAwait(false);
        }

        Tell(alert with { Fired = existing ? found.Count : 0 }, found.Count, existing, invocation.Terminal);
        return ExitCodes.Ok;
    }

    private static void Tell(Alert alert, int found, bool existing, Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.Write(AlertShape.Of(alert), Shapes.Default.AlertShape);
            return;
        }

        terminal.Say($"Alert '{alert.Name}' stands. {Counts.Of(found, "moment")} can be found already{(existing ? " and will be told of" : "; only new ones are told of")}.");
    }

    private AlertReceiver Receiver(Invocation invocation)
    {
        var (run, post, secrets) = (invocation.Get(_run), invocation.Get(_post), invocation.Get(_secrets));
        if ((run is null) == (post is null))
        {
            throw new CommandException(ExitCodes.Usage, "bad-usage", "An alert needs either --run COMMAND or --post URL. Run: videoindex alert add --help");
        }

        if (secrets is not null && (post is null || !File.Exists(secrets)))
        {
            throw post is null
                ? new CommandException(ExitCodes.Usage, "bad-usage", "--secret-file goes with --post. Run: videoindex alert add --help")
                : new CommandException(ExitCodes.NotFound, "no-such-file", $"There is no file '{secrets}'.");
        }

        // What was typed is not repeated: an address may hold a secret.
        return post is null || (Uri.TryCreate(post, UriKind.Absolute, out var address) && WebhookSink.IsAllowed(address))
            ? new AlertReceiver(run, post, secrets is null ? null : Path.GetFullPath(secrets))
            : throw new CommandException(ExitCodes.Usage, "bad-address", "--post takes an http or https address without a user's name or password in it.");
    }

    private static string Named(string name) => name.Trim() is { Length: > 0 and <= LongestName } good && !good.Any(char.IsControl)
        ? good
        : throw new CommandException(ExitCodes.Usage, "bad-name", $"An alert's name has 1 to {LongestName} letters: give one with --name.");
}
