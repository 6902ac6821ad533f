using VideoIndex.Elasticsearch.Documents;
using VideoIndex.Elasticsearch.Writing;
using VideoIndex.Metadata;
using VideoIndex.Testing.Contracts.Searching.Cases;
using VideoIndex.Videos;

namespace VideoIndex.Elasticsearch.Tests.Searching;

/// <summary>Videos that are all in memory, with what people keep of them and said.</summary>
internal sealed class KnownVideos(IReadOnlyList<KnownVideo> videos) : IVideoSource
{
    public Task<IReadOnlyList<VideoId>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<VideoId>>([.. videos.Select(video => video.Facts.Video.Id)]);

    public Task<VideoDocuments?> ReadAsync(VideoId video, long generation, CancellationToken cancellationToken) =>
        Task.FromResult(videos.Where(known => known.Facts.Video.Id == video).Select(known => new VideoDocuments(known.Facts, generation, known.Things)
        {
            Looked = [.. known.Detectors.Select(one => (one.Key, one.Value.By))],
        }).SingleOrDefault());

    public Task<VideoFacts?> FactsAsync(VideoId video, CancellationToken cancellationToken) =>
        Task.FromResult(videos.Select(known => known.Facts).SingleOrDefault(facts => facts.Video.Id == video));
}
