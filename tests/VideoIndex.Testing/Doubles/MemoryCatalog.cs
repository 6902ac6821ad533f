using VideoIndex.Shots;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Doubles;

/// <summary>A catalogue that forgets everything with the test.</summary>
public sealed class MemoryCatalog : ICatalog
{
    private readonly Dictionary<VideoId, IndexedVideo> _videos = [];

    public Task<Video?> FindAsync(VideoId id, CancellationToken cancellationToken) => Task.FromResult(_videos.GetValueOrDefault(id)?.Contents.Video);

    public Task<IReadOnlyList<Video>> ResolveAsync(string reference, CancellationToken cancellationToken) => Listed(
        video => video.Path == reference || reference.Length >= 4 && video.Id.ToString().StartsWith(reference, StringComparison.Ordinal));

    public Task<IReadOnlyList<Video>> ListAsync(CancellationToken cancellationToken) => Listed(_ => true);

    public Task SaveAsync(Video video, CancellationToken cancellationToken) =>
        SaveAsync(new IndexedVideo(new VideoContents(video, [], [], []), null), cancellationToken);

    public Task SaveAsync(IndexedVideo video, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _videos[video.Contents.Video.Id] = video;
        return Task.CompletedTask;
    }

    public Task MoveAsync(VideoId id, string path, CancellationToken cancellationToken) =>
        ChangeAsync(id, contents => contents with { Video = contents.Video with { Path = path } });

    public Task<VideoContents?> ReadAsync(VideoId id, CancellationToken cancellationToken) => Task.FromResult(_videos.GetValueOrDefault(id)?.Contents);

    public Task<FrameEvidence?> ReadEvidenceAsync(VideoId id, CancellationToken cancellationToken) =>
        Task.FromResult(_videos.GetValueOrDefault(id)?.Evidence);

    public Task ReplaceShotsAsync(VideoId id, IReadOnlyList<ShotRecord> shots, CancellationToken cancellationToken) =>
        ChangeAsync(id, contents => contents with { Shots = shots });

    public Task<bool> RemoveAsync(VideoId id, CancellationToken cancellationToken) => Task.FromResult(_videos.Remove(id));

    private Task<IReadOnlyList<Video>> Listed(Func<Video, bool> wanted) => Task.FromResult<IReadOnlyList<Video>>(
        [.. _videos.Values.Select(video => video.Contents.Video).Where(wanted).OrderBy(video => video.Path, StringComparer.Ordinal)]);

    private Task ChangeAsync(VideoId id, Func<VideoContents, VideoContents> change)
    {
        if (_videos.TryGetValue(id, out var video))
        {
            _videos[id] = video with { Contents = change(video.Contents) };
        }

        return Task.CompletedTask;
    }
}
