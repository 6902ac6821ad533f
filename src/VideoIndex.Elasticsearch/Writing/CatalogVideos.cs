using VideoIndex.Elasticsearch.Documents;
using VideoIndex.Metadata;
using VideoIndex.Reviews;
using VideoIndex.Search.Evaluation;
using VideoIndex.Videos;

namespace VideoIndex.Elasticsearch.Writing;

/// <summary>The videos of a catalogue, with what people keep of them and said of what was found in them.</summary>
/// <param name="catalog">The catalogue.</param>
/// <param name="facts">What people keep; null where nothing is kept.</param>
/// <param name="reviews">What people said; null where nobody is asked.</param>
public sealed class CatalogVideos(ICatalog catalog, IVideoFactStore? facts, IReviewStore? reviews) : IVideoSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<VideoId>> ListAsync(CancellationToken cancellationToken)
    {
        if (facts is not null)
        {
            return [.. (await facts.ReadAllAsync(cancellationToken).ConfigureAwait(false)).Select(known => known.Video.Id)];
        }

        var videos = await catalog.ListAsync(cancellationToken).ConfigureAwait(false);
        return [.. videos.OrderBy(video => video.Added).Select(video => video.Id)];
    }

    /// <inheritdoc/>
    public async Task<VideoDocuments?> ReadAsync(VideoId video, long generation, CancellationToken cancellationToken)
    {
        if (await catalog.ReadAsync(video, cancellationToken).ConfigureAwait(false) is not { } contents)
        {
            return null;
        }

        var evidence = await catalog.ReadEvidenceAsync(video, cancellationToken).ConfigureAwait(false);
        var said = reviews is null ? VideoReviews.None : await reviews.ReadAsync(video, cancellationToken).ConfigureAwait(false);
        var kept = facts is null ? null : await facts.ReadAsync(video, cancellationToken).ConfigureAwait(false);
        return new VideoDocuments(kept ?? new VideoFacts(contents.Video), generation, Reviewed.Of(video, SearchableSpans.Of(contents), said))
        {
            Shots = contents.Shots,
            Looked = [.. (evidence?.Detections ?? []).Select(log => (log.Kind, log.Detector))],
        };
    }

    /// <inheritdoc/>
    public async Task<VideoFacts?> FactsAsync(VideoId video, CancellationToken cancellationToken)
    {
        if (facts is not null)
        {
            return await facts.ReadAsync(video, cancellationToken).ConfigureAwait(false);
        }

        return await catalog.FindAsync(video, cancellationToken).ConfigureAwait(false) is { } known ? new VideoFacts(known) : null;
    }
}
