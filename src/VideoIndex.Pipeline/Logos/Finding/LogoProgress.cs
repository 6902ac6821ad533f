using VideoIndex.Logos.Recognition;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Logos.Finding;

/// <summary>How far the search for logos in one video has come.</summary>
/// <param name="Video">The video.</param>
/// <param name="Done">How many looks were gone through, each counted for every example of the logos that were missing.</param>
/// <param name="Whole">How many there are to go through; 0 where nothing was missing.</param>
public sealed record LogoProgress(VideoId Video, long Done, long Whole)
{
    /// <summary>Gets what has just been found and kept of a logo; null where this tells of progress alone, or nothing was found.</summary>
    public LogoHit? Hit { get; init; }
}

/// <summary>That a logo was found in a video.</summary>
/// <param name="Logo">The logo's number.</param>
/// <param name="Surest">The surest sighting, whatever its score.</param>
/// <param name="Elapsed">How long after the video's first look it is shown, in units of the track's time base.</param>
public sealed record LogoHit(long Logo, LogoSighting Surest, long Elapsed);

/// <summary>Turns looks of one search after the other into progress.</summary>
internal sealed class LookCount(VideoId video, long whole, IProgress<LogoProgress> progress) : IProgress<int>
{
    private long _before;

    /// <inheritdoc/>
    public void Report(int value) => progress.Report(new LogoProgress(video, _before + value, whole));

    /// <summary>Ends a search.</summary>
    /// <param name="looks">How many looks it went through.</param>
    public void End(int looks) => _before += looks;

    /// <summary>Tells that a logo is done.</summary>
    public void Found(LogoHit? hit) => progress.Report(new LogoProgress(video, _before, whole) { Hit = hit });
}
