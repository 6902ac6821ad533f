using VideoIndex.Elasticsearch.Documents;
using VideoIndex.Metadata;
using VideoIndex.Videos;

namespace VideoIndex.Elasticsearch.Writing;

/// <summary>Where the videos that are to be searched are kept.</summary>
public interface IVideoSource
{
    /// <summary>Returns the ids of all videos, in the order they came into the library.</summary>
    Task<IReadOnlyList<VideoId>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Returns all that can be found in a video; null where there is no such video, or nothing in it can be found yet.</summary>
    /// <param name="video">The video.</param>
    /// <param name="generation">The sequence of an event that is told already: what is read is at least as new.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<VideoDocuments?> ReadAsync(VideoId video, long generation, CancellationToken cancellationToken);

    /// <summary>Returns a video and what people keep of it, as it is now; null where there is no such video.</summary>
    Task<VideoFacts?> FactsAsync(VideoId video, CancellationToken cancellationToken);
}
