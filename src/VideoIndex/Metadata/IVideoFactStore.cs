using VideoIndex.Brands;
using VideoIndex.Search.Language;
using VideoIndex.Videos;

namespace VideoIndex.Metadata;

/// <summary>Where fields, their values and collections are kept. Every change is remembered with who made it and when, for as long as its video is in the library.</summary>
/// <remarks>Indexing a video anew leaves all of it; removing the video removes all of it, its history included.</remarks>
public interface IVideoFactStore
{
    /// <summary>Returns the fields, in the order they were defined.</summary>
    Task<IReadOnlyList<FieldUse>> FieldsAsync(CancellationToken cancellationToken);

    /// <summary>Returns the collections, in the order of their folded names.</summary>
    Task<IReadOnlyList<CollectionUse>> CollectionsAsync(CancellationToken cancellationToken);

    /// <summary>Returns what a question may name in this library: its fields, and the languages spoken in its videos.</summary>
    Task<QuestionContext> ContextAsync(CancellationToken cancellationToken);

    /// <summary>Returns what is kept of a video; null when there is no such video.</summary>
    Task<VideoFacts?> ReadAsync(VideoId video, CancellationToken cancellationToken);

    /// <summary>Returns what is kept of every video, in the order they came into the library. One look at the store, whatever their number.</summary>
    Task<IReadOnlyList<VideoFacts>> ReadAllAsync(CancellationToken cancellationToken);

    /// <summary>Returns what was changed, the oldest first.</summary>
    /// <param name="video">Of which video; null for what was changed of the fields themselves.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    Task<IReadOnlyList<PastChange>> ReadHistoryAsync(VideoId? video, CancellationToken cancellationToken);

    /// <summary>Makes changes, in this order, in one transaction. One that would change nothing is not remembered.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="by">Who makes them.</param>
    /// <param name="cancellationToken">Stops the writing, while nothing is written.</param>
    /// <exception cref="FactException">One of them cannot be made; then none is. <c>no-such-video</c>: its video was removed.</exception>
    Task ChangeAsync(IReadOnlyList<FactChange> changes, string by, CancellationToken cancellationToken);
}
