using System.Collections.Concurrent;
using VideoIndex.Logos;
using VideoIndex.Videos;

namespace VideoIndex.Testing.Memory;

/// <summary>What was found of logos, in memory.</summary>
public sealed class MemoryFoundLogoStore : IFoundLogoStore
{
    private readonly ConcurrentDictionary<(VideoId Video, long Logo), FoundLogo> _found = [];

    /// <summary>Gets the logos that were kept, in order, each as often as it was.</summary>
    public ConcurrentQueue<(VideoId Video, long Logo)> Saved { get; } = [];

    public Task<IReadOnlyDictionary<long, string>> ReadBasesAsync(VideoId video, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<long, string>>(_found.Values.Where(found => found.Video == video).ToDictionary(found => found.Logo, found => found.Basis));

    public Task<FoundLogo?> ReadAsync(VideoId video, long logo, CancellationToken cancellationToken) => Task.FromResult(_found.GetValueOrDefault((video, logo)));

    public Task SaveAsync(IReadOnlyList<FoundLogo> found, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(found);
        foreach (var one in found)
        {
            _found[(one.Video, one.Logo)] = one;
            Saved.Enqueue((one.Video, one.Logo));
        }

        return Task.CompletedTask;
    }
}
