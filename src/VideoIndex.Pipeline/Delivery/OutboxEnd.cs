using VideoIndex.Events;

namespace VideoIndex.Pipeline.Delivery;

/// <summary>Finds where an outbox ends, without reading it.</summary>
public static class OutboxEnd
{
    /// <summary>Returns the sequence of the latest event, or one just before the next; 0 when there is none.</summary>
    /// <remarks>Whether there is an event after a sequence is asked some sixty times at most, however many there are.</remarks>
    public static async Task<long> FindAsync(IOutbox outbox, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(outbox);
        var (least, most) = (0L, 1L);
        while (await IsMoreAfterAsync(outbox, most, cancellationToken).ConfigureAwait(false))
        {
            (least, most) = (most, most * 2);
        }

        while (least < most)
        {
            var middle = least + ((most - least) / 2);
            var isMore = await IsMoreAfterAsync(outbox, middle, cancellationToken).ConfigureAwait(false);
            (least, most) = isMore ? (middle + 1, most) : (least, middle);
        }

        return least;
    }

    private static async Task<bool> IsMoreAfterAsync(IOutbox outbox, long sequence, CancellationToken cancellationToken) =>
        await outbox.ReadAsync(sequence, 1, cancellationToken).ConfigureAwait(false) is not [];
}
