using VideoIndex.Videos;

namespace VideoIndex.Alerts;

/// <summary>Where alerts are kept, and which moments they have told of.</summary>
public interface IAlertStore
{
    /// <summary>Returns all alerts, by name.</summary>
    Task<IReadOnlyList<Alert>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Adds an alert, and notes moments as known that it does not tell of, in one transaction.</summary>
    /// <param name="alert">The alert; what it has fired is not read.</param>
    /// <param name="known">The moments, by video.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="AlertException">There is one of that name (<c>alert-exists</c>).</exception>
    Task AddAsync(Alert alert, IReadOnlyList<(VideoId Video, AlertMoment Moment)> known, CancellationToken cancellationToken);

    /// <summary>Removes an alert. What it has put on its way and nobody took is not delivered. Returns false when there is none.</summary>
    Task<bool> RemoveAsync(string name, CancellationToken cancellationToken);

    /// <summary>
    /// Fires an alert for moments of a video that it has not told of, and puts an event of each into the outbox, in one transaction. A moment is one it has told of when that
    /// was of the same kind and the same words, and the two share time, or are both at one instant: a moment whose ends are found more exactly later is the same moment.
    /// </summary>
    /// <returns>How many were new; 0 where the alert or the video is gone, or the alert rests.</returns>
    Task<int> FireAsync(string name, VideoId video, IReadOnlyList<AlertMoment> moments, CancellationToken cancellationToken);

    /// <summary>Lets an alert rest, and says why; or wakes it, with null.</summary>
    Task RestAsync(string name, string? why, CancellationToken cancellationToken);
}
