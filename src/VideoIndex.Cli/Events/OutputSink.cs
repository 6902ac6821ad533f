using VideoIndex.Cli.Output;
using VideoIndex.Events;
using VideoIndex.Pipeline.Delivery;

namespace VideoIndex.Cli.Events;

/// <summary>Writes each event to standard output, one a line. What a pipe or a file has taken is delivered.</summary>
internal sealed class OutputSink(Terminal terminal) : IEventSink
{
    /// <summary>The code for a reader that has gone, as <c>head</c> does when it has enough: an ending, not a failure.</summary>
    public const string Closed = "output-closed";

    /// <inheritdoc/>
    public Task<Receipt> DeliverAsync(CloudEvent happened, CancellationToken cancellationToken)
    {
        try
        {
            terminal.HandOver(happened.ToJson());
            return Task.FromResult(Receipt.Delivered);
        }
        catch (IOException)
        {
            return Task.FromResult(Receipt.Refused(Closed, "Nobody reads the output any more.") with { IsFinal = true });
        }
    }
}
