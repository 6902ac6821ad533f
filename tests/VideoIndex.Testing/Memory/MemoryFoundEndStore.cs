using System.Collections.Concurrent;
using VideoIndex.Logos.Ends;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Memory;

/// <summary>Found ends in memory.</summary>
public sealed class MemoryFoundEndStore : IFoundEndStore
{
    private readonly ConcurrentDictionary<(VideoId Video, long Logo), KnownEnds> _kept = [];

    public Task<KnownEnds?> ReadAsync(VideoId video, long logo, CancellationToken cancellationToken) => Task.FromResult(_kept.GetValueOrDefault((video, logo)));

    public Task SaveAsync(KnownEnds ends, CancellationToken cancellationToken)
    {
        _kept[(ends.Video, ends.Logo)] = ends;
        return Task.CompletedTask;
    }
}
