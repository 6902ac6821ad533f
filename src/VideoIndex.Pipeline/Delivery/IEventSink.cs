using VideoIndex.Events;

namespace VideoIndex.Pipeline.Delivery;

/// <summary>A receiver of events: a file, a command, a web hook, whoever reads the output.</summary>
public interface IEventSink
{
    /// <summary>Hands one event over, in one try.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="cancellationToken">Gives up the try; the event may have arrived or not.</param>
    /// <returns>Whether the receiver has it for good, or why not.</returns>
    Task<Receipt> DeliverAsync(CloudEvent happened, CancellationToken cancellationToken);
}

/// <summary>What became of one try to hand an event over.</summary>
public sealed record Receipt
{
    private Receipt()
    {
    }

    /// <summary>Gets the receipt of an event that has arrived.</summary>
    public static Receipt Delivered { get; } = new();

    /// <summary>Gets the machine-readable reason for which it has not; null when it has.</summary>
    public string? Code { get; private init; }

    /// <summary>Gets that reason as one sentence; null when it has.</summary>
    public string? Sentence { get; private init; }

    /// <summary>Gets how long the receiver asks to be left alone; null when it asks nothing.</summary>
    public TimeSpan? Pause { get; init; }

    /// <summary>Gets whether trying again is useless, or not wanted.</summary>
    public bool IsFinal { get; init; }

    /// <summary>Returns the receipt of an event that has not arrived.</summary>
    /// <param name="code">A code of docs/cli.md.</param>
    /// <param name="sentence">One sentence, without secrets.</param>
    public static Receipt Refused(string code, string sentence) => new() { Code = code, Sentence = sentence };
}
