using VideoIndex.Videos;

namespace VideoIndex.Similar;

/// <summary>Where vectors are kept: of each video one set of a kind. They go with their video, and with the shots or the words they are of.</summary>
public interface IVectorStore
{
    /// <summary>Returns the vectors of one maker, by the videos' ids. Of those of a video that is not finished, none.</summary>
    Task<IReadOnlyList<VideoVectors>> ReadVectorsAsync(VectorSource source, CancellationToken cancellationToken);

    /// <summary>Returns the videos that have none of a maker, and shots (for pictures) or utterances (for text) that should have, by their ids.</summary>
    Task<IReadOnlyList<VideoId>> WithoutVectorsAsync(VectorSource source, CancellationToken cancellationToken);

    /// <summary>Puts the vectors of a video in the place of those of the same kind, in one transaction.</summary>
    /// <returns>
    /// Whether they are kept. They are not where the video is gone, or where one of the moments they are of is none of its shots, or utterances, any
    /// more: somebody else decided them anew while the vectors were made.
    /// </returns>
    Task<bool> ReplaceVectorsAsync(VideoVectors vectors, CancellationToken cancellationToken);
}
