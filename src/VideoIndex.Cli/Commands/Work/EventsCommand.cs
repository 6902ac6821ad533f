using System.CommandLine;
using VideoIndex.Cli.Events;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Pipeline.Delivery;

namespace VideoIndex.Cli.Commands.Work;

/// <summary>Prints what has happened, or hands it on.</summary>
internal sealed class EventsCommand : LibraryCommand
{
    private static readonly TimeSpan LongestCommand = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    private readonly Option<bool> _follow = new("--follow") { Description = "Go on as things happen, until stopped." };
    private readonly Option<long> _after = Amounts.Whole(new Option<long>("--after") { Description = "Begin behind this event.", HelpName = "N" });
    private readonly Option<string?> _consumer = new("--consumer") { Description = "Keep, under this name, how far has been delivered, and go on from there.", HelpName = "NAME" };
    private readonly Option<string?> _to = new("--to") { Description = "Append to a file.", HelpName = "FILE" };
    private readonly Option<string?> _run = new("--run") { Description = "Start a command for each event, with the event on its standard input.", HelpName = "COMMAND" };
    private readonly Option<string?> _post = new("--post") { Description = "Post to a web address.", HelpName = "URL" };
    private readonly Option<string?> _secrets = new("--secret-file") { Description = "With --post: sign with the secrets in this file.", HelpName = "FILE" };

    public EventsCommand()
        : base("events", "Print what has happened, or hand it on to a file, a command or a web hook.")
    {
        foreach (var option in (Option[])[_follow, _after, _consumer, _to, _run, _post, _secrets])
        {
            Options.Add(option);
        }
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        Check(invocation);
        var sink = await SinkAsync(invocation, cancellationToken).ConfigureAwait(false);
        using var owned = sink as IDisposable;
        using var library = invocation.Open();
        if (invocation.Get(_to) is { } file)
        {
            await library.KeepFootageAsync(Path.GetFullPath(file), cancellationToken).ConfigureAwait(false);
        }

        var order = new Forwarding(invocation.Get(_consumer), invocation.Get(_after), invocation.Get(_follow));
        var forwarder = new Forwarder(library.Outbox, sink, new DeliveryRules(), TimeProvider.System);
        try
        {
            var done = await forwarder.RunAsync(order, new Waits(invocation.Terminal), cancellationToken).ConfigureAwait(false);
            return End(done, sink, invocation.Terminal);
        }
        catch (OperationCanceledException) when (order.Follow)
        {
            return ExitCodes.Ok; // it follows until it is stopped
        }
    }

    private void Check(Invocation invocation)
    {
        var receivers = ((Option<string?>[])[_to, _run, _post]).Count(option => invocation.Get(option) is not null);
        var sentence = this switch
        {
            _ when receivers > 1 => "Events go to one of --to, --run and --post; for several, run the command several times.",
            _ when invocation.Get(_secrets) is not null && invocation.Get(_post) is null => "--secret-file goes with --post.",
            _ when invocation.Get(_consumer) is { } name && (name is "" or { Length: > 100 } || name.Any(char.IsControl)) => "A consumer's name has 1 to 100 letters.",
            _ => null,
        };
        if (sentence is not null)
        {
            throw new CommandException(ExitCodes.Usage, "bad-usage", $"{sentence} Run: videoindex events --help");
        }
    }

    private async Task<IEventSink> SinkAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        if (invocation.Get(_to) is { } file)
        {
            return new FileSink(Path.GetFullPath(file));
        }

        if (invocation.Get(_run) is { } command)
        {
            return new CommandSink(command, LongestCommand, Grace);
        }

        return invocation.Get(_post) is { } address
            ? new WebhookSink(Address(address), await SecretAsync(invocation, cancellationToken).ConfigureAwait(false), new DeliveryRules(), TimeProvider.System)
            : new OutputSink(invocation.Terminal);
    }

    // What was typed is not repeated: an address may hold a secret.
    private static Uri Address(string typed) => Uri.TryCreate(typed, UriKind.Absolute, out var address) && WebhookSink.IsAllowed(address)
        ? address
        : throw new CommandException(ExitCodes.Usage, "bad-address", "--post takes an http or https address without a user's name or password in it.");

    private async Task<WebhookSecret?> SecretAsync(Invocation invocation, CancellationToken cancellationToken) =>
        invocation.Get(_secrets) is not { } file
            ? null
            : WebhookSecret.Read(await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false))
                ?? throw new CommandException(ExitCodes.Usage, "bad-secret", $"'{file}' must hold one secret a line: whsec_ and 24 to 64 bytes in base64.");

    private static int End(Forwarded done, IEventSink sink, Terminal terminal)
    {
        if (done.Refusal is { Code: not OutputSink.Closed } refusal)
        {
            throw new CommandException(ExitCodes.Library, refusal.Code!, $"{refusal.Sentence} Nothing after event {done.Last} is delivered.");
        }

        if (sink is OutputSink)
        {
            return ExitCodes.Ok;
        }

        if (terminal.Json)
        {
            terminal.Write(new DeliveredShape(done.Count, done.Last), Shapes.Default.DeliveredShape);
        }
        else
        {
            terminal.Say($"{Counts.Of(done.Count, "event")} delivered; the last one is {done.Last}.");
        }

        return ExitCodes.Ok;
    }

    /// <summary>Says on standard error which event has to wait, and why.</summary>
    private sealed class Waits(Terminal terminal) : IProgress<Holdup>
    {
        public void Report(Holdup value) => terminal.Remark(FormattableString.Invariant(
            $"Event {value.Sequence} waits, and those behind it: {value.Refusal.Sentence} [{value.Refusal.Code}] Next try in {value.Wait.TotalSeconds:0.0} s."));
    }
}
