using System.Text.Json.Nodes;
using VideoIndex.Cli.Output;
using VideoIndex.Events;
using VideoIndex.Pipeline.Delivery;

namespace VideoIndex.Cli.Events;

/// <summary>Tells what happens in the library as it happens: a line for people, or the event itself with JSON.</summary>
internal sealed class Announcer(Terminal terminal) : IEventSink
{
    /// <summary>Tells everything after one event, until it is stopped; what had happened by then is still told.</summary>
    /// <param name="outbox">The library's events.</param>
    /// <param name="after">The sequence of the last event not to be told.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task RunAsync(IOutbox outbox, long after, CancellationToken cancellationToken)
    {
        var told = new Told(this, after);
        try
        {
            await Forward(outbox, told).RunAsync(new Forwarding(null, after, Follow: true), new Progress<Holdup>(), cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await Forward(outbox, told).RunAsync(new Forwarding(null, told.Last, Follow: false), new Progress<Holdup>(), CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public Task<Receipt> DeliverAsync(CloudEvent happened, CancellationToken cancellationToken)
    {
        if (terminal.Json)
        {
            terminal.Raw(happened.ToJson());
        }
        else
        {
            terminal.Say(Line(happened));
        }

        return Task.FromResult(Receipt.Delivered);
    }

    /// <summary>Returns an event as a line for people.</summary>
    public static string Line(CloudEvent happened)
    {
        var more = JsonNode.Parse(happened.Details) as JsonObject ?? [];
        var name = Text("path") is { } path ? Path.GetFileName(path) : happened.Subject;
        var why = Text("sentence") is { } sentence ? $": {sentence} [{Text("code")}]" : "";
        return happened.Type switch
        {
            EventTypes.Accepted => $"{name}: accepted",
            EventTypes.Searchable => $"{name}: first moments can be found",
            EventTypes.Indexed or EventTypes.Rejected or EventTypes.Quarantined => $"{name}: {Text("state")}{why}",
            EventTypes.Retuned => $"{name}: shots decided anew",
            EventTypes.LogosFound => $"{name}: logos looked for",
            EventTypes.Heard => $"{name}: speech written down",
            EventTypes.Imported => $"{name}: what others say of it was taken in or out",
            EventTypes.Moved => $"{name}: known at {Text("path")} now",
            EventTypes.Removed => $"{name}: removed",
            EventTypes.JobDead => $"job {more["job"]} ({Text("stage")}): given up{why}; see: videoindex jobs show {more["job"]}",
            EventTypes.JobRetried => $"job {more["job"]} ({Text("stage")}): to be tried again",
            EventTypes.JobDiscarded => $"job {more["job"]} ({Text("stage")}): discarded",
            _ => $"{happened.Subject}: {happened.Type}",
        };

        string? Text(string field) => more[field]?.ToString();
    }

    private static Forwarder Forward(IOutbox outbox, IEventSink sink) => new(outbox, sink, new DeliveryRules(), TimeProvider.System);

    // Remembers how far the telling has come.
    private sealed class Told(Announcer announcer, long after) : IEventSink
    {
        public long Last { get; private set; } = after;

        public Task<Receipt> DeliverAsync(CloudEvent happened, CancellationToken cancellationToken)
        {
            Last = happened.Sequence;
            return announcer.DeliverAsync(happened, cancellationToken);
        }
    }
}
