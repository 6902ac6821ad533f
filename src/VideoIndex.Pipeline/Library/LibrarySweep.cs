using VideoIndex.Jobs;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Library;

/// <summary>Deletes what is no longer needed: work folders of runs that are over, and pictures nothing names.</summary>
/// <remarks>
/// A file is written before anything names it, so that a crash in between leaves an orphan and never a hole. A video's work
/// folder is the mark that there may be something of it to sweep, and goes last. Nothing is touched while work on the video
/// goes on, or waits for a person.
/// </remarks>
public sealed class LibrarySweep(LibraryFolder library, ICatalog catalog, IJobStore jobs)
{
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(30);

    /// <summary>Sweeps now, and again every half minute, until stopped.</summary>
    public async Task RunAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        while (true)
        {
            await AllAsync(cancellationToken).ConfigureAwait(false);
            await Task.Delay(BetweenSweeps, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Sweeps once.</summary>
    /// <returns>How many videos were swept after.</returns>
    public async Task<int> AllAsync(CancellationToken cancellationToken)
    {
        var swept = 0;
        foreach (var video in library.VideosWithWork())
        {
            swept += await SweepAsync(video, cancellationToken).ConfigureAwait(false) ? 1 : 0;
        }

        return swept;
    }

    private async Task<bool> SweepAsync(VideoId video, CancellationToken cancellationToken)
    {
        // Listed before asking: what a run that begins later writes is not in the list.
        var pictures = library.PicturesOf(video);
        var contents = await catalog.ReadAsync(video, cancellationToken).ConfigureAwait(false);
        var open = new JobFilter { Video = video, Most = 1 }; // all but those done
        if (contents?.Video.State == VideoState.Accepted || await jobs.ListAsync(open, cancellationToken).ConfigureAwait(false) is not [])
        {
            return false;
        }

        var named = contents?.Shots.Select(shot => shot.Keyframe).ToHashSet() ?? [];
        foreach (var orphan in pictures.Where(picture => !named.Contains(picture)))
        {
            File.Delete(library.PathOf(orphan));
        }

        if (contents is null)
        {
            library.DeleteKept(video);
        }

        library.DeleteWork(video);
        return true;
    }
}
