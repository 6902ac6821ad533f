using System.Collections.Concurrent;
using VideoIndex.Shots;
using VideoIndex.Videos;

namespace VideoIndex.Testing;

/// <summary>A catalogue that forgets everything with the test. It keeps what it is given, unread.</summary>
public sealed class MemoryCatalog : ICatalog
{
    private readonly ConcurrentDictionary<VideoId, IndexedVideo> _videos = new();

    public Task<Video?> FindAsync(VideoId id, CancellationToken cancellationToken) =>
        Task.FromResult(_videos.GetValueOrDefault(id)?.Contents.Video);

    public Task<IReadOnlyList<Video>> ResolveAsync(string reference, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Video>>(
            [.. Videos().Where(video => video.Path == reference || (reference.Length >= 4 && video.Id.ToString().StartsWith(reference, StringComparison.OrdinalIgnoreCase)))]);

    public Task<IReadOnlyList<Video>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Video>>([.. Videos()]);

    public Task SaveAsync(Video video, CancellationToken cancellationToken) =>
        SaveAsync(new IndexedVideo(new VideoContents(video, [], [], []), Evidence: null), cancellationToken);

    public Task SaveAsync(IndexedVideo video, CancellationToken cancellationToken)
    {
        _videos[video.Contents.Video.Id] = video;
        return Task.CompletedTask;
    }

    public Task MoveAsync(VideoId id, string path, CancellationToken cancellationToken)
    {
        Change(id, contents => contents with { Video = contents.Video with { Path = path } });
        return Task.CompletedTask;
    }

    public Task<VideoContents?> ReadAsync(VideoId id, CancellationToken cancellationToken) => Task.FromResult(_videos.GetValueOrDefault(id)?.Contents);

    public Task<FrameEvidence?> ReadEvidenceAsync(VideoId id, CancellationToken cancellationToken) =>
        Task.FromResult(_videos.GetValueOrDefault(id)?.Evidence);

    public Task ReplaceShotsAsync(VideoId id, IReadOnlyList<ShotRecord> shots, CancellationToken cancellationToken)
    {
        Change(id, contents => contents with { Shots = shots });
        return Task.CompletedTask;
    }

    public Task<bool> RemoveAsync(VideoId id, CancellationToken cancellationToken) => Task.FromResult(_videos.TryRemove(id, out _));

    private IEnumerable<Video> Videos() => _videos.Values.Select(video => video.Contents.Video).OrderBy(video => video.Path, StringComparer.Ordinal);

    private void Change(VideoId id, Func<VideoContents, VideoContents> change)
    {
        if (_videos.TryGetValue(id, out var known))
        {
            _videos[id] = known with { Contents = change(known.Contents) };
        }
    }
}
