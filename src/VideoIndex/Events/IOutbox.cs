namespace VideoIndex.Events;

/// <summary>Every state change, written in the transaction that made it, in order.</summary>
public interface IOutbox
{
    /// <summary>Returns the events after one, oldest first.</summary>
    /// <param name="after">The sequence of the last event already seen; 0 for none.</param>
    /// <param name="most">The most events wanted.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<IReadOnlyList<CloudEvent>> ReadAsync(long after, int most, CancellationToken cancellationToken);

    /// <summary>Returns the sequence a consumer has come to; 0 for one that is new.</summary>
    Task<long> PositionAsync(string consumer, CancellationToken cancellationToken);

    /// <summary>Keeps how far a consumer has come. It never goes back.</summary>
    Task AdvanceAsync(string consumer, long sequence, CancellationToken cancellationToken);
}
