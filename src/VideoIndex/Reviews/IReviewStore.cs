using VideoIndex.Videos;

namespace VideoIndex.Reviews;

/// <summary>Where verdicts and people's tags are kept. Lines are added and never changed, for as long as their video is in the library.</summary>
/// <remarks>Analysing a video anew leaves all of it; removing the video removes all of it.</remarks>
public interface IReviewStore
{
    /// <summary>Returns what people said of a video and added to it; <see cref="VideoReviews.None"/> where there is nothing, or no such video.</summary>
    Task<VideoReviews> ReadAsync(VideoId video, CancellationToken cancellationToken);

    /// <summary>Returns every line of a video, the oldest first.</summary>
    Task<IReadOnlyList<ReviewEntry>> ReadHistoryAsync(VideoId video, CancellationToken cancellationToken);

    /// <summary>Makes changes, in this order, in one transaction, search included. One that would change nothing is not remembered.</summary>
    /// <param name="video">The video.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="by">Who makes them.</param>
    /// <param name="cancellationToken">Stops the writing, while nothing is written.</param>
    /// <returns>What people said and added, as it stands afterwards.</returns>
    /// <exception cref="ReviewException">One of them cannot be made; then none is. <c>no-such-video</c>: the video was removed.</exception>
    Task<VideoReviews> ChangeAsync(VideoId video, IReadOnlyList<ReviewChange> changes, string by, CancellationToken cancellationToken);
}
