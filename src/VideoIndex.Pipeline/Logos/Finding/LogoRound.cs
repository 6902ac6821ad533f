using System.Collections.Concurrent;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Logos.Finding;

/// <summary>How far logos have been looked for in a library.</summary>
/// <param name="Videos">How many videos there are to look in.</param>
/// <param name="LookedFor">In how many of them all of the logos were looked for as they are now.</param>
/// <param name="Seen">In how many any of them was surely seen.</param>
public readonly record struct LogoReach(int Videos, int LookedFor, int Seen);

/// <summary>Looks for logos in many videos, several at once. What is found does not depend on how many.</summary>
/// <param name="finds">Looks for logos in one.</param>
public sealed class LogoRound(LogoFinds finds)
{
    /// <summary>Gets the most videos that are looked through side by side. Default: one for each processor.</summary>
    public int Concurrency { get; init; } = Environment.ProcessorCount;

    /// <summary>Looks for logos in videos where that was not done yet, the first videos first.</summary>
    /// <param name="videos">The videos.</param>
    /// <param name="logos">The logos.</param>
    /// <param name="progress">Is told, by one thread at a time, of each video that is begun and of each logo that is found.</param>
    /// <param name="cancellationToken">Stops the search; what was found so far is kept.</param>
    /// <returns>The videos that have keypoints to look in.</returns>
    public async Task<IReadOnlySet<VideoId>> RunAsync(
        IReadOnlyList<Video> videos, IReadOnlyList<KnownLogo> logos, IProgress<LogoProgress> progress, CancellationToken cancellationToken)
    {
        var (searched, inTurn) = (new ConcurrentDictionary<VideoId, bool>(), new InTurn(progress));
        var options = new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(videos, options, async (video, stop) =>
        {
            inTurn.Report(new LogoProgress(video.Id, 0, 0));
            if (await finds.EnsureAsync(video.Id, logos, inTurn, stop).ConfigureAwait(false))
            {
                searched[video.Id] = true;
            }
        }).ConfigureAwait(false);
        return searched.Keys.ToHashSet();
    }

    /// <summary>Returns how far logos have been looked for.</summary>
    /// <param name="videos">The videos.</param>
    /// <param name="logos">The logos.</param>
    /// <param name="sure">The score from which a sighting is sure.</param>
    /// <param name="cancellationToken">Stops the counting.</param>
    public async Task<LogoReach> ReachAsync(IReadOnlyList<Video> videos, IReadOnlyList<KnownLogo> logos, double sure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(videos);
        ArgumentNullException.ThrowIfNull(logos);
        var reach = default(LogoReach);
        foreach (var video in videos.Where(video => finds.Shelf.Has(video.Id)))
        {
            var missing = await finds.MissingAsync(video.Id, logos, cancellationToken).ConfigureAwait(false);
            var seen = missing.Count < logos.Count && await finds.IsSeenAsync(video.Id, logos, sure, cancellationToken).ConfigureAwait(false);
            reach = new LogoReach(reach.Videos + 1, reach.LookedFor + (missing is [] ? 1 : 0), reach.Seen + (seen ? 1 : 0));
        }

        return reach;
    }

    private sealed class InTurn(IProgress<LogoProgress> progress) : IProgress<LogoProgress>
    {
        private readonly Lock _lock = new();

        public void Report(LogoProgress value)
        {
            lock (_lock)
            {
                progress.Report(value);
            }
        }
    }
}
